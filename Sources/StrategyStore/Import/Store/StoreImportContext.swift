import StrategyModel

import enum StrategyModel.Record

/// A store as an import sees it.
public final class StoreImportContext: ImportContext {
  public typealias Failure = StoreError

  private let reader: StoreReader
  private var measurements: [String: [Measurement]]?
  private var reviews: [String: [Review]]?

  public init(_ reader: StoreReader) { self.reader = reader }

  public func headNumber() throws(StoreError) -> Int { try reader.head() }

  public func records(of kind: RecordKind) throws(StoreError) -> [Record] { try reader.records(of: kind) }

  public func records(_ keys: [RecordKey]) throws(StoreError) -> [Record] {
    var records: [Record] = []
    records.reserveCapacity(keys.count)
    for key in keys {
      if let record = try reader.record(key) { records.append(record) }
    }
    return records
  }

  public func ids(of kind: RecordKind) throws(StoreError) -> [String] {
    var ids: [String] = []
    try reader.forEachRecord(kinds: [kind]) { record throws(StoreError) in ids.append(record.key.id) }
    return ids
  }

  public func measurements(ofItems ids: [String]) throws(StoreError) -> [Measurement] {
    let known: [String: [Measurement]]
    if let measurements { known = measurements } else { known = try byItem(.measurement) { $0.measurement } }
    measurements = known
    return ids.flatMap { known[$0] ?? [] }
  }

  public func reviews(ofItems ids: [String]) throws(StoreError) -> [Review] {
    let known: [String: [Review]]
    if let reviews { known = reviews } else { known = try byItem(.review) { $0.review } }
    reviews = known
    return ids.flatMap { known[$0] ?? [] }
  }

  public func revisions() throws(StoreError) -> [Revision] { try reader.revisions() }

  private func byItem<Value>(
    _ kind: RecordKind, _ value: (Record) -> (item: String, value: Value)?
  ) throws(StoreError) -> [String: [Value]] {
    var found: [String: [Value]] = [:]
    try reader.forEachRecord(kinds: [kind]) { record throws(StoreError) in
      if let (item, value) = value(record) { found[item, default: []].append(value) }
    }
    return found
  }
}

extension Record {
  fileprivate var measurement: (item: String, value: Measurement)? {
    if case .measurement(let value) = self { (value.item, value) } else { nil }
  }

  fileprivate var review: (item: String, value: Review)? {
    if case .review(let value) = self { (value.item, value) } else { nil }
  }
}
