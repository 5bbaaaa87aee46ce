import StrategyModel

/// Items as the rows of a table, with what a spreadsheet can reckon with.
struct ItemOutline {
  let context: ScreenContext
  /// Those that are shown, in their order.
  let columns: [ItemColumn]
  /// Dates and slips, for a timeline.
  var hasTiming = false

  private var words: Words { context.words }

  /// Columns of a list within another record.
  var columnsInList: [OutlineColumn] { columns.map(column) }

  func cellsInList(_ item: ItemRow) -> [OutlineCell] { columns.map { cell($0, of: item) } }

  /// All columns of a list of items: those that are shown, then the data.
  var allColumns: [OutlineColumn] {
    columnsInList + timingColumns
      + [Word.derivedPhase, .pillar, .kpi, .unit].map { OutlineColumn(data($0), isDataOnly: true) }
      + numbers.map { OutlineColumn(data($0), isNumber: true, isDataOnly: true) }
      + [Word.effectiveNow].map { OutlineColumn("\(words(.due))\(words.remark(words($0)))", isDataOnly: true) }
      + (columns.contains(.id) ? [] : [OutlineColumn(words(.id), isDataOnly: true)])
  }

  /// 達成率 once: among the columns that are shown, or else with the data.
  private var numbers: [Word] { [.baseline, .target, .measured] + (columns.contains(.kpi) ? [] : [.attainment]) }

  func allCells(_ item: ItemRow) -> [OutlineCell] {
    let kpi = item.kpi
    let derived = [item.isPhaseDerived ? words(.phase) : nil, item.isPillarDerived ? words(.pillar) : nil]
    let values = [kpi?.baseline, kpi?.target, kpi?.measured, kpi?.attainment.map(percent)]
    return cellsInList(item) + timingCells(item)
      + [derived.compactMap { $0 }.joined(separator: "・"), item.pillar, kpi?.name, kpi?.unit].map {
        OutlineCell($0 ?? "")
      }
      + values.prefix(numbers.count).map { OutlineCell("", datum: $0.map { .number($0) } ?? .empty) }
      + [OutlineCell(kpi?.due?.code ?? "")]
      + (columns.contains(.id) ? [] : [OutlineCell(item.id)])
  }

  /// Two columns may not have one name.
  private func data(_ word: Word) -> String {
    switch word {
    case .derivedPhase: words(.derived)
    case .pillar: words.pick("柱の番号", "Pillar ID")
    case .kpi: words.pick("指標", "Indicator")
    case .attainment: percentName
    default: words(word)
    }
  }

  /// In a sheet the number stands without its sign.
  private var percentName: String { words.pick("達成率%", "Attainment %") }

  /// A timeline is of dates: what else is known of its items is data.
  private func column(_ column: ItemColumn) -> OutlineColumn {
    OutlineColumn(
      words(column == .kpi ? .attainment : column.word), isNumber: column == .kpi,
      dataTitle: column == .kpi ? percentName : nil,
      isDataOnly: hasTiming && ![.title, .phase, .due].contains(column))
  }

  private func cell(_ column: ItemColumn, of item: ItemRow) -> OutlineCell {
    switch column {
    case .title: return OutlineCell(item.title)
    case .phase:
      let name = OutlineText(words.phase(item.phase), item.phase == nil ? .unknown : .phase(item.phase))
      return OutlineCell(
        item.isPhaseDerived ? name + derived : name, datum: item.phase == nil ? .empty : .text(words.phase(item.phase)))
    case .pillar:
      guard let name = item.pillarName else { return context.unknownCell }
      return OutlineCell(item.isPillarDerived ? OutlineText(name) + derived : OutlineText(name), datum: .text(name))
    case .kpi: return attainment(item.kpi)
    case .department: return context.textCell(item.department)
    case .due:
      return item.nextDue == nil
        ? OutlineCell(context.words.dash, .unknown, datum: .empty) : context.dateCell(item.nextDue)
    case .reviewed:
      return item.lastReview.map(context.dateCell)
        ?? OutlineCell(words.pick("記録なし", "none"), .unknown, datum: .empty)
    case .id: return OutlineCell(item.id, .faint)
    }
  }

