import Foundation
import GRDB
import Testing

@Suite("What is no store of this program, from outside", .waiting)
struct ForeignStoreTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
    try workspace.write(Sheets.items(5), to: "items.csv")
    try workspace.write(Sheets.items(6), to: "more.csv")
    try #require(try honbu.run("import", "items.csv", "--store", "s.sqlite").status == 0)
  }

  private func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: workspace.path("s.sqlite"))
    try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
    try queue.close()
  }

  private static let commands = [
    ["check"], ["snapshot", "overview"], ["log"], ["actions"], ["import", "more.csv"], ["undo", "r1"],
    ["export", "--output", "out.json"], ["backup", "out.sqlite"],
  ]

  /// Every command says the same, and nothing is touched.
  private func expectRefusal(_ status: Int32, _ words: String) throws {
    let isFile = (try? workspace.bytes("s.sqlite")) != nil
    let before = isFile ? try workspace.bytes("s.sqlite") : Data()
    for command in Self.commands {
      let outcome = try honbu.run(command + ["--store", "s.sqlite"])
      let told: Comment = "\(command): \(outcome)"
      #expect(outcome.status == status && !outcome.isHung && outcome.output.isEmpty, told)
      #expect(outcome.error.contains(words) && outcome.lines.count == 0, told)
    }
    if isFile { #expect(try workspace.bytes("s.sqlite") == before) }
    let left = try workspace.names(in: ".").filter { !$0.hasPrefix(".std") }
    #expect(left == ["home", "items.csv", "more.csv", "s.sqlite"])
  }

  @Test(
    "A stranger's database, a later version, views, triggers and tables that run something",
    arguments: [
      ("PRAGMA user_version = 99", "この honbu より新しい版のものです"), ("PRAGMA application_id = 7", "honbu の台帳ではありません"),
      (
        "CREATE TABLE ran (x); CREATE TRIGGER t AFTER UPDATE ON state BEGIN INSERT INTO ran VALUES (1); END",
        "honbu が作らないビュー、トリガー、仮想表のどれかがあります"
      ),
      ("CREATE VIEW v AS SELECT load_extension('/tmp/x.so')", "honbu が作らないビュー、トリガー、仮想表のどれかがあります"),
      (
        "ALTER TABLE item_row RENAME TO kept; CREATE VIEW item_row AS SELECT *, load_extension('x') FROM kept",
        "honbu が作らないビュー、トリガー、仮想表のどれかがあります"
      ),
      ("CREATE VIRTUAL TABLE v USING fts5(x)", "honbu が作らないビュー、トリガー、仮想表のどれかがあります"),
    ])
  func hostile(sql: String, words: String) throws {
    try tamper(sql)
    try expectRefusal(65, words)
    guard sql.contains("TABLE ran") else { return }
    let queue = try DatabaseQueue(path: workspace.path("s.sqlite"))
    #expect(try queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM ran") } == 0)
  }

  @Test("A text, an empty file, a folder and a pipe", arguments: ["text", "", "folder", "pipe"])
  func noDatabase(kind: String) throws {
    try FileManager.default.removeItem(atPath: workspace.path("s.sqlite"))
    switch kind {
    case "folder":
      try FileManager.default.createDirectory(atPath: workspace.path("s.sqlite"), withIntermediateDirectories: false)
    case "pipe": try #require(mkfifo(workspace.path("s.sqlite"), 0o600) == 0)
    default: try workspace.write(kind, to: "s.sqlite")
    }
    try expectRefusal(65, "honbu の台帳ではありません")
  }

  @Test("A store that may be read but not written, and one that may not be read", .enabled(if: getuid() == 0))
  func rights() throws {
    let nobody = Program(workspace, path: "/usr/bin/setpriv")
    func run(_ words: String...) throws -> Program.Outcome {
      try nobody.run(
        ["--reuid=65534", "--regid=65534", "--clear-groups", Program.path] + words + [
          "--store", "s.sqlite",
        ])
    }
    chmod(workspace.path("s.sqlite"), 0o644)
    for command in [["check"], ["log"], ["snapshot", "overview"], ["export"]] {
      let outcome = try run(command[0], command.count > 1 ? command[1] : "--lang=ja")
      #expect(outcome.status == 0, "\(command): \(outcome)")
    }
    let refused = try run("import", "more.csv")
    #expect(refused.status == 73 && refused.error == "honbu: 台帳に書き込めません: s.sqlite（ファイルとフォルダーの書き込み権限を確かめてください）\n")
    #expect(try run("undo", "r1").status == 73)
    chmod(workspace.path("s.sqlite"), 0o600)
    for command in ["check", "log", "overview", "export"] {
      let outcome = try run(command)
      #expect(outcome.status == 66 && outcome.error == "honbu: 台帳を読めません: s.sqlite（読み取り権限を確かめてください）\n")
    }
  }
}
