import Glibc
import TerminalModel

extension Bench {
  var environment: [String] {
    ["HOME=\(folder)", "XDG_DATA_HOME=\(folder)/data", "LC_ALL=C.UTF-8", "TERM=xterm-256color", "PATH=/usr/bin:/bin"]
  }

  func open(_ arguments: [String], _ subject: Subject) throws -> PtyProgram {
    try PtyProgram(
      program, arguments + (subject.store.map { ["--store", $0] } ?? []), environment: environment, columns: 120,
      rows: 40)
  }

  /// The list of items as a table, all in memory.
  func openTable(_ subject: Subject) throws -> PtyProgram {
    let terminal = try open(["actions"], subject)
    _ = try terminal.settle(quiet: 200) { $0.contains("ヘルプ") }
    terminal.send("v")
    _ = try terminal.settle(quiet: 200)
    if let texts = subject.texts {
      let (word, hits) = ("避難所", texts.count(holding: ["避難所"]))
      terminal.send("/" + word)
      _ = try terminal.settle(quiet: 200) { $0.shows(word, hits: hits) }
      terminal.send(String(repeating: "\u{7F}", count: word.count) + "\r")
      _ = try terminal.settle(quiet: 200)
    }
    return terminal
  }

  /// Milliseconds.
  func elapsed(_ work: () throws -> Void) rethrows -> Double {
    let start = PtyProgram.now
    try work()
    return Double(PtyProgram.now - start) / 1e6
  }

  /// Starts a command and waits for its end.
  func command(_ path: String, _ arguments: [String]) throws {
    try wait(for: try spawn(path, arguments), arguments.first ?? path)
  }

  func spawn(_ path: String, _ arguments: [String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var process: pid_t = 0
    let started = withCStrings([path] + arguments) { argv in
      withCStrings(environment) { posix_spawn(&process, path, &actions, nil, argv, $0) }
    }
    guard started == 0 else { throw BenchFailure(description: "\(path) could not be started") }
    return process
  }

  func wait(for process: pid_t, _ name: String) throws {
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process, status == 0 else {
      throw BenchFailure(description: "\(name) failed (\(status >> 8))")
    }
  }

  func isRunning(_ process: pid_t) -> Bool {
    var found = siginfo_t()
    return waitid(P_PID, id_t(process), &found, WEXITED | WNOHANG | WNOWAIT) == 0 && found.si_code == 0
  }

  /// Writes a heading and rows, which are never in memory together.
  func write(_ heading: [String], _ rows: some Sequence<String>, to path: String) throws {
    guard let file = fopen(path, "w") else { throw BenchFailure(description: "cannot write \(path)") }
    defer { fclose(file) }
    func put(_ text: String) throws {
      guard fputs(text, file) >= 0 else { throw BenchFailure(description: "cannot write \(path)") }
    }
    for line in heading { try put(line) }
    for row in rows { try put(row) }
  }
}

extension ShownScreen {
  /// Whether the sentence of a list names the word and says how many it found, among all items.
  func shows(_ word: String, hits: Int) -> Bool {
    contains("「\(word)」") && contains("：\(hits.formatted)件／") && !contains("検索中")
  }
}

extension Int {
  /// As the dashboard writes it: `1,234`.
  var formatted: String {
    var text = ""
    for (place, digit) in String(self).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text = "," + text }
      text = String(digit) + text
    }
    return text
  }
}
