import GRDB
import GRDBSQLite
import StrategyModel

/// Writes row images, many rows of a table in one statement.
///
/// SQLite finds the place of a row from the root of every index; within one statement the cursors stay, so that fifty
/// rows cost a third of fifty statements. GRDB's own binding would cost as much again.
final class RowInserter {
  /// Records whose rows may wait.
  static let waiting = 256
  /// Rows of one statement; the largest that fits goes first.
  private static let sizes = [50, 8, 1]

  private let db: Database
  private let revision: Int
  private var tables: [Table]
  private var records = 0

  private struct Table {
    /// By ``sizes``.
    var statements: [Statement?] = []
    var rows: [Row] = []
  }

  /// A row whose values were not bound yet. The image stays where it is until then.
  private struct Row {
    var image: RowImage
    var values: UnsafeRawPointer
    var number: Int
    var entered: Int
  }

  init(_ db: Database, revision: Int) {
    self.db = db
    self.revision = revision
    tables = LedgerTable.allCases.map { _ in Table() }
  }

  /// - Parameter image: valid until the next ``flush()``.
  func add(_ image: RowImage, number: Int, entered: Int) throws {
    guard var values = image.rows.baseAddress else { return }
    let end = values + image.rows.count
    while values < end {
      let table = Int(values.load(as: UInt8.self))
      let length = Int(values.loadUnaligned(fromByteOffset: 1, as: UInt32.self))
      values += 5
      tables[table].rows.append(Row(image: image, values: values, number: number, entered: entered))
      values += length
    }
    records += 1
    if records == RowInserter.waiting { try flush() }
  }

  /// Writes what waits, a table before those that refer to it.
  func flush() throws {
    records = 0
    for table in LedgerTable.allCases {
      let place = Int(table.rawValue)
      let rows = tables[place].rows
      var written = 0
      while written < rows.count {
        let size = RowInserter.sizes.firstIndex { $0 <= rows.count - written } ?? RowInserter.sizes.count - 1
        let count = RowInserter.sizes[size]
        try write(rows[written..<(written + count)], try statement(table, size))
        written += count
      }
      tables[place].rows.removeAll(keepingCapacity: true)
    }
  }

  private func statement(_ table: LedgerTable, _ size: Int) throws -> OpaquePointer? {
    let place = Int(table.rawValue)
    if tables[place].statements.isEmpty {
      tables[place].statements = Array(repeating: nil, count: RowInserter.sizes.count)
    }
    if let known = tables[place].statements[size] { return known.sqliteStatement }
    // A bundle has many small revisions: each takes the statements of the one before.
    let statement = try db.cachedStatement(sql: table.insertion(rows: RowInserter.sizes[size]))
    tables[place].statements[size] = statement
    return statement.sqliteStatement
  }

  private func write(_ rows: ArraySlice<Row>, _ statement: OpaquePointer?) throws {
    var index: Int32 = 0
    let width = sqlite3_bind_parameter_count(statement) / Int32(rows.count)
    for row in rows {
      var values = row.values
      for _ in 0..<width {
        index += 1
        try check(bind(row, values, statement, index))
        values += RowInserter.size(ofValueAt: values)
      }
    }
    let result = sqlite3_step(statement)
    sqlite3_reset(statement)
    if result != SQLITE_DONE { try check(result) }
  }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else {
      throw DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)))
    }
  }

  private func bind(
    _ row: Row, _ value: UnsafeRawPointer, _ statement: OpaquePointer?, _ index: Int32
  ) -> Int32 {
    switch RowValue(rawValue: value.load(as: UInt8.self)) {
    case .small: sqlite3_bind_int64(statement, index, Int64(value.load(fromByteOffset: 1, as: UInt8.self)))
    case .integer: sqlite3_bind_int64(statement, index, value.loadUnaligned(fromByteOffset: 1, as: Int64.self))
    case .real:
      sqlite3_bind_double(
        statement, index, Double(bitPattern: value.loadUnaligned(fromByteOffset: 1, as: UInt64.self)))
    case .text: bind(value + 5, Int(value.loadUnaligned(fromByteOffset: 1, as: UInt32.self)), statement, index)
    case .number: sqlite3_bind_int64(statement, index, Int64(row.number))
    case .revision: sqlite3_bind_int64(statement, index, Int64(revision))
    case .entered: sqlite3_bind_int64(statement, index, Int64(row.entered))
    case .id: bind(row.image.id.baseAddress, row.image.id.count, statement, index)
    case .body: bind(row.image.body.baseAddress, row.image.body.count, statement, index)
    case .null, nil: sqlite3_bind_null(statement, index)
    }
  }

  /// Without a destructor SQLite reads the bytes where they are.
  private func bind(
    _ text: UnsafeRawPointer?, _ count: Int, _ statement: OpaquePointer?, _ index: Int32
  ) -> Int32 {
    sqlite3_bind_text(statement, index, text?.assumingMemoryBound(to: CChar.self), Int32(count), nil)
  }

  private static func size(ofValueAt value: UnsafeRawPointer) -> Int {
    switch RowValue(rawValue: value.load(as: UInt8.self)) {
    case .small: 2
    case .integer, .real: 9
    case .text: 5 + Int(value.loadUnaligned(fromByteOffset: 1, as: UInt32.self))
    default: 1
    }
  }
}
