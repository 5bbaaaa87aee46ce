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
    switch record {
    case .item(let item):
      // Taken out of the record once: it has two dozen fields that each copy would count.
      try image(
        of: Head(item), at: start, body: { try $0.body(of: item) }, counts: { $0.counts(of: item) },
        rows: { $0.rows(of: item) })
    case .measurement(let measurement):
      try image(of: Head(record), at: start, body: { try $0.body(of: record) }, rows: { $0.row(of: measurement) })
    case .review(let review):
      try image(of: Head(record), at: start, body: { try $0.body(of: record) }, rows: { $0.row(of: review) })
    default: try image(of: Head(record), at: start, body: { try $0.body(of: record) })
    }
  }

  private mutating func image(
    of head: Head, at start: Int, body: (inout CanonicalWriter) throws -> Void,
    counts: (inout ByteRoom) -> Void = { _ in }, rows: (inout ByteRoom) -> Void = { _ in }
  ) throws {
    for _ in 0..<RowImage.headSize / 4 { writer.room.append(integer: UInt32(0)) }
    writer.room.append(head.id)
    let bodyStart = writer.room.count
    try body(&writer)
    if writer.holdsNUL { throw StoreError.invalid("NUL文字は使えません（\(head.kind.rawValue) \(head.id)）") }
    let countsStart = writer.room.count
    counts(&writer.room)
    let rowsStart = writer.room.count
    writer.room.put(UInt32(truncatingIfNeeded: bodyStart - start - RowImage.headSize), at: start)
    writer.room.put(UInt32(truncatingIfNeeded: countsStart - bodyStart), at: start + 4)
    writer.room.put(UInt32(truncatingIfNeeded: rowsStart - countsStart), at: start + 8)
    writer.room.version(head)
    for (place, link) in head.links.enumerated() { writer.room.link(link, place: place) }
    rows(&writer.room)
  }

  /// What every record has beside its body.
  fileprivate struct Head {
    var kind: RecordKind
    var id: String
    var title: String
    var day: PartialDate?
    var tag: String?
    /// Those that have a row of their own.
    var links: [RecordLink]

    init(_ record: Record) {
      (kind, id) = (record.key.kind, record.key.id)
      (title, day, tag) = (record.title, record.day, record.tag)
      links = record.linkRows
    }

    /// The same of an item, without making a record of it.
    init(_ item: ActionItem) {
      (kind, id) = (.item, item.id)
      (title, day, tag) = (item.title, nil, nil)
      links = item.linkRows
    }
  }
}

extension ByteRoom {
  fileprivate mutating func version(_ head: RowImageMaker.Head) {
    let row = beginRow(.version)
    value(.number)
    value(head.kind.rawValue)
    value(.id)
    value(.revision)
    value(.entered)
    value(head.title)
    value(head.day?.code)
    value(head.tag)
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
    let final = kpi.finalTarget
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

  fileprivate mutating func row(of measurement: Measurement) {
    let row = beginRow(.measurementRow)
    value(.number)
    value(.id)
    value(measurement.item)
    value(measurement.kpi)
    value(.revision)
    value(measurement.date?.code)
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
    value(review.date.iso)
    endRow(row)
  }
}

extension KPI {
  private static let endOfTime = CivilDate(dayNumber: .max)

  /// The one in force once all are past.
  fileprivate var finalTarget: Target? { target(inForceOn: KPI.endOfTime) }
}
