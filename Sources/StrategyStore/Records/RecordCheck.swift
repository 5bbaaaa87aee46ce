import GRDB
import StrategyModel

/// Whether the rows that lists, filters and sorting read are those that the bodies of the records make.
///
/// They are made anew in memory, some thousand versions at a time, and compared value by value.
struct RowCheck {
  /// Versions that are compared at once.
  private static let portion = 4_000
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

  static func faults(_ db: Database, head: Int) throws -> [String] {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let scratch = try DatabaseQueue(configuration: configuration)
    defer { StoreConnection.retire(scratch) }
    var wrong: [String: Int] = [:]
    try scratch.writeWithoutTransaction { made in
      try StoreSchema.migrate(made, from: 0)
      let versions = try Row.fetchCursor(
        db, sql: "SELECT number, kind, since, entered, body FROM version WHERE since <= ? ORDER BY number",
        arguments: [head])
      var portion = Portion(db: db, made: made, head: head)
      while let row = try versions.next() {
        try portion.take(row)
        if portion.count == Self.portion { try portion.compare(into: &wrong) }
      }
      try portion.compare(into: &wrong)
    }
    return wrong.sorted { $0.key < $1.key }.map { "一覧の行が記録と合いません（表 \($0.key)、\($0.value)件）" }
  }

  private struct Portion {
    let db: Database
    let made: Database
    let head: Int
    private(set) var count = 0
    private var first = 0
    private var last = 0
    private var revision = 0
    private var inserter: RowInserter?
    private var maker = RowImageMaker()

    init(db: Database, made: Database, head: Int) {
      self.db = db
      self.made = made
      self.head = head
    }

    mutating func take(_ row: Row) throws {
      guard let kind = RecordKind(rawValue: row[1]) else { return }
      let number: Int = row[0]
      if count == 0 { first = number }
      last = number
      count += 1
      if inserter == nil || revision != row[2] {
        revision = row[2]
        inserter = try RowInserter(made, revision: revision)
      }
      let image = try maker.image(of: try CanonicalJSON.record(kind, try row.decode(atIndex: 4)))
      try image.withUnsafeBytes { bytes in
        try inserter?.add(RowImage(bytes), number: number, entered: row[3])
        try inserter?.flush()
      }
    }

    /// Adds up the rows that differ, by table, and makes room.
    mutating func compare(into wrong: inout [String: Int]) throws {
      guard count > 0 else { return }
      for (table, key, names) in RowCheck.columns {
        let differing = try differences(table.name, key, names)
        if differing > 0 { wrong[table.name, default: 0] += differing }
        try made.execute(sql: "DELETE FROM \(table.name)")
      }
      count = 0
    }

    private func differences(_ table: String, _ key: [String], _ names: String) throws -> Int {
      let order = key.joined(separator: ", ")
      // A large import may have staged versions of its own meanwhile.
      let found = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(names) FROM \(table) WHERE \(key[0]) BETWEEN ?1 AND ?2
            AND (SELECT since FROM version WHERE number = \(table).\(key[0])) <= ?3 ORDER BY \(order)
          """, arguments: [first, last, head])
      let wanted = try Row.fetchCursor(made, sql: "SELECT \(names) FROM \(table) ORDER BY \(order)")
      return try RowCheck.differences(found, wanted, columns: key.count)
    }
  }

  /// How many rows stand in one of two lists only, or otherwise than in the other.
  ///
  /// - Parameter columns: the first columns, by which both are ordered and which no two rows of a list share.
  private static func differences(_ found: RowCursor, _ wanted: RowCursor, columns: Int) throws -> Int {
    func key(_ row: Row) throws -> [Int] { try (0..<columns).map { try row.decode(Int.self, atIndex: $0) } }
    var differing = 0
    var (left, right) = (try found.next(), try wanted.next())
    while true {
      switch (left, right) {
      case (nil, nil): return differing
      case (let own?, let made?) where own == made:
        (left, right) = (try found.next(), try wanted.next())
        continue
      case (_?, nil): left = try found.next()
      case (nil, _?): right = try wanted.next()
      case (let own?, let made?):
        let keys = (try key(own), try key(made))
        if !keys.1.lexicographicallyPrecedes(keys.0) { left = try found.next() }
        if !keys.0.lexicographicallyPrecedes(keys.1) { right = try wanted.next() }
      }
      differing += 1
    }
  }
}
