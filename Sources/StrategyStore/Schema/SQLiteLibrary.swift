import GRDBSQLite

/// The SQLite that the program runs with.
public enum SQLiteLibrary {
  public static var version: String { String(cString: sqlite3_libversion()) }

  /// Whether two processes that checkpoint a write-ahead log at once can damage it. A store has none.
  public static var canDamageWAL: Bool { canDamageWAL(Int(sqlite3_libversion_number())) }

  /// From 3.7.0 to 3.51.2, but for the mended 3.50.7 and 3.44.6 (https://www.sqlite.org/wal.html#walresetbug).
  ///
  /// - Parameter number: as SQLite counts, e.g. 3040001.
  static func canDamageWAL(_ number: Int) -> Bool {
    switch number {
    case 3_044_006..<3_045_000, 3_050_007..<3_051_000: false
    default: (3_007_000..<3_051_003).contains(number)
    }
  }
}
