import GRDB
import StrategyModel

import enum StrategyModel.Record

/// A store as an import sees it: as of the head at which the import began.
public final class StoreImportContext: ImportContext {
  public typealias Failure = StoreError

  private let reader: StoreReader
  private let head: Int

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
        view.db, sql: "SELECT v.id FROM \(LedgerView.standing(kind)) ORDER BY v.entered",
        arguments: [kind.rawValue, head])
    }
  }

  public func measurements(ofItems ids: [String]) throws(StoreError) -> [StrategyModel.Measurement] {
    try belonging(to: ids, in: "measurement_row")
  }

  public func reviews(ofItems ids: [String]) throws(StoreError) -> [Review] {
    try belonging(to: ids, in: "review_row")
  }

  private func belonging<Value: Decodable>(to named: [String], in table: String) throws(StoreError) -> [Value] {
    guard head > 0, try hasRows(table) else { return [] }
    let items = Set(named).sorted()
    var values: [Value] = []
    for start in stride(from: 0, to: items.count, by: 200) {
      let slice = items[start..<min(start + 200, items.count)]
      values += try reader.read { db in
        let select = try db.cachedStatement(
          sql: """
            SELECT v.body FROM \(table) r JOIN version v ON v.number = r.version
            WHERE r.item = ?1 AND r.until > ?2 AND r.since <= ?2 ORDER BY v.entered
            """)
        return try slice.flatMap { item in
          try String.fetchAll(select, arguments: [item, head]).map { try CanonicalJSON.value(Value.self, $0) }
        }
      }
    }
    return values
  }

  /// A city's first import asks for what belongs to each of its items, and there is nothing yet.
  private func hasRows(_ table: String) throws(StoreError) -> Bool {
    try reader.read { db in
      try Bool.fetchOne(try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(table))")) ?? false
    }
  }

  public func revisions() throws(StoreError) -> [Revision] {
    try reader.revisions().filter { $0.number <= head }
  }
}

/// Where no store is yet: there is nothing that an import must know.
public struct NewStoreContext: ImportContext {
  public init() {}

  public func headNumber() throws(StoreError) -> Int { 0 }
  public func records(of kind: RecordKind) throws(StoreError) -> [Record] { [] }
  public func records(_ keys: [RecordKey]) throws(StoreError) -> [Record] { [] }
  public func ids(of kind: RecordKind) throws(StoreError) -> [String] { [] }
  public func measurements(ofItems ids: [String]) throws(StoreError) -> [StrategyModel.Measurement] { [] }
  public func reviews(ofItems ids: [String]) throws(StoreError) -> [Review] { [] }
  public func revisions() throws(StoreError) -> [Revision] { [] }
}
