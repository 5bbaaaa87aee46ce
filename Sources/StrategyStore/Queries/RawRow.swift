import GRDB
import GRDBSQLite

/// The columns of the row at which a statement stands.
///
/// They are read in place: a long list reads them by the million, and a copy of each row with its columns' names costs
/// more than all that is made of it.
struct RawRow {
  fileprivate let statement: OpaquePointer

  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

  func flag(_ column: Int32) -> Bool { sqlite3_column_int64(statement, column) != 0 }

  func double(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }

  func text(_ column: Int32) -> String { text(ifAny: column) ?? "" }

  func int(ifAny column: Int32) -> Int? { isNull(column) ? nil : int(column) }

  func double(ifAny column: Int32) -> Double? { isNull(column) ? nil : double(column) }

  func text(ifAny column: Int32) -> String? {
    // First the text, then its length: asked the other way round SQLite may convert it in between.
    guard let text = sqlite3_column_text(statement, column) else { return nil }
    let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, column)))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }
}

extension Statement {
  /// Gives every row that the statement finds.
  func forEachRow(_ arguments: StatementArguments, _ body: (RawRow) throws -> Void) throws {
    let rows = try Row.fetchCursor(self, arguments: arguments)
    let row = RawRow(statement: sqliteStatement)
    while try rows.next() != nil { try body(row) }
  }
}
