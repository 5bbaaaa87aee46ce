import GRDB
import StrategyModel

/// Whether every record can be read, and the rows that lists, filters and sorting read are those that its body makes.
///
/// They are made anew in memory, some thousand versions at a time, and compared value by value.
struct RecordCheck {
  /// Versions that are read at once, in some ten milliseconds: so long a writer waits.
  private static let portion = 2_000
  /// All columns but `until`, which tells when a version ended and is looked at on its own.
  ///
  /// The key is the version that a row belongs to, and where a version has several its place.
  private static let columns: [(table: LedgerTable, key: [String], names: String)] = [
    (.version, ["number"], "number, kind, id, since, entered, title, day, tag"),
    (.link, ["version", "place"], "version, place, to_kind, to_id"),
    (
      .itemRow, ["version"],
      """
      version, id, since, entered, title, title_key, framework, pillar, legacy_pillar, pillar_derived, phase,
      phase_derived, department, first_year, last_year, group_year, traits
      """
    ),
    (.itemText, ["version"], "version, folded"),
    (
      .kpiRow, ["version", "place"],
      "version, place, id, name, unit, is_approximate, baseline, targets, final_day, final_value"
    ),
    (.measurementRow, ["version"], "version, id, item, kpi, since, day, last_day, value"),
    (.reviewRow, ["version"], "version, id, item, since, day"),
  ]

  /// A line for every body that cannot be read or is not what its version says.
  private(set) var bodies: [String] = []
  private var wrong: [String: Int] = [:]

  /// What the items that hold at the head add to the counts.
  private(set) var counted = FacetDeltas()

  /// A line for every table with rows that differ.
  var rows: [String] {
    wrong.sorted { $0.key < $1.key }.map { "一覧の行が記録と合いません（表 \($0.key)、\($0.value)件）" }
  }

  /// Reads in portions, so that others can write between two of them; what they write is not looked at.
  ///
  /// - Parameter progress: told after each portion how many versions were compared.
  init(
    _ queue: DatabaseQueue, head: Int, portion limit: Int = portion, progress: (Int) -> Void = { _ in }
  ) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let scratch = try DatabaseQueue(configuration: configuration)
    defer { StoreConnection.retire(scratch) }
    try scratch.writeWithoutTransaction { try StoreSchema.migrate($0, from: 0) }
    var last: Int?
    var compared = 0
    let end = try queue.read {
      try Int.fetchOne($0, sql: "SELECT max(number) FROM version WHERE since <= ?", arguments: [head])
    }
    // Behind the end there may be a million rows that an import has staged.
    while let end, let portion = try queue.read({ try Portion($0, after: last, through: end, limit, head: head) }) {
      try scratch.writeWithoutTransaction { try compare(portion, in: $0, head: head) }
      last = portion.last
      compared += portion.versions.count
      progress(compared)
    }
  }

  /// Some versions, and the rows that stand for them.
  private struct Portion {
    let versions: [Row]
    let last: Int
    let found: [[Row]]

    /// - Returns: `nil` behind the last version.
    init?(_ db: Database, after number: Int?, through end: Int, _ limit: Int, head: Int) throws {
      versions = try Row.fetchAll(
        db,
        sql: """
          SELECT number, since, entered, kind, id, title, body, until FROM version
          WHERE number > ? AND number <= ? AND +since <= ? ORDER BY number LIMIT ?
          """, arguments: [number ?? .min, end, head, limit])
      guard let first = versions.first, let last = versions.last else { return nil }
      self.last = last[0]
      let range: [Int] = [first[0], last[0], head]
      found = try RecordCheck.columns.map { table, key, names in
        // A large import may have staged versions of its own meanwhile.
        try Row.fetchAll(
          db,
          sql: """
            SELECT \(names) FROM \(table.name) WHERE \(key[0]) BETWEEN ?1 AND ?2
              AND (SELECT since FROM version WHERE number = \(table.name).\(key[0])) <= ?3
            ORDER BY \(key.joined(separator: ", "))
            """, arguments: StatementArguments(range))
      }
    }
  }

  /// Adds up the rows that differ, by table, and leaves the scratch store empty.
  private mutating func compare(_ portion: Portion, in made: Database, head: Int) throws {
    try make(portion.versions, in: made, head: head)
    for ((table, key, names), found) in zip(RecordCheck.columns, portion.found) {
      let wanted = try Row.fetchAll(
        made, sql: "SELECT \(names) FROM \(table.name) ORDER BY \(key.joined(separator: ", "))")
      let differing = try RecordCheck.differences(found, wanted, columns: key.count)
      if differing > 0 { wrong[table.name, default: 0] += differing }
      try made.execute(sql: "DELETE FROM \(table.name)")
    }
  }

  private mutating func make(_ versions: [Row], in made: Database, head: Int) throws {
    var inserter: RowInserter?
    var revision: Int?
    var maker = RowImageMaker()
    for row in versions {
      guard let record = try record(of: row) else { continue }
      if case .item(let item) = record, try row.decode(Int.self, atIndex: 7) > head { counted.add(item, 1) }
      let (number, since, entered): (Int, Int, Int) =
        (try row.decode(atIndex: 0), try row.decode(atIndex: 1), try row.decode(atIndex: 2))
      if revision != since {
        revision = since
        inserter = RowInserter(made, revision: since)
      }
      maker.clear()
      _ = try maker.append(record)
      try inserter?.add(RowImage(maker.bytes), number: number, entered: entered)
      try inserter?.flush()
    }
  }

  /// A body that can be read is in canonical form, and the record that its version says.
  private mutating func record(of row: Row) throws -> StrategyModel.Record? {
    let (kind, id, title, body): (String, String, String, String) =
      (try row.decode(atIndex: 3), try row.decode(atIndex: 4), try row.decode(atIndex: 5), try row.decode(atIndex: 6))
    guard let known = RecordKind(rawValue: kind), let record = RecordCheck.readable(known, body) else {
      bodies.append("記録が読めません（\(kind) \(id)）")
      return nil
    }
    let canonical = try CanonicalJSON.body(of: record)
    if record.key.id != id || record.title != title || canonical != body {
      bodies.append("記録と見出しが合いません（\(kind) \(id)）")
      // Its rows could stand where those of another one have to.
      return nil
    }
    return record
  }

  private static func readable(_ kind: RecordKind, _ body: String) -> StrategyModel.Record? {
    do { return try CanonicalJSON.record(kind, body) } catch { return nil }
  }

  /// How many rows stand in one of two lists only, or otherwise than in the other.
  ///
  /// - Parameter columns: the first columns, by which both are ordered and which no two rows of a list share.
  private static func differences(_ found: [Row], _ wanted: [Row], columns: Int) throws -> Int {
    func key(_ row: Row) throws -> [Int] { try (0..<columns).map { try row.decode(Int.self, atIndex: $0) } }
    var (own, made) = (found[...], wanted[...])
    var differing = 0
    while let left = own.first, let right = made.first {
      if left == right {
        own.removeFirst()
        made.removeFirst()
        continue
      }
      let keys = (try key(left), try key(right))
      if !keys.1.lexicographicallyPrecedes(keys.0) { own.removeFirst() }
      if !keys.0.lexicographicallyPrecedes(keys.1) { made.removeFirst() }
      differing += 1
    }
    return differing + own.count + made.count
  }
}
