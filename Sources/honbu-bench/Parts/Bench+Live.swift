import Glibc
import StrategyModel
import StrategyStore

/// What others write while the screen is open.
extension Bench {
  /// From another process's commit, which is this one's, to the last byte.
  func live(_ subject: Subject) throws {
    guard let path = subject.store else { return }
    let terminal = try openTable(subject)
    // A word that stands in nothing else, however often the store was measured.
    let word = "速報\(PtyProgram.now % 1_000_000_007)番"
    terminal.send("/" + word)
    _ = try terminal.settle(quiet: 300) { $0.shows(word, hits: 0) }
    let ledger = try Ledger.open(path: path)
    let today = CivilDate(dayNumber: (time(nil) + 9 * 3600) / 86_400)
    var times: [Double] = []
    for number in 1...(options.isQuick ? 3 : 20) {
      let item = ActionItem(id: "live-\(word)-\(number)", title: "\(word)の取組 第\(number)号")
      _ = try ledger.append(
        RevisionDraft(effective: today, author: "計測", title: "計測\(number)", changes: [.put(.item(item))]), today: today)
      let start = PtyProgram.now
      let end = try terminal.settle(quiet: 100) { $0.shows(word, hits: number) }
      times.append(max(0, Double(end?.time ?? start) - Double(start)) / 1e6)
    }
    report.show(Figure("絞り込み中、他の書き込みから画面まで", times, .milliseconds, .median(250)))
  }

  /// Keys while another process imports a thousand items.
  func stalls(_ subject: Subject) throws {
    guard let path = subject.store else { return }
    let terminal = try openTable(subject)
    let prefix = "s\(PtyProgram.now % 1_000_000_007)-"
    let sheet = "\(folder)/thousand.csv"
    let items = GeneratedItems(count: 1000, prefix: prefix, seed: PtyProgram.now)
    try write([GeneratedItems.heading], items.lazy.map(\.row), to: sheet)
    let importer = try spawn(program, ["import", sheet, "--kind", "items", "--store", path])
    let keys = ["j", " ", "k", "\u{02}", "G", "g", "/", "窓", "口", "\u{7F}", "\u{7F}", "\r", "S", "j"]
    var times: [Double] = []
    var number = 0
    // Some keys more, so that the screen has taken the new revision.
    var rest = 2 * keys.count
    while rest > 0 {
      if !isRunning(importer) { rest -= 1 }
      let start = PtyProgram.now
      terminal.send(keys[number % keys.count])
      number += 1
      if let end = try terminal.settle(quiet: 30) { times.append(Double(end.time - start) / 1e6) }
    }
    try wait(for: importer, "import")
    report.show(Figure("千件の取り込み中のキー", times, .milliseconds, .most(50)))
  }
}
