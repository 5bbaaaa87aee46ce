import Foundation
import GRDB
import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

@Suite("Stores that are not sound")
struct FaultyStoreTests {
  private func store(_ scratch: Scratch) throws {
    let many = (0..<60).map { item("i\($0)", String(repeating: "長い題\($0)", count: 20)) }
    _ = try Ledger.create(
      at: scratch.store, revisions: [draft("2020-01-01", many), draft("2020-02-01", [item("i0", "新しい題")])])
  }

  private func tamper(_ scratch: Scratch, _ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: scratch.store, configuration: configuration)
    try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
    try queue.close()
  }

  @Test(
    "A changed byte is found by the chain of hashes",
    arguments: [
      "UPDATE version SET body = replace(body, '新しい題', '古い題') WHERE since = 2",
      "UPDATE revision SET title = '別' WHERE number = 1", "UPDATE revision SET author = 'だれか' WHERE number = 2",
      "UPDATE revision SET effective = '2020-01-02' WHERE number = 1",
      "DELETE FROM version WHERE number = 7", "UPDATE version SET until = 2 WHERE number = 9",
      "UPDATE item_row SET title = 'x' WHERE version = 3",
      "UPDATE state SET head = 1; DELETE FROM revision WHERE number = 1",
      "UPDATE facet_count SET count = count + 1", "DELETE FROM facet_count",
      "UPDATE version SET title = '' WHERE number = 5", "INSERT INTO link VALUES (999, 0, '', 'x')",
    ])
  func plantedFaults(sql: String) throws {
    let scratch = try Scratch()
    try store(scratch)
    #expect(try LedgerCheck.faults(path: scratch.store).isEmpty)
    try tamper(scratch, sql)
    #expect(try !LedgerCheck.faults(path: scratch.store).isEmpty)
  }

  @Test("A store of a later version is refused untouched")
  func newerVersion() throws {
    let scratch = try Scratch()
    try store(scratch)
    try tamper(scratch, "PRAGMA user_version = 99")
    let bytes = try scratch.bytes()
    for error in [
      storeError { try Ledger.open(path: scratch.store) }, storeError { try StoreReader(path: scratch.store) },
    ] {
      #expect(error == .newerVersion(path: scratch.store, found: 99, known: 1))
      #expect(error?.exitCode == 65)
    }
    #expect(try scratch.bytes() == bytes)
    #expect(try scratch.names() == ["honbu.sqlite"])
  }

  @Test("What is no store is told from what is", arguments: ["", "これは台帳ではありません\n", "SQLite format 3\0"])
  func notAStore(content: String) throws {
    let scratch = try Scratch()
    try Data(content.utf8).write(to: URL(fileURLWithPath: scratch.store))
    for error in [
      storeError { try Ledger.open(path: scratch.store) }, storeError { try StoreReader(path: scratch.store) },
    ] {
      #expect(error == .foreign(path: scratch.store))
    }
    #expect(try scratch.bytes() == Data(content.utf8))
  }

  @Test("Another program's database, a folder and nothing at all are refused")
  func otherThings() throws {
    let scratch = try Scratch()
    #expect(storeError { try StoreReader(path: scratch.store) } == .missing(path: scratch.store))
    #expect(storeError { try Ledger.open(path: scratch.store) } == .missing(path: scratch.store))
    #expect(try scratch.names().isEmpty)
    #expect(storeError { try StoreReader(path: scratch.folder) } == .foreign(path: scratch.folder))
    try tamper(scratch, "CREATE TABLE t (x)")
    #expect(storeError { try Ledger.open(path: scratch.store) } == .foreign(path: scratch.store))
  }

  @Test("A trigger or view that honbu did not make is refused")
  func strangers() throws {
    let scratch = try Scratch()
    try store(scratch)
    try tamper(scratch, "CREATE TRIGGER t AFTER UPDATE ON state BEGIN DELETE FROM version; END")
    #expect(storeError { try Ledger.open(path: scratch.store) }?.exitCode == 65)
    #expect(storeError { try StoreReader(path: scratch.store) }?.exitCode == 65)
  }

  @Test("A damaged file is reported, never crashed on and never written to", arguments: 0..<60)
  func damage(seed: UInt64) throws {
    let scratch = try Scratch()
    try store(scratch)
    var random = RandomLedger(seed: seed + 1)
    var bytes = try scratch.bytes()
    switch seed % 3 {
    case 0: for _ in 0..<20 { bytes[random.number(below: bytes.count)] ^= UInt8(1 << random.number(below: 8)) }
    case 1: bytes.removeLast(1 + random.number(below: bytes.count - 1))
    default:
      let page = random.number(below: bytes.count / 4096) * 4096
      bytes.replaceSubrange(page..<(page + 4096), with: Data(repeating: 0, count: 4096))
    }
    try bytes.write(to: URL(fileURLWithPath: scratch.store))
    let error = storeError {
      let faults = try LedgerCheck.faults(path: scratch.store)
      let reader = try StoreReader(path: scratch.store)
      let head = try reader.head()
      if head > 0, head < 9 { _ = try everything(reader, asOf: head) }
      if !faults.isEmpty { throw StoreError.damaged(path: scratch.store, detail: faults[0]) }
    }
    if let error { #expect([65, 66, 64].contains(error.exitCode), "\(error)") }
    #expect(try scratch.bytes() == bytes)
  }

  @Test("Names of network file systems are known", arguments: ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs"])
  func networkFileSystems(type: String) {
    #expect(NetworkFileSystem.isRemote(type))
    #expect(!NetworkFileSystem.isRemote("ext4") && !NetworkFileSystem.isRemote("fuseblk"))
  }
}
