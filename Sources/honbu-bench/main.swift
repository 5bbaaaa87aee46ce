import Glibc

let options = BenchOptions(CommandLine.arguments.dropFirst())
guard let options else {
  fputs("honbu-bench [--quick] [--items N]\n", stderr)
  exit(64)
}
do {
  try Bench(options).run()
} catch {
  fputs("honbu-bench: \(error)\n", stderr)
  exit(1)
}
