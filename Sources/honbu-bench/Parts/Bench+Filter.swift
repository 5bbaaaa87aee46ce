/// A filter, typed one letter after another.
extension Bench {
  /// - Parameter limit: what the machine's limit took, for the ratio to it.
  func filters(_ subject: Subject, limit: Double? = nil) throws {
    let terminal = try openTable(subject)
    let rounds = options.isQuick ? 1 : 3
    let probes = options.isQuick ? Array(subject.probes.prefix(8)) : subject.probes
    let typed = try typing(probes, subject, on: terminal, rounds: rounds)
    let budget = Figure.Budget.p95(subject.budgets.filter)
    let all = Figure("絞り込みの1文字", typed.keys.map(\.milliseconds), .milliseconds, budget)
    report.show(all)
    if subject.texts != nil {
      for share in HitShare.allCases {
        let times = typed.keys.filter { $0.share == share }.map(\.milliseconds)
        report.show(Figure("  当たり \(share.rawValue)", times, .milliseconds, budget))
      }
    }
    report.show(Figure("絞り込みを1文字消す", typed.erasing, .milliseconds, budget))
    report.show(Figure("絞り込みの1文字の出力", typed.keys.map(\.bytes), .bytes))
    if let limit { report.show(Figure("絞り込みの1文字 ÷ この機械の限度", [all.median / limit], .times)) }
    if !subject.romaji.isEmpty {
      let romaji = try typing(subject.romaji, subject, on: terminal, rounds: rounds)
      report.show(Figure("ローマ字の1文字", romaji.keys.map(\.milliseconds), .milliseconds, budget))
    }
    report.show(Figure("絞り込みをやめる（Esc。端末は25 ms待って見分ける）", try leaving(terminal, subject), .milliseconds))
    report.show(
      Figure("最大メモリー（絞り込み）", [Double(terminal.peakMemory) / 1024], .mebibytes, .median(subject.budgets.memory)))
  }

  private struct Key {
    var milliseconds: Double
    var bytes: Double
    var share: HitShare
  }

  private func typing(
    _ probes: [Probe], _ subject: Subject, on terminal: PtyProgram, rounds: Int
  ) throws -> (keys: [Key], erasing: [Double]) {
    var keys: [Key] = []
    var erasing: [Double] = []
    terminal.send("/")
    _ = try terminal.settle(quiet: 200)
    for probe in (0..<rounds).flatMap({ _ in probes }) {
      var word = ""
      for letter in probe.word {
        word.append(letter)
        // What half a romaji word stands for is not counted here: the screen only has to come to rest.
        let hits = probe.kana == nil ? subject.texts?.count(holding: [word]) : nil
        let (milliseconds, bytes) = try press(String(letter), word, hits: hits, subject, on: terminal)
        let share = HitShare(hits ?? 0, of: subject.texts?.count ?? 0)
        keys.append(Key(milliseconds: milliseconds, bytes: bytes, share: share))
      }
      while !word.isEmpty {
        word.removeLast()
        let hits = word.isEmpty || probe.kana != nil ? nil : subject.texts?.count(holding: [word])
        erasing.append(try press("\u{7F}", word, hits: hits, subject, on: terminal).milliseconds)
      }
    }
    terminal.send("\r")
    _ = try terminal.settle()
    return (keys, erasing)
  }

  /// Esc, which the terminal tells from the beginning of a key's sequence by waiting: a figure of its own.
  private func leaving(_ terminal: PtyProgram, _ subject: Subject) throws -> [Double] {
    try subject.probes.prefix(options.isQuick ? 4 : 10).map { probe in
      terminal.send("/" + probe.word)
      let hits = subject.texts?.count(holding: [probe.word])
      _ = try terminal.settle(quiet: 60) { screen in
        hits.map { screen.shows(probe.word, hits: $0) } ?? !screen.contains("検索中")
      }
      return try press("\u{1B}", "", hits: nil, subject, on: terminal).milliseconds
    }
  }

  private func press(
    _ key: String, _ word: String, hits: Int?, _ subject: Subject, on terminal: PtyProgram
  ) throws -> (milliseconds: Double, bytes: Double) {
    let start = PtyProgram.now
    terminal.send(key)
    // In a large store the list comes some time after the letter itself, and the sentence says so until then.
    let end = try terminal.settle(quiet: 60) { screen in
      if let hits { return screen.shows(word, hits: hits) }
      return screen.contains(word.isEmpty ? "条件なし" : "「\(word)") && !screen.contains("検索中")
    }
    return (Double((end?.time ?? start) - start) / 1e6, Double(end?.bytes ?? 0))
  }
}
