import Glibc
import StrategyModel

/// Measures the built program from outside, as its user meets it, and prints each figure beside its budget.
struct Bench {
  let options: BenchOptions
  /// The program beside this one.
  private let program: String
  private let folder: String

  init(_ options: BenchOptions) throws {
    self.options = options
    var path = [CChar](repeating: 0, count: 4096)
    guard readlink("/proc/self/exe", &path, 4095) > 0 else { throw BenchFailure(description: "no /proc") }
    let own = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    program = own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/honbu"
    let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(temporary)/honbu-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw BenchFailure(description: "no folder under \(temporary)") }
    folder = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func run() throws {
    defer { _ = try? command("/bin/rm", ["-rf", folder]) }
    Figure.printHeading()
    let bundled = "\(folder)/data/honbu/honbu.sqlite"
    try Figure(
      "最初の起動（台帳を作る）", [firstFrame(store: nil)], unit: .milliseconds, budget: nil
    ).show()
    try measure("大阪市（同梱）", store: bundled, startBudget: 20, memoryBudget: 40)
    let generated = "\(folder)/generated.sqlite"
    try importItems(into: generated)
    try measure("\(options.items)件", store: generated, startBudget: 30, memoryBudget: 120)
    try snapshot(of: generated)
  }

  // MARK: The dashboard

  private func measure(_ name: String, store: String, startBudget: Double, memoryBudget: Double) throws {
    let starts = try (0..<options.repetitions).map { _ in try firstFrame(store: store) }
    Figure("\(name) 起動から最初の画面", starts, unit: .milliseconds, budget: startBudget).show()
    let terminal = try open(["actions"], store: store)
    _ = terminal.settle(quiet: 300)
    terminal.send("v")
    _ = terminal.settle(quiet: 300)
    for (label, keys) in [("j", "j"), ("PageDown / PageUp", " \u{02}"), ("G / g", "Gg")] {
      let (times, bytes) = try keystrokes(keys.map(String.init), on: terminal)
      Figure("\(name) \(label)", times, unit: .milliseconds, budget: 2).show()
      Figure("\(name) \(label) の出力", bytes, unit: .bytes, budget: nil).show()
    }
    let letters = ["/", "窓", "口", "の", "\u{7F}", "\u{7F}", "\u{7F}", "\u{1B}"]
    let (times, _) = try keystrokes(letters, on: terminal)
    Figure("\(name) 絞り込みの1文字", times, unit: .milliseconds, budget: nil).show()
    Figure("\(name) 最大メモリー", [Double(terminal.peakMemory) / 1024], unit: .mebibytes, budget: memoryBudget).show()
  }

  /// From the key to the last byte that it brings.
  private func keystrokes(_ keys: [String], on terminal: PtyProgram) throws -> (times: [Double], bytes: [Double]) {
    var times: [Double] = []
    var bytes: [Double] = []
    for index in 0..<(options.repetitions * 2) {
      terminal.forget()
      let start = PtyProgram.now
      terminal.send(keys[index % keys.count])
      guard let end = terminal.settle() else { continue }
      times.append(Double(end.time - start) / 1e6)
      bytes.append(Double(end.bytes))
    }
    return (times, bytes)
  }

  /// Milliseconds from starting the program to the last byte of its first screen.
  private func firstFrame(store: String?) throws -> Double {
    let start = PtyProgram.now
    let terminal = try open([], store: store)
    // The footer is the last line, and help the last word in it.
    return Double(try terminal.wait(for: "ヘルプ") - start) / 1e6
  }

  private func open(_ arguments: [String], store: String?) throws -> PtyProgram {
    let place = store.map { ["--store", $0] } ?? []
    return try PtyProgram(
      program, arguments + place, environment: environment, columns: 120, rows: 40)
  }

  // MARK: Whole commands

  private func importItems(into store: String) throws {
    var items = GeneratedItems(count: options.items)
    try write(String.pillarSheet, to: "\(folder)/pillars.csv")
    try write(items.csv(), to: "\(folder)/items.csv")
    try command(program, ["import", "\(folder)/pillars.csv", "--kind", "pillars", "--store", store])
    let time = try elapsed {
      try command(self.program, ["import", "\(self.folder)/items.csv", "--kind", "items", "--store", store])
    }
    let budget: Double? = options.items < 100_000 ? nil : options.items < 1_000_000 ? 3000 : 30_000
    Figure("取り込み \(options.items)件", [time], unit: .milliseconds, budget: budget).show()
  }

  private func snapshot(of store: String) throws {
    let file = "\(folder)/actions.txt"
    let arguments = ["snapshot", "actions", "--layout", "table", "--width", "120", "--store", store, "--output", file]
    let times = try (0..<3).map { _ in try elapsed { try command(self.program, arguments) } }
    Figure("書き出し（表、\(options.items)件）", times, unit: .milliseconds, budget: 1000).show()
  }

  private var environment: [String] {
    ["HOME=\(folder)", "XDG_DATA_HOME=\(folder)/data", "LC_ALL=C.UTF-8", "TERM=xterm-256color", "PATH=/usr/bin:/bin"]
  }

  /// Milliseconds.
  private func elapsed(_ work: () throws -> Void) rethrows -> Double {
    let start = PtyProgram.now
    try work()
    return Double(PtyProgram.now - start) / 1e6
  }

  private func command(_ path: String, _ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var process: pid_t = 0
    let started = withCStrings([path] + arguments) { argv in
      withCStrings(environment) { posix_spawn(&process, path, &actions, nil, argv, $0) }
    }
    var status: Int32 = 0
    guard started == 0, waitpid(process, &status, 0) == process, status == 0 else {
      throw BenchFailure(description: "\(arguments.prefix(1).joined()) failed (\(status >> 8))")
    }
  }

  private func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw BenchFailure(description: "cannot write \(path)") }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw BenchFailure(description: "cannot write \(path)") }
  }
}