  private var derived: OutlineText {
    OutlineText(words.remark(words(.derived)), .derived)
  }

  /// To a tenth, rounded down as the percentage on the screen is.
  private func percent(_ ratio: Double) -> Double { (ratio * 1_000 + 1e-8).rounded(.down) / 10 }

  private func attainment(_ kpi: KPIReading?) -> OutlineCell {
    guard let kpi else { return OutlineCell(words.dash, .unknown, datum: .empty) }
    if let ratio = kpi.attainment {
      return OutlineCell(words.percent(ratio), datum: .number(percent(ratio)))
    }
    if let measured = kpi.measured {
      return OutlineCell(words.pick("実績 ", "") + words.number(measured) + (kpi.unit ?? ""), datum: .empty)
    }
    guard kpi.target != nil else { return context.unknownCell }
    return OutlineCell(words.pick("実績 未記載", "not measured"), .unknown, datum: .empty)
  }

  // MARK: Timeline

  private var timingColumns: [OutlineColumn] {
    guard hasTiming else { return [] }
    let derived = [Word.schedule, .events].map {
      OutlineColumn(words($0) + words.remark(words(.derived)), isDataOnly: true)
    }
    let dates = [Word.start, .end, .schedule, .events].map { OutlineColumn(words($0)) } + derived
    return dates + (context.since.map { [OutlineColumn("\(words(.slip))(r\($0))")] } ?? [])
  }

  private func timingCells(_ item: ItemRow) -> [OutlineCell] {
    guard hasTiming else { return [] }
    let timing = item.timing ?? ItemTiming()
    let slip =
      context.since == nil ? [] : [OutlineCell(timing.slip.map { words.slip($0, isTerse: false) } ?? words.dash)]
    return [
      context.dateCell(timing.start), context.dateCell(timing.end), dates(timing.scheduled), dates(timing.happened),
      derivedDates(timing.scheduled), derivedDates(timing.happened),
    ] + slip
  }

  /// A few dates one after the other, of many the first and the last; those that were inferred with a word that says so.
  private func dates(_ facts: [DatedFact]) -> OutlineCell {
    let ordered = ordered(facts)
    guard let first = ordered.first, let last = ordered.last else { return context.unknownCell }
    let comma = OutlineText(words.pick("、", ", "))
    let span = OutlineText(words.pick("〜", " \(words.enDash) "))
    let text =
      ordered.count <= 3
      ? ordered.dropFirst().reduce(dated(first)) { $0 + comma + dated($1) }
      : dated(first) + span + dated(last) + OutlineText(words.remark(words.count(facts.count)))
    return OutlineCell(text, datum: .text(ordered.map(\.date.code).joined(separator: ";")))
  }

  /// Which of the dates were inferred, for a sheet.
  private func derivedDates(_ facts: [DatedFact]) -> OutlineCell {
    let derived = ordered(facts).filter { $0.confidence == .derived }
    return OutlineCell(derived.map(\.date.code).joined(separator: ";"))
  }

  /// Each date once, in their order; one that is on record is not inferred.
  private func ordered(_ facts: [DatedFact]) -> [DatedFact] {
    let stated = Set(facts.filter { $0.confidence == .stated }.map(\.date))
    var seen: Set<PartialDate> = []
    return
      facts.filter { $0.confidence == .stated || !stated.contains($0.date) }
      .sorted { ($0.date.firstDay?.dayNumber ?? 0, $0.date.code) < ($1.date.firstDay?.dayNumber ?? 0, $1.date.code) }
      .filter { seen.insert($0.date).inserted }
  }

  private func dated(_ fact: DatedFact) -> OutlineText {
    let text = OutlineText(context.calendarText(fact.date))
    return fact.confidence == .derived ? text + derived : text
  }
}
