import Glibc

/// The same texts and the same words in fzf, where it is installed.
extension Bench {
  private static let paths = ["/usr/bin/fzf", "/usr/local/bin/fzf"]

  func fzf(_ texts: GeneratedTexts) throws {
    guard let path = Bench.paths.first(where: { access($0, X_OK) == 0 }) else {
      return report.note("fzf がないので、比べる計測は省きました（apt-get install fzf）")
    }
    let lines = "\(folder)/lines.txt"
    let items = GeneratedItems(count: options.items)
    try write([], items.lazy.map { $0.texts.joined(separator: " ") + "\n" }, to: lines)
    // Its fastest way to the same rows: whole words, no ranking.
    try fzf("fzf --exact --no-sort", path, ["--exact", "--no-sort"], lines, texts)
    if !options.isQuick { try fzf("fzf（既定）", path, [], lines, texts) }
  }

  private func fzf(
    _ name: String, _ path: String, _ arguments: [String], _ lines: String, _ texts: GeneratedTexts
  ) throws {
    let all = texts.count
    var starts: [Double] = []
    var opened: PtyProgram?
    for _ in 0..<max(3, options.repetitions / 10) {
      let start = PtyProgram.now
      // fzf reads its lines from standard input, and draws on the terminal.
      let words = arguments.joined(separator: " ")
      let terminal = try PtyProgram(
        "/bin/sh", ["-c", "exec \(path) \(words) < '\(lines)'"], environment: environment, columns: 120, rows: 40)
      let end = try terminal.settle(quiet: 300) { $0.contains("\(all)/\(all)") }
      starts.append(Double((end?.time ?? start) - start) / 1e6)
      opened = terminal
    }
    report.show(Figure("\(name) 起動から全行の一覧", starts, .milliseconds))
    guard let terminal = opened else { return }
    var times: [Double] = []
    let isExact = arguments.contains("--exact")
    for probe in options.isQuick ? Array(Probe.japanese.prefix(8)) : Probe.japanese {
      var word = ""
      for letter in probe.word {
        word.append(letter)
        let hits = texts.count(holding: [word])
        let start = PtyProgram.now
        terminal.send(String(letter))
        // Where fewer letters would do it says more than there are; quiet alone tells then.
        let end = try terminal.settle(quiet: options.items > 200_000 ? 700 : 250) { screen in
          !isExact || screen.contains(" \(hits)/\(all)")
        }
        times.append(Double((end?.time ?? start) - start) / 1e6)
      }
      terminal.send("\u{15}")
      _ = try terminal.settle(quiet: 300)
    }
    report.show(Figure("\(name) 絞り込みの1文字", times, .milliseconds))
  }
}
