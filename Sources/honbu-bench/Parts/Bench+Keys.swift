/// Starting, moving, sorting.
extension Bench {
  func starts(_ subject: Subject) throws {
    let starts = try (0..<options.repetitions).map { _ in try firstFrame(subject) }
    report.show(Figure("起動から最初の画面", starts, .milliseconds, .median(subject.budgets.start)))
    guard let texts = subject.texts else { return }
    let hits = texts.count(holding: ["避難所"])
    let searches = try (0..<max(3, options.repetitions / 10)).map { _ in
      let start = PtyProgram.now
      let terminal = try open(["actions", "--filter", "避難所"], subject)
      let end = try terminal.settle(quiet: 100) { $0.shows("避難所", hits: hits) }
      return Double((end?.time ?? start) - start) / 1e6
    }
    report.show(
      Figure("起動から検索できるまで", searches, .milliseconds, subject.budgets.searchable.map { .median($0) }))
  }

  /// Milliseconds from starting the program to the last byte of its first screen.
  func firstFrame(_ subject: Subject) throws -> Double {
    let start = PtyProgram.now
    let terminal = try open([], subject)
    // The footer is the last line, and help the last word in it.
    let end = try terminal.settle { $0.contains("ヘルプ") }
    return Double((end?.time ?? start) - start) / 1e6
  }

  func keys(_ subject: Subject) throws {
    try showRoundTrip()
    let terminal = try openTable(subject)
    var bytes: [(name: String, counts: [Double])] = []
    for (name, keys) in [("j", "j"), ("k", "k"), ("PageDown", " "), ("PageUp", "\u{02}"), ("G / g", "Gg")] {
      let (times, counts) = try keystrokes(keys.map(String.init), on: terminal)
      report.show(Figure(name, times, .milliseconds, subject.budgets.key))
      bytes.append((name, counts))
    }
    // The program works out the key that it expects; here most come otherwise.
    let (mixed, _) = try keystrokes(Bench.irregular.map(String.init), on: terminal)
    report.show(Figure("不規則なキー", mixed, .milliseconds, subject.budgets.key))
    // A list that is sorted comes some time after the key; nothing on the screen says when.
    let quiet: Int32 = (subject.texts?.count ?? 0) > 20_000 ? 500 : 60
    let (first, _) = try keystrokes(["s"], on: terminal, times: 1, quiet: quiet)
    report.show(Figure("並べ替え（取組名、初めて）", first, .milliseconds))
    let (times, counts) = try keystrokes(["S"], on: terminal, times: max(6, options.repetitions / 2), quiet: quiet)
    report.show(Figure("並べ替え（逆順）", times, .milliseconds, subject.budgets.key))
    bytes.append(("並べ替え", counts))
    for (name, counts) in bytes { report.show(Figure("\(name) の出力", counts, .bytes)) }
    report.show(
      Figure("最大メモリー（移動と並べ替え）", [Double(terminal.peakMemory) / 1024], .mebibytes, .median(subject.budgets.memory)))
  }

  /// What a character takes through a program that only hands it back: no key can be faster, and where these times
  /// spread the machine has other things to do.
  private func showRoundTrip() throws {
    let echo = try PtyProgram(
      "/bin/sh", ["-c", "stty raw -echo && printf ready && exec cat"], environment: ["PATH=/usr/bin:/bin"],
      columns: 120, rows: 40)
    _ = try echo.settle { $0.contains("ready") }
    let (times, _) = try keystrokes(["x"], on: echo)
    report.show(Figure("この機械の限度（1字が cat を通って戻る）", times, .milliseconds))
  }

  /// Steps and pages up and down, in which a key says little about the next.
  private static let irregular = "jk j\u{02}kkj  k\u{02}\u{02}jjk\u{02}j  j\u{02} kk jk\u{02}\u{02} jkj \u{02}j"

  /// From the key to the last byte that it brings.
  private func keystrokes(
    _ keys: [String], on terminal: PtyProgram, times count: Int? = nil, quiet: Int32 = 40
  ) throws -> (times: [Double], bytes: [Double]) {
    var times: [Double] = []
    var bytes: [Double] = []
    for index in 0..<(count ?? options.repetitions * 2) {
      let start = PtyProgram.now
      terminal.send(keys[index % keys.count])
      guard let end = try terminal.settle(quiet: quiet) else { continue }
      times.append(Double(end.time - start) / 1e6)
      bytes.append(Double(end.bytes))
    }
    return (times, bytes)
  }
}
