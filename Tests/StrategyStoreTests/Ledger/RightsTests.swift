import Foundation
import GRDB
import StrategyModel
import Testing

@testable import StrategyStore

@_silgen_name("setfsuid") private func setfsuid(_ user: UInt32) -> Int32

/// Of one thread only: as whom files are opened. Root may open anything.
func asAnotherUser<Value>(_ body: () throws -> Value) rethrows -> Value {
  guard getuid() == 0 else { return try body() }
  _ = setfsuid(65_534)
  defer { _ = setfsuid(0) }
  return try body()
}

@Suite("Readers who may not write")
struct RightsTests {
  /// A store that others may read, in a folder that they may not write to.
  private func store(_ scratch: Scratch) throws -> Ledger {
    let ledger = try Ledger.create(at: scratch.store, revisions: [draft("2020-01-01", items(0..<300))])
    chmod(scratch.store, 0o444)
    chmod(scratch.folder, 0o555)
    return ledger
  }

  @Test("They read, and a write is refused in one sentence")
  func readOnly() throws {
    let scratch = try Scratch()
    _ = try store(scratch)
    let bytes = try scratch.bytes()
    try asAnotherUser { () throws -> Void in
      #expect(try StoreReader(path: scratch.store).records(of: .item).count == 300)
      let error = storeError {
        try Ledger.open(path: scratch.store).append(draft("2020-02-01", items(300..<301)), today: today)
      }
      #expect(error == .readOnly(path: scratch.store))
      #expect(error?.message == "台帳に書き込めません: \(scratch.store)（ファイルとフォルダーの書き込み権限を確かめてください）")
      #expect(storeError { try Ledger.create(at: scratch.folder + "/new.sqlite", revisions: []) }?.exitCode == 73)
    }
    #expect(try scratch.bytes() == bytes)
    #expect(try scratch.names() == ["honbu.sqlite"])
  }

  /// The store as a writer leaves it that is killed while its transaction stands half in the file.
  private func leaveHotJournal(_ scratch: Scratch) throws {
    let source = try Scratch()
    _ = try Ledger.create(at: source.store, revisions: [draft("2020-01-01", items(0..<300))])
    let queue = try DatabaseQueue(path: source.store)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA cache_size = 5; BEGIN; UPDATE version SET title = title || 'x'")
      for suffix in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: source.store + suffix, toPath: scratch.store + suffix)
      }
      try db.execute(sql: "ROLLBACK")
    }
  }

  @Test("What a killed writer left half done is said to who may not write, and rolled back by who may")
  func hotJournal() throws {
    let scratch = try Scratch()
    try leaveHotJournal(scratch)
    for name in try scratch.names() { chmod("\(scratch.folder)/\(name)", 0o444) }
    chmod(scratch.folder, 0o555)
    asAnotherUser {
      let error = storeError { try StoreReader(path: scratch.store) }
      #expect(error == .hotJournal(path: scratch.store))
      #expect(error?.message == "前回の書き込みが途中で止まっています。書き込める人が一度開くと元に戻ります: \(scratch.store)")
      #expect(error?.exitCode == 75)
    }
    chmod(scratch.folder, 0o755)
    for name in try scratch.names() { chmod("\(scratch.folder)/\(name)", 0o644) }
    #expect(try StoreReader(path: scratch.store).records(of: .item).first?.title == "取組i0")
    #expect(try LedgerCheck.faults(path: scratch.store).isEmpty)
    #expect(try scratch.names() == ["honbu.sqlite"])
  }

  @Test("Files are as private as the operator's umask says")
  func modes() throws {
    let scratch = try Scratch()
    let before = umask(0o077)
    defer { umask(before) }
    _ = try Ledger.create(at: scratch.folder + "/private.sqlite", revisions: [])
    var status = stat()
    #expect(stat(scratch.folder + "/private.sqlite", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }
}
