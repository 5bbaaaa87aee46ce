import GRDB

/// Whether a store has the tables and indexes that are made for its version, and no others.
enum SchemaCheck {
  static func faults(_ db: Database) throws -> [String] {
    // One of an earlier version is brought up to date by its next writer.
    let known = try fresh(try Int.fetchOne(db, sql: "PRAGMA user_version") ?? StoreSchema.version)
    let found = try objects(db)
    let names = Set(known.keys).union(found.keys).filter { known[$0] != found[$0] }
    return names.sorted().map { name in
      found[name] == nil
        ? "表か索引がありません（\(name)）" : known[name] == nil ? "honbu が作らない表か索引があります（\(name)）" : "表か索引の形が違います（\(name)）"
    }
  }

  private static func fresh(_ version: Int) throws -> [String: String] {
    let queue = try DatabaseQueue()
    defer { StoreConnection.retire(queue) }
    return try queue.write { db in
      try StoreSchema.migrate(db, from: 0, to: version)
      return try objects(db)
    }
  }

  private static func objects(_ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, type || ' ' || tbl_name || ' ' || sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
    return Dictionary(rows.map { ($0[0] as String, $0[1] as String? ?? "") }) { $1 }
  }
}
