import Foundation
import GRDB
import StrategyStore
import TestSupport
import Testing

@Suite("Writers that meet, and one that is stuck", .waiting)
struct StuckWriterTests {
  let workspace: Workspace
  let honbu: Program
  private static let busy = "honbu: ほかの処理が台帳に書き込んでいます: s.sqlite（少し待ってからやり直してください）\n"

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
    try workspace.write(Sheets.items(300), to: "items.csv")
    try workspace.write(Sheets.items(300, suffix: "改"), to: "more.csv")
    try workspace.write("id,title\nx,一\n", to: "one.csv")
    try #require(try honbu.run("import", "items.csv", "--store", "s.sqlite").status == 0)
  }

  private func run(_ words: String...) throws -> Program.Outcome {
    try honbu.run(words + ["--store", "s.sqlite"])
  }

  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    return (ContinuousClock.now - start).inSeconds
  }

  /// An import that stands still between the beginning of its transaction and its commit.
  private func stoppedWriter() throws -> RunningProgram {
    let journal = workspace.path("s.sqlite-journal")
    for _ in 0..<200 {
      let running = try honbu.start(["import", "more.csv", "--store", "s.sqlite"])
      while !FileManager.default.fileExists(atPath: journal), !running.hasEnded(within: .zero) {}
      running.send(SIGSTOP)
      var status: Int32 = 0
      waitpid(running.pid, &status, WUNTRACED)
      if status & 0xFF == 0x7F, FileManager.default.fileExists(atPath: journal) { return running }
      running.send(SIGKILL)
      _ = try running.outcome()
      try #require(try run("check").status == 0)
    }
    throw NeverStopped()
  }

  private struct NeverStopped: Error {}

  @Test("A stopped writer: readers read, the next writer waits and is told, its death frees the store")
  func stopped() throws {
    let writer = try stoppedWriter()
    for command in [["log"], ["snapshot", "overview"], ["actions"]] {
      // Whoever waits for a lock is told after five seconds.
      let outcome = try honbu.run(command + ["--store", "s.sqlite"])
      #expect(outcome.status == 0, "\(command): \(outcome.error)")
    }
    var outcome = Program.Outcome(status: 0, output: "", error: "")
    let time = try seconds { outcome = try run("import", "one.csv") }
    #expect(outcome.status == 75 && outcome.output.isEmpty && outcome.error == Self.busy, "\(outcome)")
    #expect(time >= 4, "a writer that is only slow may be done by then")
    Extent.report("an import beside a stopped writer is told", took: .seconds(time), promised: .seconds(8))
    writer.send(SIGKILL)
    _ = try writer.outcome()
    #expect(try run("import", "one.csv").status == 0)
    #expect(try run("check").status == 0)
  }

  /// The store as a writer leaves it that is killed while its transaction stands half in the file.
  private func leaveHotJournal() throws {
    let queue = try DatabaseQueue(path: workspace.path("s.sqlite"))
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA cache_size = 5; BEGIN; UPDATE version SET title = title || 'x'")
      for suffix in ["", "-journal"] {
        try FileManager.default.copyItem(
          atPath: workspace.path("s.sqlite" + suffix), toPath: workspace.path("hot.sqlite" + suffix))
      }
      try db.execute(sql: "ROLLBACK")
    }
  }

  @Test("A journal that a killed writer left is told to who may not write; who may rolls it back in passing")
  func hotJournal() throws {
    try leaveHotJournal()
    if getuid() == 0 {
      for name in ["hot.sqlite", "hot.sqlite-journal"] { chmod(workspace.path(name), 0o644) }
      let bytes = try workspace.bytes("hot.sqlite")
      for command in ["log", "check", "overview"] {
        let refused = try Program(workspace, path: "/usr/bin/setpriv").run(
          "--reuid=65534", "--regid=65534", "--clear-groups", Program.path, command, "--store",
          "hot.sqlite")
        #expect(refused.status == 75, "\(refused)")
        #expect(refused.error == "honbu: 前回の書き込みが途中で止まっています。書き込める人が一度開くと元に戻ります: hot.sqlite\n")
      }
      #expect(try workspace.bytes("hot.sqlite") == bytes && workspace.exists("hot.sqlite-journal"))
    }
    let outcome = try honbu.run("check", "--store", "hot.sqlite")
    #expect(outcome.output.hasPrefix("台帳に誤りはありません: r1 まで"), "\(outcome)")
    #expect(!workspace.exists("hot.sqlite-journal"))
  }

  @Test("Locked for good by another program, reading and writing end with a sentence", arguments: ["log", "import"])
  func locked(command: String) throws {
    let queue = try DatabaseQueue(path: workspace.path("s.sqlite"))
    try queue.inDatabase { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      let outcome = command == "import" ? try run(command, "one.csv") : try run(command)
      #expect(outcome.status == 75 && outcome.error == Self.busy, "\(outcome)")
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try run(command == "import" ? "check" : "log").status == 0)
  }

  @Test("Two that import again and again: every import is there, and none is told of a lock")
  func queue() throws {
    let rounds = Extent.rounds(6, whole: 200)
    let group = DispatchGroup()
    let failures = Failures()
    for writer in 0..<2 {
      for round in 0..<rounds { try workspace.write("id,title\nw\(writer)-\(round),一\n", to: "\(writer)-\(round).csv") }
    }
    for writer in 0..<2 {
      group.enter()
      // Each program of its own: a workspace counts its files.
      let program = Lent(Program(try Workspace()))
      let store = workspace.path("s.sqlite")
      let folder = workspace.folder
      Thread.detachNewThread {
        for round in 0..<rounds {
          do {
            let outcome = try program.value.run("import", "\(folder)/\(writer)-\(round).csv", "--store", store)
            if outcome.status != 0 { failures.add(outcome.error) }
          } catch {
            failures.add("\(error)")
          }
        }
        group.leave()
      }
    }
    group.wait()
    #expect(failures.all.isEmpty, "\(failures.all)")
    #expect(try run("check").output == "台帳に誤りはありません: r\(2 * rounds + 1) まで、取組 \(300 + 2 * rounds)件\n")
    Extent.report("two importers: \(2 * rounds) of \(2 * rounds) imports written, none refused")
  }

  @Test("No file is ever open to all, under any umask; an editor inherits no store")
  func privacy() throws {
    for mask in ["000", "022", "077"] {
      let script =
        "umask \(mask); '\(Program.path)' import one.csv --store n\(mask).sqlite && "
        + "'\(Program.path)' export --store n\(mask).sqlite --output n\(mask).json && "
        + "'\(Program.path)' backup n\(mask).backup --store n\(mask).sqlite"
      #expect(try Program(workspace, path: "/bin/sh").run("-c", script).status == 0)
      for name in try workspace.names(in: ".") where name.hasPrefix("n\(mask)") {
        var status = stat()
        try #require(stat(workspace.path(name), &status) == 0)
        let expected: mode_t = ["000": 0o664, "022": 0o644, "077": 0o600][mask] ?? 0
        #expect(status.st_mode & 0o777 == expected, "\(name) \(String(status.st_mode, radix: 8))")
      }
    }
    var program = honbu
    program.environment["EDITOR"] = "sh \(try workspace.write("ls -l /proc/$$/fd > fds\n", to: "editor.sh"))"
    #expect(try program.run("edit", "it-1", "--store", "s.sqlite").status == 0)
    let open = String(decoding: try workspace.bytes("fds"), as: UTF8.self)
    #expect(open.contains(" 0 -> ") && !open.contains("sqlite"), "\(open)")
  }
}
