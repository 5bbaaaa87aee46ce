import GRDB
import StrategyModel

import enum StrategyModel.Record

/// A store as an import sees it: as of the head at which the import began.
public final class StoreImportContext: ImportContext {
  public typealias Failure = StoreError

  private let reader: StoreReader
  private let head: Int
  private var measurements: [String: [StrategyModel.Measurement]]?
  private var reviews: [String: [Review]]?

  public init(_ reader: StoreReader) throws(StoreError) {
    self.reader = reader
    head = try reader.head()
  }

  public func headNumber() throws(StoreError) -> Int { head }

  public func records(of kind: RecordKind) throws(StoreError) -> [Record] {
    head == 0 ? [] : try reader.records(of: kind, asOf: head)
  }

  public func records(_ keys: [RecordKey]) throws(StoreError) -> [Record] {
    guard head > 0 else { return [] }
    var records: [Record] = []
    records.reserveCapacity(keys.count)
    for start in stride(from: 0, to: keys.count, by: 200) {
      let slice = keys[start..<min(start + 200, keys.count)]
      records += try reader.read(asOf: head) { view in try slice.compactMap { try view.record($0) } }
    }
    return records
  }

  public func ids(of kind: RecordKind) throws(StoreError) -> [String] {
    guard head > 0 else { return [] }
    return try reader.read(asOf: head) { view in
      try String.fetchAll(
        view.db, sql: "SELECT id FROM version WHERE kind = ?1 AND until > ?2 AND since <= ?2 ORDER BY entered",
        arguments: [kind.rawValue, head])
    }
  }

  public func measurements(ofItems ids: [String]) throws(StoreError) -> [StrategyModel.Measurement] {
    let known: [String: [StrategyModel.Measurement]]
    if let measurements {
      known = measurements
    } else {
      let all = try records(of: .measurement).compactMap { if case .measurement(let value) = $0 { value } else { nil } }
      known = Dictionary(grouping: all, by: \.item)
      measurements = known
    }
    return ids.flatMap { known[$0] ?? [] }
  }

  public func reviews(ofItems ids: [String]) throws(StoreError) -> [Review] {
    let known: [String: [Review]]
    if let reviews {
      known = reviews
    } else {
      let all = try records(of: .review).compactMap { if case .review(let value) = $0 { value } else { nil } }
      known = Dictionary(grouping: all, by: \.item)
      reviews = known
    }
    return ids.flatMap { known[$0] ?? [] }
  }

  public func revisions() throws(StoreError) -> [Revision] {
    try reader.revisions().filter { $0.number <= head }
  }
}
