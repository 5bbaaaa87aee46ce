import Foundation
import GRDB

/// Runs `body` and says in the store's own words what SQLite or a decoder has to complain about.
func translating<Value>(_ place: StorePlace, _ body: () throws -> Value) throws(StoreError) -> Value {
  do {
    return try body()
  } catch StoreError.damaged("", let detail) {
    // Thrown where only the connection is known.
    throw .damaged(path: place.path, detail: detail)
  } catch let error as StoreError {
    throw error
  } catch let error as DatabaseError {
    throw StoreError(error, at: place)
  } catch is RowDecodingError {
    throw .damaged(path: place.path, detail: "読めない記録があります")
  } catch is DecodingError {
    throw .damaged(path: place.path, detail: "読めない記録があります")
  } catch {
    throw .io(path: place.path, detail: "\(error)")
  }
}

extension StoreError {
  /// The wording never repeats SQLite's message: it can quote SQL or data.
  init(_ error: DatabaseError, at place: StorePlace) {
    let path = place.path
    switch error.extendedResultCode {
    case .SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY, .SQLITE_READONLY_CANTLOCK:
      self = .hotJournal(path: path)
      return
    case .SQLITE_IOERR_DIR_FSYNC:
      // The journal is gone and the change stands, unless it was the journal's own making that was not confirmed.
      self = .notConfirmed(path: path)
      return
    default: break
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_PERM, .SQLITE_AUTH: self = .forbidden(path: path)
    case .SQLITE_NOTADB: self = .foreign(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, detail: "ファイルの構造が正しくありません")
    case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_ERROR, .SQLITE_SCHEMA:
      self = .damaged(path: path, detail: "表の構造か内容が決まりに合いません")
    case .SQLITE_FULL: self = .fullDisk(path: path)
    case .SQLITE_CANTOPEN: self = .forbidden(path: path)
    default: self = .io(path: path, detail: "SQLite \(error.extendedResultCode.rawValue)")
    }
  }

  /// What a system call said.
  static func system(_ code: Int32, at path: String) -> StoreError {
    switch code {
    case ENOENT: .missing(path: path)
    case EACCES, EPERM: .forbidden(path: path)
    case EROFS: .readOnly(path: path)
    case ENOSPC, EDQUOT: .fullDisk(path: path)
    default: .io(path: path, detail: String(cString: strerror(code)))
    }
  }
}
