import StrategyModel
import TextUI

extension OverviewView {
  /// What the pillars get, year by year, where anything of it is on record.
  func budgets(_ width: Int) -> [Row] {
    guard !overview.budgets.isEmpty else { return [] }
    let all = Array(Set(overview.budgets.map(\.year))).sorted()
    let names = Array(Set(overview.budgets.map(\.pillar)))
      .sorted { ($0?.order ?? Int.max, $0?.id ?? "") < ($1?.order ?? Int.max, $1?.id ?? "") }
    let earlier = all.dropLast(Self.budgetYears)
    var rows: [Row] = []
    for years in budgetBlocks(all.suffix(Self.budgetYears), names, width) {
      rows += budgets(years, names, width)
    }
    if let first = earlier.first, let last = earlier.last {
      let years = first == last ? [first] : [first, last]
      let line = Line(words.earlierBudgets(years.map { words.year($0, context.calendar) }), context.style(.faint))
      rows.append(.heading(line.truncated(to: width, context.policy)))
    }
    return rows + [.blank]
  }

  /// Years that stand in the overview; those before are told in a line, and stand at the items.
  private static let budgetYears = 4

  /// The years in tables for which there is room beside the names: the latest years come first, one table below the
  /// other where one is too wide.
  private func budgetBlocks(_ years: ArraySlice<FiscalYear>, _ names: [Pillar?], _ width: Int) -> [[FiscalYear]] {
    let longest = names.map { context.policy.width(of: $0?.shortName ?? words(.others)) }.max() ?? 0
    let most = width - max(8, min(longest, width / 3))
    var blocks: [[FiscalYear]] = []
    var room = 0
    for year in years.reversed() {
      let columns = budgetColumn(year).columns
      if blocks.isEmpty || columns > room {
        blocks.append([])
        room = most
      }
      blocks[blocks.count - 1].insert(year, at: 0)
      room -= columns
    }
    return blocks
  }

  private func budgets(_ years: [FiscalYear], _ names: [Pillar?], _ width: Int) -> [Row] {
    let table = CountTable(context: context, width: width, columns: years.map(budgetColumn))
    let rows = names.compactMap { pillar -> Row? in
      let within = pillar.map { ScreenContext.filter(ofPillar: $0.id) } ?? "pillar:none"
      let door = Door.view(.actions, filter: within + " has:budget")
      let sums = years.map { year in
        overview.budgets.filter { $0.pillar == pillar && $0.year == year }.reduce(0) { $0 &+ $1.yen }
      }
      guard sums.contains(where: { $0 != 0 }) else { return nil }
      let numbers = sums.map { yen in
        CountTable.Number(
          text: yen == 0 ? words.dot : words.shortYen(yen), role: yen == 0 ? .faint : .text,
          door: yen == 0 ? nil : door)
      }
      return table.row(
        .text("budget:\(pillar?.id ?? ""):\(years.last?.year ?? 0)"), name: Line(pillar?.shortName ?? words(.others)),
        numbers: numbers, door: door)
    }
    return [table.heading(words(.budgetByPillar))] + rows
  }

  /// Two cells apart from the one before: sums are long, and without a gap two would read as one.
  private func budgetColumn(_ year: FiscalYear) -> CountTable.Column {
    let title = Line(words.year(year, context.calendar))
    let sums = overview.budgets.filter { $0.year == year }.map { context.policy.width(of: words.shortYen($0.yen)) }
    return CountTable.Column(title: title, columns: 2 + max(9, title.width(context.policy), sums.max() ?? 0))
  }
}
