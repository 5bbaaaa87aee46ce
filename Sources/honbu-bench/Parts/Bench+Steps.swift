import StrategyModel
import StrategyStore

/// Going from revision to revision.
extension Bench {
  /// Revisions that the store has when it is stepped through.
  private static let revisions = 50
  /// Items that each of them changes.
  private static let changes = 200

  func steps(_ subject: Subject) throws {
    guard let path = subject.store else { return }
    try addRevisions(to: path)
    for (name, view, layout) in [
      ("概要", "overview", ""), ("取組のボード", "actions", ""), ("取組の表", "actions", "v"), ("工程表", "actions", "vv"),
      ("要確認", "attention", ""), ("会議", "meetings", ""), ("履歴", "updates", ""),
    ] {
      let terminal = try open([view], subject)
      _ = try terminal.settle(quiet: 200) { $0.contains("ヘルプ") }
      terminal.send(layout)
      // All items are in memory by then, as after the first seconds of use.
      _ = try terminal.settle(quiet: 1_500, until: { _ in true })
      var times: [Double] = []
      for key in Array(repeating: ",", count: 12) + Array(repeating: ".", count: 8) {
        let start = PtyProgram.now
        terminal.send(key)
        guard let end = try terminal.settle(quiet: 120) else { continue }
        times.append(Double(end.time - start) / 1e6)
      }
      let budget = subject.budgets.step.map { Figure.Budget.most($0) }
      report.show(Figure("一つ前の改訂へ（最初の一歩） \(name)", Array(times.prefix(1)), .milliseconds, budget))
      report.show(Figure("改訂を一歩ずつ \(name)", times, .milliseconds, budget))
    }
  }

  /// Each moves phases and measures, as a month of corrections does.
  private func addRevisions(to path: String) throws {
    let ledger = try Ledger.open(path: path)
    let reader = try StoreReader(path: path, busy: .seconds(5))
    let missing = Bench.revisions - (try reader.head())
    guard missing > 0 else { return }
    var items: [ActionItem] = []
    let count = min(options.items, Bench.changes * missing)
    for case .item(let item) in try reader.records(of: .item).prefix(count) { items.append(item) }
    guard let last = try reader.revisions().last?.effective, !items.isEmpty else { return }
    for number in 0..<missing {
      let day = last
      let changes = (0..<min(Bench.changes, items.count)).flatMap { place -> [RecordChange] in
        let index = (number * Bench.changes + place) % items.count
        let phase = items[index].shownPhase?.rawValue ?? 0
        items[index].phase = Phase(rawValue: phase % Phase.allCases.count + 1)
        guard place.isMultiple(of: 4), let kpi = items[index].kpis.first else { return [.put(.item(items[index]))] }
        let measurement = Measurement(
          id: "step-\(number)-\(place)", item: items[index].id, kpi: kpi.id, date: .day(day), value: Double(place))
        return [.put(.item(items[index])), .put(.measurement(measurement))]
      }
      _ = try ledger.append(
        RevisionDraft(effective: day, author: "計測", title: "歩み\(number)", changes: changes), today: day)
    }
  }
}
