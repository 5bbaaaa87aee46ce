import Foundation
import GRDB
import StrategyModel
import StrategyStore
import Synchronization
import TestSupport
import Testing

@Suite("honbu backup", .waiting)
struct BackupCommandTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
    try workspace.write(Sheets.items(20), to: "items.csv")
    let made = try honbu.run("import", "items.csv", "--store", "s.sqlite", "--title", "表")
    try #require(made.status == 0, "\(made.error)")
  }

  private func backup(_ arguments: String...) throws -> Program.Outcome {
    try honbu.run(["backup"] + arguments + ["--store", "s.sqlite"])
  }

  private func files() throws -> [String] {
    try workspace.names(in: ".").filter { !$0.hasPrefix(".std") && $0 != "home" }
  }

  @Test("It holds the same revisions and records, is told in one sentence, and nothing is left beside it")
  func made() throws {
    let outcome = try backup("b.sqlite")
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    #expect(outcome.output.wholeMatch(of: /バックアップを作りました: b\.sqlite（r1（[0-9a-f]{8}）まで。誤りのないことを確かめました）\n/) != nil)
    #expect(try backup("c.sqlite", "--lang", "en").output.hasPrefix("Backed up to c.sqlite (up to r1 ("))
    #expect(try files() == ["b.sqlite", "c.sqlite", "items.csv", "s.sqlite"])
    let texts = try ["s.sqlite", "b.sqlite"].map { try honbu.run("export", "--store", $0).output }
    #expect(texts[0] == texts[1] && texts[0].count > 1000)
    #expect(try honbu.run("import", "items.csv", "--store", "b.sqlite").output.contains("変更はありません"))
  }

  @Test("A file that is there is only replaced when told to, and keeps its mode")
  func existing() throws {
    try workspace.write("mine", to: "b.sqlite")
    chmod(workspace.path("b.sqlite"), 0o640)
    let refused = try backup("b.sqlite")
    #expect(refused.status == 73 && refused.output.isEmpty)
    #expect(refused.error == "honbu: すでにファイルがあります: b.sqlite（別の名前にするか、--overwrite を付けてください）\n")
    #expect(try workspace.bytes("b.sqlite") == Data("mine".utf8))
    #expect(try backup("b.sqlite", "--overwrite").status == 0)
    #expect(try honbu.run("check", "--store", "b.sqlite").status == 0)
    #expect(try mode("b.sqlite") == 0o640)
  }

  private func mode(_ name: String) throws -> mode_t {
    var status = stat()
    try #require(stat(workspace.path(name), &status) == 0)
    return status.st_mode & 0o7777
  }

  @Test("What must not be overwritten is refused with its sentence, and stays as it was", arguments: [true, false])
  func refused(overwriting: Bool) throws {
    let manager = FileManager.default
    try workspace.write("victim", to: "victim")
    for (name, target) in [("link", "victim"), ("dangling", "nothing"), ("store-link", "s.sqlite")] {
      try manager.createSymbolicLink(atPath: workspace.path(name), withDestinationPath: target)
    }
    try manager.createDirectory(atPath: workspace.path("folder"), withIntermediateDirectories: false)
    #expect(mkfifo(workspace.path("fifo"), 0o600) == 0)
    #expect(link(workspace.path("s.sqlite"), workspace.path("alias")) == 0)
    try workspace.write("x", to: "readonly")
    chmod(workspace.path("readonly"), 0o444)
    try workspace.write("x", to: "left.sqlite-journal")
    let store = try workspace.bytes("s.sqlite")
    let before = try files()
    for (name, words) in [
      ("link", "シンボリックリンク"), ("dangling", "シンボリックリンク"), ("store-link", "シンボリックリンク"),
      ("folder", "フォルダーです"), ("fifo", "ふつうのファイルではありません"), ("s.sqlite", "台帳そのもの"),
      ("./s.sqlite", "台帳そのもの"), ("alias", "台帳そのもの"), ("s.sqlite-journal", "台帳そのもの"),
      ("s.sqlite-claim", "台帳そのもの"), ("left.sqlite", "left.sqlite-journal が残っています"),
      ("readonly", overwriting ? "読み取り専用" : "すでにファイルがあります"), ("folder/", "フォルダーです"), ("..", "フォルダーです"),
    ] {
      let outcome = try honbu.run(
        ["backup", name, "--store", "s.sqlite"] + (overwriting ? ["--overwrite"] : []))
      #expect(outcome.status == 73 && outcome.output.isEmpty && outcome.error.contains(words), "\(name): \(outcome)")
    }
    let nowhere = try backup("no/b.sqlite")
    #expect(nowhere.status == 73)
    #expect(
      nowhere.error
        == "honbu: バックアップを作れませんでした: no/b.sqlite（No such file or directory。フォルダーの権限を確かめるか、別の場所を指定してください）\n")
    #expect(try files() == before)
    #expect(try workspace.bytes("s.sqlite") == store && workspace.bytes("victim") == Data("victim".utf8))
  }

  @Test(
    "What the disk does not take or confirm is said of the backup, and of no other name",
    .enabled(if: FaultTools.isThere, FaultTools.refusal),
    arguments: [
      (1, "EIO", 73, "honbu: バックアップを作れませんでした: b.sqlite（Input/output error。フォルダーの権限を確かめるか、別の場所を指定してください）\n"),
      (1, "ENOSPC", 74, "honbu: ディスクに空きがないため書き込めませんでした: b.sqlite（空きを作ってからやり直してください。台帳は元のままです）\n"),
      (2, "EIO", 74, "honbu: バックアップを作りましたが、ディスクに届いたか確かめられません: b.sqlite（ディスクの状態を確かめ、作り直してください）\n"),
      // Some file systems cannot sync a folder.
      (2, "EINVAL", 0, ""),
    ] as [(Int, String, Int32, String)])
  func notSynced(call: Int, error: String, status: Int32, words: String) throws {
    // First the file is synced, then its folder.
    let fault = Fault(call: "fsync", number: call, error: error, lasts: false)
    let outcome = try FaultTools.best(honbu).run(["backup", "b.sqlite", "--store", "s.sqlite"], with: fault)
    #expect(outcome.status == status && outcome.error == words, "\(outcome)")
    #expect(try files() == (call == 1 ? [] : ["b.sqlite"]) + ["items.csv", "s.sqlite"])
  }

  @Test(
    "A draft that cannot be filled is said to be the backup", .enabled(if: FaultTools.isThere, FaultTools.refusal),
    arguments: [
      ("EIO", 73, "honbu: バックアップを作れませんでした: b.sqlite（SQLite 778。フォルダーの権限を確かめるか、別の場所を指定してください）\n"),
      ("ENOSPC", 74, "honbu: ディスクに空きがないため書き込めませんでした: b.sqlite（空きを作ってからやり直してください。台帳は元のままです）\n"),
    ] as [(String, Int32, String)])
  func notWritten(error: String, status: Int32, words: String) throws {
    let fault = Fault(call: "pwrite64", number: 2, error: error, lasts: true)
    let outcome = try FaultTools.best(honbu).run(["backup", "b.sqlite", "--store", "s.sqlite"], with: fault)
    #expect(outcome.status == status && outcome.error == words, "\(outcome)")
    #expect(try files() == ["items.csv", "s.sqlite"])
  }

  @Test("A backup is as private as its store, under any umask")
  func privacy() throws {
    chmod(workspace.path("s.sqlite"), 0o640)
    for (mask, expected) in [("000", 0o640), ("022", 0o640), ("077", 0o600)] {
      let command = "umask \(mask); exec '\(Program.path)' backup b\(mask) --store s.sqlite"
      #expect(try shell(command) == 0)
      #expect(try mode("b\(mask)") == mode_t(expected))
    }
  }

  private func shell(_ command: String) throws -> Int32 {
    try Program(workspace, path: "/bin/sh").run("-c", command).status
  }

  @Test("A store that has faults is not backed up, and none is made of what is no store")
  func unsound() throws {
    try workspace.write("text", to: "text.sqlite")
    #expect(try honbu.run("backup", "b.sqlite", "--store", "text.sqlite").status == 65)
    #expect(try honbu.run("backup", "b.sqlite", "--store", "missing.sqlite").status == 66)
    var bytes = try workspace.bytes("s.sqlite")
    // Also where it stood before its row moved to another page.
    var isFound = false
    while let title = bytes.range(of: Data("その7".utf8)) {
      bytes.replaceSubrange(title, with: Data("その8".utf8))
      isFound = true
    }
    try #require(isFound)
    try bytes.write(to: URL(fileURLWithPath: workspace.path("s.sqlite")))
    let outcome = try backup("b.sqlite")
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix("honbu: 台帳に誤りがあるので、バックアップを作りませんでした"))
    #expect(try files() == ["items.csv", "s.sqlite", "text.sqlite"])
  }

  @Test("Damage that only the copy's own reading meets is the store's")
  func damagedState() throws {
    let queue = try DatabaseQueue(path: workspace.path("s.sqlite"))
    let root = try queue.read { try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'state'") }
    try queue.close()
    var bytes = [UInt8](try workspace.bytes("s.sqlite"))
    let size = Int(bytes[16]) << 8 | Int(bytes[17])
    let end = size * (try #require(root))
    bytes.replaceSubrange((end - size)..<end, with: repeatElement(0, count: size))
    try Data(bytes).write(to: URL(fileURLWithPath: workspace.path("s.sqlite")))
    let outcome = try backup("b.sqlite")
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(
      outcome.error == """
        honbu: 台帳に誤りがあるので、バックアップを作りませんでした（honbu check がすべてを示します）
        honbu:   台帳が壊れています: s.sqlite（ファイルの構造が正しくありません。バックアップから戻してください。ファイルには触れていません）

        """)
    #expect(try files() == ["items.csv", "s.sqlite"])
  }

  @Test("Each backup beside a writer that commits fifty times a second is one committed revision, and sound")
  func underWriter() throws {
    let rounds = Extent.rounds(5, whole: 100)
    let writer = try FastWriter(store: workspace.path("s.sqlite"))
    defer { writer.stop() }
    for round in 1...rounds {
      writer.waitForMore(3)
      let outcome = try backup("b\(round).sqlite")
      try #require(outcome.status == 0, "\(outcome.error)")
    }
    let seconds = writer.stop()
    let known = Dictionary(
      uniqueKeysWithValues: try StoreReader(path: workspace.path("s.sqlite"), busy: .seconds(5)).revisions().map {
        ($0.number, $0.hash)
      })
    var heads: [Int] = []
    for round in 1...rounds {
      let outcome = try honbu.run("check", "--store", "b\(round).sqlite")
      #expect(outcome.status == 0, "\(outcome)")
      let last = try #require(try StoreReader(path: workspace.path("b\(round).sqlite")).revisions().last)
      #expect(last.hash == known[last.number])
      heads.append(last.number)
    }
    #expect(writer.failures.isEmpty, "\(writer.failures)")
    #expect(heads == heads.sorted() && Set(heads).count > rounds / 2)
    let rate = Double(known.count) / seconds
    Extent.report(
      "backups under a writer at \(Int(rate)) commits/s: \(rounds) of \(rounds) sound and one revision, "
        + "\(known.count) in the end, \(seconds / Double(rounds)) s each")
  }
}

/// A thread that appends revisions until it is told to stop.
private final class FastWriter: Sendable {
  private let isStopped = Atomic<Bool>(false)
  private let done = DispatchSemaphore(value: 0)
  private let faults = Mutex<[String]>([])
  private let count = Atomic<Int>(0)
  private let start = ContinuousClock.now

  var failures: [String] { faults.withLock { $0 } }

  init(store: String) throws {
    let ledger = try Ledger.open(path: store)
    let today = CivilDate(dayNumber: 40_000)
    Thread.detachNewThread { [self] in
      var number = 0
      while !isStopped.load(ordering: .relaxed) {
        number += 1
        let change = RecordChange.put(.item(ActionItem(id: "w\(number % 40)", title: "書き込み\(number)")))
        do {
          _ = try ledger.append(
            RevisionDraft(effective: today, author: "試験", title: "\(number)", changes: [change]), today: today)
        } catch {
          faults.withLock { $0.append("\(error)") }
        }
        count.add(1, ordering: .relaxed)
        poll(nil, 0, 2)
      }
      done.signal()
    }
  }

  /// Waits until it has committed this often once more.
  func waitForMore(_ commits: Int) {
    let wanted = count.load(ordering: .relaxed) + commits
    while count.load(ordering: .relaxed) < wanted { poll(nil, 0, 1) }
  }

  /// - Returns: for how many seconds it wrote.
  @discardableResult
  func stop() -> Double {
    if !isStopped.exchange(true, ordering: .relaxed) { done.wait() }
    return (ContinuousClock.now - start).inSeconds
  }
}
