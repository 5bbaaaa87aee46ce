import StrategyModel

/// Makes the rows of records: the version itself, its links, and the typed rows that lists read.
struct RowImageMaker: ~Copyable {
  private var writer = CanonicalWriter()

  /// The images since ``clear()``, one behind the other. Valid until the next change.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(writer.room.bytes) }

  mutating func clear() { writer.room.clear() }

  /// - Returns: the image's length.
  /// - Throws: ``StoreError/invalid(_:)`` for a body with a NUL, or one that cannot be written; what was made before
  ///   stays.
  mutating func append(_ record: Record) throws -> Int {
    let start = writer.room.count
    do {
      try image(of: record, at: start)
    } catch {
      writer.room.cut(to: start)
      throw error
    }
    return writer.room.count - start
  }

  private mutating func image(of record: Record, at start: Int) throws {
    let key = record.key
    for _ in 0..<RowImage.headSize / 4 { writer.room.append(integer: UInt32(0)) }
    writer.room.append(key.id)
    let body = writer.room.count
    try writer.body(of: record)
    if writer.holdsNUL { throw StoreError.invalid("NUL文字は使えません（\(key.kind.rawValue) \(key.id)）") }
    let counts = writer.room.count
    if case .item(let item) = record { writer.room.counts(of: item) }
    let rows = writer.room.count
    for (place, length) in [body - start - RowImage.headSize, counts - body, rows - counts].enumerated() {
      writer.room.put(UInt32(truncatingIfNeeded: length), at: start + 4 * place)
    }
    writer.room.version(record, kind: key.kind)
    for (place, link) in record.linkRows.enumerated() { writer.room.link(link, place: place) }
    switch record {
    case .item(let item): writer.room.rows(of: item)
    case .measurement(let measurement): writer.room.row(of: measurement)
    case .review(let review): writer.room.row(of: review)
    default: break
    }
  }
}

extension ByteRoom {
  fileprivate mutating func version(_ record: Record, kind: RecordKind) {
    let row = beginRow(.version)
    value(.number)
    value(kind.rawValue)
    value(.id)
    value(.revision)
    value(.entered)
    value(record.title)
    value(record.day)
    value(record.tag)
    value(.body)
    endRow(row)
  }

  fileprivate mutating func link(_ link: RecordLink, place: Int) {
    let row = beginRow(.link)
    value(.number)
    value(place)
    value(link.kind?.rawValue ?? "")
    value(link.id)
    endRow(row)
  }

  fileprivate mutating func rows(of item: ActionItem) {
    let years = item.spannedYears
    var row = beginRow(.itemRow)
    value(.number)
    value(.id)
    value(.revision)
    value(.entered)
    value(item.title)
    text { item.writeTitleKey(to: &$0) }
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
    endRow(row)
    row = beginRow(.itemText)
    value(.number)
    text { item.writeSearchedText(to: &$0) }
    endRow(row)
    for (place, kpi) in item.kpis.enumerated() { self.row(of: kpi, place: place) }
  }

  private mutating func row(of kpi: KPI, place: Int) {
    let final = kpi.target(inForceOn: ByteRoom.endOfTime)
    let row = beginRow(.kpiRow)
    value(.number)
    value(place)
    value(kpi.id)
    value(kpi.name)
    value(kpi.unit)
    value(kpi.isApproximate)
    value(kpi.baseline)
    text { KPIColumns.write(kpi.targets, to: &$0) }
    value(final?.due?.lastDay?.dayNumber)
    value(final?.value)
    endRow(row)
  }

  /// The last day of the calendar, 2999-12-31.
  private static let endOfTime = CivilDate(dayNumber: .max)

  fileprivate mutating func row(of measurement: Measurement) {
    let row = beginRow(.measurementRow)
    value(.number)
    value(.id)
    value(measurement.item)
    value(measurement.kpi)
    value(.revision)
    value(measurement.date)
    value(measurement.date?.lastDay?.dayNumber)
    value(measurement.value as Double?)
    endRow(row)
  }

  fileprivate mutating func row(of review: Review) {
    let row = beginRow(.reviewRow)
    value(.number)
    value(.id)
    value(review.item)
    value(.revision)
    value(PartialDate.day(review.date))
    endRow(row)
  }
}
