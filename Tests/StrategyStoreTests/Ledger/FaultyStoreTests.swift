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

  @Test(
    "Each planted fault is named",
    arguments: [
      ("UPDATE version SET body = replace(body, '新しい題', '古い題') WHERE since = 2", "改訂 r2: 内容がハッシュと合いません"),
      ("UPDATE version SET body = 'x' WHERE number = 5", "記録が読めません（item i4）"),
      ("UPDATE revision SET title = '別' WHERE number = 1", "改訂 r1: 見出しがハッシュと合いません"),
      ("UPDATE revision SET author = 'だれか' WHERE number = 2", "改訂 r2: 見出しがハッシュと合いません"),
      ("UPDATE revision SET effective = '2020-03-02' WHERE number = 1", "改訂 r2: 日付が前の改訂より前です"),
      ("UPDATE revision SET parent_hash = hash WHERE number = 2", "改訂 r2: 前の改訂のハッシュと合いません"),
      ("DELETE FROM version WHERE number = 7", "改訂 r1: 内容がハッシュと合いません"),
      ("UPDATE version SET until = 2 WHERE number = 9", "一覧の行が版と合いません（1件）"),
      ("UPDATE version SET until = 9 WHERE until = 2", "版の期間が重なっています（1件）"),
      ("UPDATE version SET title = 'x' WHERE number = 5", "記録と見出しが合いません（item i4）"),
      ("UPDATE version SET day = '2000-01-01' WHERE number = 7", "一覧の行が記録と合いません（表 version、1件）"),
      ("UPDATE version SET entered = 1 WHERE number = 7", "版の入った順が最初の版と合いません（1件）"),
      ("UPDATE item_row SET title = 'x' WHERE version = 3", "一覧の行が版と合いません（1件）"),
      ("UPDATE item_row SET phase = 1 WHERE version = 3", "一覧の行が記録と合いません（表 item_row、1件）"),
      ("UPDATE item_text SET folded = 'x' WHERE version = 3", "一覧の行が記録と合いません（表 item_text、1件）"),
      ("DELETE FROM item_text WHERE version = 3", "一覧の行が記録と合いません（表 item_text、1件）"),
      ("INSERT INTO link VALUES (3, 0, '', 'x')", "一覧の行が記録と合いません（表 link、1件）"),
      ("INSERT INTO link VALUES (999, 0, '', 'x')", "参照先のない行が1件あります"),
      ("UPDATE state SET head = 1", "最新とされる改訂 r1 より後の行があります（2件）"),
      ("UPDATE state SET head = 1; DELETE FROM revision WHERE number = 1", "改訂の番号が r1 から r1 まで続いていません"),
      ("UPDATE facet_count SET count = count + 1", "件数の控えが記録と合いません"),
      ("DELETE FROM facet_count", "件数の控えが記録と合いません"),
      ("DROP INDEX item_id", "表か索引がありません（item_id）"),
      ("CREATE TABLE stranger (x)", "honbu が作らない表か索引があります（stranger）"),
      ("DROP INDEX item_id; CREATE INDEX item_id ON item_row (id)", "表か索引の形が違います（item_id）"),
      (
        "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'link_to'", "ファイルの構造: "
      ),
    ])
  func plantedFaults(sql: String, words: String) throws {
    let scratch = try Scratch()
    try store(scratch)
    #expect(try LedgerCheck.faults(path: scratch.store).isEmpty)
    try scratch.tamper(sql)
    let faults = try LedgerCheck.faults(path: scratch.store)
    #expect(faults.contains { $0.hasPrefix(words) }, "\(faults)")
    // A copy, as of a large store, has the same ones.
    #expect(try LedgerCheck.faults(path: scratch.store, patience: 5, copyingBeyond: 0) == faults)
  }

  @Test("A copy is looked at where one can be made, and leaves nothing behind")
  func copied() throws {
    let scratch = try Scratch()
    try store(scratch)
    let source = try StoreConnection.reader(.file(scratch.store), busy: .seconds(5))
    defer { StoreConnection.retire(source) }
    func copies() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: scratch.folder).filter { $0.contains("honbu-check") }
    }
    do {
      let copy = try #require(try ScratchCopy(of: source, .file(scratch.store), in: scratch.folder))
      #expect(try copies().count == 1)
      // What is in the copy is of one revision, whatever is written meanwhile, and nobody waits for it.
      _ = try Ledger.open(path: scratch.store).append(draft("2020-03-01", [item("i1", "後の題")]), today: today)
      #expect(try copy.look { queue throws(StoreError) in try LedgerCheck.faults(.file(scratch.store), queue) }.isEmpty)
    }
    #expect(try copies().isEmpty)
    #expect(try ScratchCopy(of: source, .file(scratch.store), in: scratch.folder + "/none") == nil)
  }

  /// Six items of three KPIs each, the first of which has missed its target.
  private func measuredStore(_ scratch: Scratch) throws {
    let due = Target(id: "t", due: .day(civil("2019-12-31")), value: 80)
    let many = (0..<6).map { number in
      item("i\(number)") { item in
        item.kpis = (0..<3).map { KPI(id: "k\(number)-\($0)", name: "率\($0)", baseline: 10, targets: [due]) }
      }
    }
    let measured = Measurement(id: "m", item: "i0", kpi: "k0-0", date: .day(civil("2020-01-01")), value: 20)
    _ = try Ledger.create(
      at: scratch.store, revisions: [draft("2020-02-01", many + [.put(.measurement(measured))])])
  }

  @Test("Others write between two portions of the records, and every portion is compared", arguments: [1, 7, 8, 1000])
  func portions(portion: Int) throws {
    let scratch = try Scratch()
    try measuredStore(scratch)
    try scratch.tamper("UPDATE item_row SET phase = 1; DELETE FROM kpi_row WHERE version = 6 AND place = 2")
    let place = StorePlace.file(scratch.store)
    let queue = try StoreConnection.reader(place, busy: .immediate)
    defer { StoreConnection.retire(queue) }
    let writer = try Ledger.open(path: scratch.store)
    var compared: [Int] = []
    var failures: [String] = []
    let check = try RecordCheck(queue, head: 1, portion: portion) { count in
      compared.append(count)
      do {
        _ = try writer.append(draft("2020-03-01", [item("i\(count % 6)", "後の題\(count)")]), today: today)
      } catch {
        failures.append("\(error)")
      }
    }
    #expect(failures.isEmpty)
    // Six items and a measurement; what was written meanwhile is not among them.
    #expect(compared == Array(stride(from: portion, to: 7, by: portion)) + [7])
    #expect(check.bodies.isEmpty)
    #expect(check.rows == ["一覧の行が記録と合いません（表 item_row、6件）", "一覧の行が記録と合いません（表 kpi_row、1件）"])
  }

  @Test("A check waits for a writer as long as it is told to")
  func patience() throws {
    let scratch = try Scratch()
    try store(scratch)
    let writer = try DatabaseQueue(path: scratch.store)
    try writer.inTransaction(.exclusive) { _ in
      #expect(throws: StoreError.busy(path: scratch.store)) {
        try LedgerCheck.faults(path: scratch.store, patience: 0.05)
      }
      return .commit
    }
  }

  @Test(
    "A day number that no calendar has is told by the check, and lists come all the same", arguments: [Int.max, .min])
  func wildDays(number: Int) throws {
    let scratch = try Scratch()
    try measuredStore(scratch)
    try scratch.tamper("UPDATE measurement_row SET last_day = \(number); UPDATE kpi_row SET final_day = \(number)")
    let faults = try LedgerCheck.faults(path: scratch.store)
    #expect(faults.contains("一覧の行が記録と合いません（表 measurement_row、1件）"), "\(faults)")
    #expect(try !everything(StoreReader(path: scratch.store), asOf: 1).isEmpty)
  }

  @Test(
    "Rows are compared with those that have their version and place: one that is missing is one fault",
    arguments: [
      ("DELETE FROM kpi_row WHERE version = 2 AND place = 1", "一覧の行が記録と合いません（表 kpi_row、1件）"),
      ("DELETE FROM kpi_row WHERE version = 2", "一覧の行が記録と合いません（表 kpi_row、3件）"),
      ("UPDATE kpi_row SET place = 7 WHERE version = 2 AND place = 1", "一覧の行が記録と合いません（表 kpi_row、2件）"),
      ("UPDATE kpi_row SET name = 'x' WHERE version = 2 AND place = 1", "一覧の行が記録と合いません（表 kpi_row、1件）"),
    ])
  func missingRows(sql: String, words: String) throws {
    let scratch = try Scratch()
    try measuredStore(scratch)
    try scratch.tamper(sql)
    #expect(try LedgerCheck.faults(path: scratch.store).filter { $0.contains("kpi_row") } == [words])
  }

  @Test("A store of a later version is refused untouched")
  func newerVersion() throws {
    let scratch = try Scratch()
    try store(scratch)
    try scratch.tamper("PRAGMA user_version = 99")
    let bytes = try scratch.bytes()
    for error in [
      storeError { try Ledger.open(path: scratch.store) }, storeError { try StoreReader(path: scratch.store) },
    ] {
      #expect(error == .newerVersion(path: scratch.store, found: 99, known: StoreSchema.version))
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
    try scratch.tamper("CREATE TABLE t (x)")
    #expect(storeError { try Ledger.open(path: scratch.store) } == .foreign(path: scratch.store))
  }

  @Test("A trigger or view that honbu did not make is refused")
  func strangers() throws {
    let scratch = try Scratch()
    try store(scratch)
    try scratch.tamper("CREATE TRIGGER t AFTER UPDATE ON state BEGIN DELETE FROM version; END")
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

  @Test(
    "Network file systems are known, and what a program in user space serves is taken for one",
    arguments: [
      "nfs", "nfs4", "cifs", "smb3", "smb2", "9p", "afs", "ceph", "lustre", "glusterfs", "davfs", "vboxsf", "virtiofs",
      "fuse", "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.anything",
    ])
  func networkFileSystems(type: String) {
    #expect(NetworkFileSystem.isRemote(type))
    let error = StoreError.networkFileSystem(path: "/mnt/s.sqlite", type: type)
    #expect(
      error.exitCode == 73 && error.message.contains("（\(type)。") && error.message.contains("--allow-network-store"))
  }

  @Test("One is refused until somebody answers for its locks")
  func acceptedNetworkFileSystem() async {
    // From then on the process opens all of them.
    await #expect(processExitsWith: .success) {
      let scratch = try Scratch()
      let table = scratch.folder + "/mountinfo"
      let lines =
        "22 1 8:1 / / rw - ext4 /dev/sda rw\n36 22 0:40 / \(scratch.folder) rw,noatime shared:1 - nfs4 host:/x rw\n"
      try Data(lines.utf8).write(to: URL(fileURLWithPath: table))
      #expect(NetworkFileSystem.type(of: scratch.folder, table) == "nfs4" && !NetworkFileSystem.isAccepted)
      #expect(NetworkFileSystem.accept(for: scratch.store, table) == "nfs4")
      #expect(NetworkFileSystem.type(of: scratch.folder, table) == nil && NetworkFileSystem.isAccepted)
      #expect(NetworkFileSystem.kind(of: scratch.folder, table).name == "nfs4")
    }
  }

  @Test(
    "Local ones are not", arguments: ["ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "fuseblk", "fuse.ntfs-3g"])
  func localFileSystems(type: String) { #expect(!NetworkFileSystem.isRemote(type)) }
}
