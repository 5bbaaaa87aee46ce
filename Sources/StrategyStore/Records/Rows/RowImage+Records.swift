import StrategyModel

/// Makes the rows of records: the version itself, its links, and the typed rows that lists read.
struct RowImageMaker {
  private var writer = CanonicalWriter()
  private var image = RowImageBytes()

  /// - Throws: ``StoreError/invalid(_:)`` for a body with a NUL, or one that cannot be written.
  mutating func image(of record: Record) throws -> [UInt8] {
    try writer.body(of: record)
    let key = record.key
    if writer.holdsNUL { throw StoreError.invalid("NUL文字は使えません（\(key.kind.rawValue) \(key.id)）") }
    image.begin(id: key.id, body: writer.bytes)
    if case .item(let item) = record { image.counts { $0.counts(of: item) } }
    image.version(record, kind: key.kind)
    for (place, link) in record.linkRows.enumerated() { image.link(link, place: place) }
    switch record {
    case .item(let item): image.rows(of: item)
    case .measurement(let measurement): image.row(of: measurement)
    case .review(let review): image.row(of: review)
    default: break
    }
    return image.bytes
  }
}

extension RowImageBytes {
  fileprivate mutating func counts(of item: ActionItem) {
    FacetDeltas.forEach(of: item) { facet, key, delta in count(facet.code, key, delta) }
  }

  fileprivate mutating func version(_ record: Record, kind: RecordKind) {
    row(.version)
    value(.number)
    value(kind.rawValue)
    value(.id)
    value(.revision)
    value(.entered)
    value(record.title)
    value(record.day?.code)
    value(record.tag)
    value(.body)
  }

  fileprivate mutating func link(_ link: RecordLink, place: Int) {
    row(.link)
    value(.number)
    value(place)
    value(link.kind?.rawValue ?? "")
    value(link.id)
  }

  fileprivate mutating func rows(of item: ActionItem) {
    let years = item.spannedYears
    row(.itemRow)
    value(.number)
    value(.id)
    value(.revision)
    value(.entered)
    value(item.title)
    value(item.titleKey)
    value(item.framework)
    value(item.pillar)
    value(item.legacyPillar)
    value(item.pillarConfidence == .derived)
    value(item.shownPhase?.rawValue)
    value(item.isPhaseDerived)
    value(item.department)
    value(years.all?.lowerBound)
    value(years.all?.upperBound)
    value(years.group)
    value(item.traits.rawValue)
    row(.itemText)
    value(.number)
    value(item.foldedText)
    for (place, kpi) in item.kpis.enumerated() { row(of: kpi, place: place) }
  }

  private mutating func row(of kpi: KPI, place: Int) {
    let final = kpi.target(inForceOn: RowImageBytes.endOfTime)
    row(.kpiRow)
    value(.number)
    value(place)
    value(kpi.id)
    value(kpi.name)
    value(kpi.unit)
    value(kpi.isApproximate)
    value(kpi.baseline)
    value(KPIColumns.text(kpi.targets))
    value(final?.due?.lastDay?.dayNumber)
    value(final?.value)
  }

  /// The last day of the calendar, 2999-12-31.
  private static let endOfTime = CivilDate(dayNumber: .max)

  fileprivate mutating func row(of measurement: Measurement) {
    row(.measurementRow)
    value(.number)
    value(.id)
    value(measurement.item)
    value(measurement.kpi)
    value(.revision)
    value(measurement.date?.code)
    value(measurement.date?.lastDay?.dayNumber)
    value(measurement.value as Double?)
  }

  fileprivate mutating func row(of review: Review) {
    row(.reviewRow)
    value(.number)
    value(.id)
    value(review.item)
    value(.revision)
    value(review.date.iso)
  }
}
