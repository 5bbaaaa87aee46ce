import Glibc

let options = BenchOptions(CommandLine.arguments.dropFirst())
guard let options else {
  complain(BenchOptions.usage)
  exit(64)
}
do {
  try Bench(options).run()
} catch {
  complain("honbu-bench: \(error)")
  exit(1)
}

func complain(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
}
