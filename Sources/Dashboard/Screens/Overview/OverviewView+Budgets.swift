import StrategyModel
import TextUI

extension OverviewView {
  /// What the pillars get, year by year, where anything of it is on record.
  func budgets(_ width: Int) -> [Row] {
    guard !overview.budgets.isEmpty else { return [] }
    let all = Array(Set(overview.budgets.map(\.year))).sorted()
    let names = Array(Set(overview.budgets.map(\.pillar)))
      .sorted { ($0?.order ?? Int.max, $0?.id ?? "") < ($1?.order ?? Int.max, $1?.id ?? "") }
    // Of the years, the last ones for which there is room beside the names.
    let longest = names.map { context.policy.width(of: $0?.shortName ?? words(.others)) }.max() ?? 0
    var room = width - max(8, min(longest, width / 3))
    var years: [FiscalYear] = []
    var columns: [CountTable.Column] = []
    for column in all.suffix(4).reversed().map({ (year: $0, column: budgetColumn($0)) }) {
      room -= column.column.columns
      guard room >= 0 || years.isEmpty else { break }
      years.insert(column.year, at: 0)
      columns.insert(column.column, at: 0)
    }
    let table = CountTable(context: context, width: width, columns: columns)
    var rows = [table.heading(words(.budgetByPillar))]
    for pillar in names {
      let within = pillar.map { ScreenContext.filter(ofPillar: $0.id) } ?? "pillar:none"
      let door = Door.view(.actions, filter: within + " has:budget")
      let numbers = years.map { year in
        let yen = overview.budgets.filter { $0.pillar == pillar && $0.year == year }.reduce(0) { $0 &+ $1.yen }
        return CountTable.Number(
          text: yen == 0 ? words.dot : words.shortYen(yen), role: yen == 0 ? .faint : .text,
          door: yen == 0 ? nil : door)
      }
      rows.append(
        table.row(
          .text("budget:\(pillar?.id ?? "")"), name: Line(pillar?.shortName ?? words(.others)), numbers: numbers,
          door: door))
    }
    return rows + [.blank]
  }

  /// Two cells apart from the one before: sums are long, and without a gap two would read as one.
  private func budgetColumn(_ year: FiscalYear) -> CountTable.Column {
    let title = Line(year.text(context.calendar))
    let sums = overview.budgets.filter { $0.year == year }.map { context.policy.width(of: words.shortYen($0.yen)) }
    return CountTable.Column(title: title, columns: 2 + max(9, title.width(context.policy), sums.max() ?? 0))
  }
}
