import StrategyModel
import TextUI

/// A column of the table of items.
public enum ItemColumn: String, CaseIterable, Hashable, Sendable {
  case title
  case phase
  case kpi
  case pillar
  case department
  case due
  case reviewed
  case id

  var word: Word {
    switch self {
    case .title: .title
    case .phase: .phase
    case .pillar: .pillar
    case .kpi: .kpi
    case .department: .department
    case .due: .due
    case .reviewed: .reviewed
    case .id: .id
    }
  }

  /// Cells it takes; `nil` takes what is left.
  var fixedColumns: Int? {
    switch self {
    case .title: nil
    case .phase: 12
    case .pillar: 22
    case .kpi: 17
    case .department: 18
    case .due: 9
    case .reviewed: 10
    case .id: 20
    }
  }

  /// The order that sorting by this column gives.
  var sort: ItemSort {
    switch self {
    case .title: .title
    case .phase: .phase
    case .pillar: .pillar
    case .kpi: .attainment
    case .department: .department
    case .due: .due
    case .reviewed: .reviewed
    case .id: .id
    }
  }
}

/// Items as rows of columns. Columns that do not fit are left out, the rightmost first, and named above the rows.
struct ItemTable {
  let context: ScreenContext
  let columns: [(column: ItemColumn, width: Int)]
  /// Wanted columns for which there is no room.
  let omitted: [ItemColumn]

  /// - Parameter width: cells of the pane's text.
  init(_ context: ScreenContext, width: Int, columns wanted: [ItemColumn]) {
    self.context = context
    let flexible = width < 60 ? 20 : 28
    var left = width - flexible
    var chosen = wanted.contains(.title) ? [ItemColumn.title] : []
    for column in wanted {
      guard let fixed = column.fixedColumns else { continue }
      guard left > fixed else { break }
      left -= fixed + 1
      chosen.append(column)
    }
    let rest = max(1, flexible + left)
    columns = wanted.filter(chosen.contains).map { ($0, $0.fixedColumns ?? rest) }
    omitted = wanted.filter { !chosen.contains($0) }
  }

  /// The columns' names, behind that of the title those that are left out; on a line of their own where they have no
  /// room there.
  func headings(_ options: ItemListOptions) -> [Line] {
    let names = heading(options)
    guard !omitted.isEmpty else { return [names] }
    let words = context.words
    let note = words.columnsOmitted(omitted.map { words($0.word) })
    let behindTitle = Line(words.remark(note), context.style(.faint))
    let title = columns.firstIndex { $0.column == .title }.map { columns[$0].width } ?? 0
    let name = Line(heading(.title, options).text)
    if columns.first?.column == .title, name.width(context.policy) + behindTitle.width(context.policy) <= title {
      return [heading(options, behindTitle: behindTitle)]
    }
    let room = columns.reduce(columns.count - 1) { $0 + $1.width }
    return [Line(note, context.style(.faint)).truncated(to: room, context.policy), names]
  }

  private func heading(_ options: ItemListOptions, behindTitle note: Line = Line()) -> Line {
    joined { column in heading(column, options) + (column == .title ? note : Line()) }
  }

  private func heading(_ column: ItemColumn, _ options: ItemListOptions) -> Line {
    let arrow = options.isDescending ? context.lineSet.descending : context.lineSet.ascending
    let isSorted = options.sort == column.sort
    return Line(context.words(column.word) + (isSorted ? arrow : ""), context.style(.heading))
  }

  func line(_ item: ItemRow) -> Line { joined { cell($0, of: item) } }

  private func joined(_ cell: (ItemColumn) -> Line) -> Line {
    var line = Line()
    line.spans.reserveCapacity(4 * columns.count)
    for (index, entry) in columns.enumerated() {
      let gap = index < columns.count - 1 ? 1 : 0
      line.append(cell(entry.column), fittedTo: entry.width, context.policy, gap: gap)
    }
    return line
  }

  private func cell(_ column: ItemColumn, of item: ItemRow) -> Line {
    let words = context.words
    switch column {
    case .title: return context.marked(item.title)
    case .phase: return context.phase(item)
    case .pillar: return named(item.pillarName, isDerived: item.isPillarDerived)
    case .kpi: return context.attainment(item.kpi, columns: column.fixedColumns ?? 17)
    case .department: return named(item.department, isDerived: false)
    case .due:
      return item.nextDue.map { Line(context.shortDate($0)) } ?? Line(context.words.dash, context.style(.unknown))
    case .reviewed:
      return item.lastReview.map { Line(context.calendar.shortText($0)) }
        ?? Line(words.pick("記録なし", "none"), context.style(.unknown))
    case .id: return Line(SafeText.identifier(item.id), context.style(.faint))
    }
  }

  private func named(_ name: String?, isDerived: Bool) -> Line {
    guard let name else { return Line(context.words(.unknown), context.style(.unknown)) }
    guard isDerived else { return context.marked(name) }
    let mark = Line(context.words.remark(context.words(.derived)), context.style(.derived))
    let room = (ItemColumn.pillar.fixedColumns ?? 0) - mark.width(context.policy)
    return context.marked(TextFit.truncate(name, room, context.policy)) + mark
  }
}

extension ScreenContext {
  /// 検証中, with 推 behind it where it was inferred.
  func phase(_ item: ItemRow) -> Line {
    let name = Line(words.phase(item.phase), style(.phase(item.phase)))
    guard item.isPhaseDerived else { return name }
    return name + Line(words.pick("(推定)", "(inf.)"), style(.derived))
  }

  /// Phase and attainment in words.
  func state(_ item: ItemRow) -> String {
    let percent = item.kpi?.attainment.map { "\(words(.attainment)) \(words.percent($0))" }
    let phase = words.phase(item.phase) + (item.isPhaseDerived ? words.remark(words(.derived)) : "")
    return [phase, percent].compactMap(\.self).joined(separator: words.pick("、", ", "))
  }

  /// A bar and the 達成率 of a KPI; words where there is no number.
  func attainment(_ kpi: KPIReading?, columns: Int) -> Line {
    guard let kpi else { return Line(words.dash, style(.unknown)) }
    guard let ratio = kpi.attainment else {
      if let measured = kpi.measured {
        return Line(words.pick("実績 ", "") + words.number(measured) + (kpi.unit ?? ""))
      }
      if kpi.target != nil { return Line(words.pick("実績 未記載", "not measured"), style(.unknown)) }
      return Line(words(.unknown), style(.unknown))
    }
    let percent = TextFit.fit(words.percent(ratio), 5, policy, alignment: .trailing)
    return Meter(ratio: min(1, ratio), style: style(.bar)).line(max(3, columns - 6), policy, lineSet)
      + Line(" " + percent)
  }

  /// A date for a narrow column: `R3.3.31`, `R2年度`, else as it is written.
  func shortDate(_ date: PartialDate) -> String {
    switch date {
    case .day(let day): calendar.shortText(day)
    case .month, .year:
      calendar == .iso ? date.code : date.lastDay.map { monthOrYear(date, $0) } ?? date.code
    case .fiscalYear, .words: date.code
    }
  }

  private func monthOrYear(_ date: PartialDate, _ last: CivilDate) -> String {
    let parts = last.shortWareki.split(separator: ".")
    guard case .month = date else { return parts.first.map(String.init) ?? date.code }
    return parts.prefix(2).joined(separator: ".")
  }
}
