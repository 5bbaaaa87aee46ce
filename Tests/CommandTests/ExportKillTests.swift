import Foundation
import TestSupport
import Testing

/// Writing a file that is struck at a random moment, again and again: the final name has the old file or the new one.
///
/// The full form strikes 500 times, the small one 24.
@Suite("An export that is killed")
struct ExportKillTests {
  static let rounds = Extent.rounds(24, whole: 500)

  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
    try workspace.write(Sheets.items(600), to: "a.csv")
    try #require(try honbu.run("import", "a.csv", "--store", "s.sqlite").status == 0)
    try FileManager.default.createDirectory(atPath: workspace.path("out"), withIntermediateDirectories: false)
  }

  private func strays() throws -> [String] { try workspace.names(in: "out").filter { $0.hasPrefix(".honbu-") } }

  private static let commands: [[String]] = [
    ["export", "--output", "out/file"],
    ["export", "--kind", "items", "--format", "csv", "--output", "out/file"],
    ["snapshot", "actions", "--layout", "table", "--today", "2026-04-01", "--format", "html", "--output", "out/file"],
    ["snapshot", "actions", "--layout", "table", "--today", "2026-04-01", "--format", "csv", "--output", "out/file"],
  ]

  @Test(
    "kill -9 leaves the old file or the whole new one, and what it leaves beside is swept",
    arguments: 0..<commands.count)
  func killed(number: Int) throws {
    let command = Self.commands[number] + ["--store", "s.sqlite"]
    let start = ContinuousClock.now
    #expect(try honbu.run(command).status == 0)
    let whole = ContinuousClock.now - start
    let new = try workspace.bytes("out/file")
    #expect(new.count > 20_000)
    let old = Data("前の書き出し\n".utf8)
    var random = SystemRandomNumberGenerator()
    var counts = (old: 0, new: 0, absent: 0, left: 0)
    for round in 0..<(Self.rounds / Self.commands.count) {
      for name in try workspace.names(in: "out") where !name.hasPrefix(".honbu-") {
        try FileManager.default.removeItem(atPath: workspace.path("out/" + name))
      }
      let isThere = round.isMultiple(of: 2)
      if isThere { try old.write(to: URL(fileURLWithPath: workspace.path("out/file"))) }
      let running = try honbu.start(command)
      // The first half of the time goes into starting.
      if !running.hasEnded(within: whole * Double.random(in: 0.2...1.05, using: &random)) { running.send(SIGKILL) }
      let outcome = try running.outcome()
      let found = workspace.exists("out/file") ? try workspace.bytes("out/file") : nil
      switch found {
      case new?: counts.new += 1
      case old? where isThere: counts.old += 1
      case nil where !isThere: counts.absent += 1
      default: Issue.record("\(command): neither the old file nor the new one (\(found?.count ?? -1) bytes)")
      }
      if outcome.status == 0 { #expect(found == new) }
      // What the round before left was swept as soon as this one wrote.
      let left = try strays()
      #expect(left.count <= 1, "\(left)")
      if !left.isEmpty { counts.left += 1 }
      if outcome.status == 0 { #expect(left.isEmpty) }
    }
    #expect(try honbu.run(command).status == 0)
    #expect(try strays().isEmpty)
    #expect(try workspace.bytes("out/file") == new)
    Extent.report("書き出しを止める \(number): 前 \(counts.old)、なし \(counts.absent)、新 \(counts.new)、途中のファイル \(counts.left)")
    #expect(counts.new < Self.rounds / Self.commands.count)
  }

  @Test("A set of snapshots that is killed has only whole files, and is made whole by the next run")
  func set() throws {
    let command = ["snapshot", "--all", "--sample", "--today", "2026-04-01", "--output", "all"]
    let start = ContinuousClock.now
    #expect(try honbu.run(command).status == 0)
    let whole = ContinuousClock.now - start
    func files() throws -> [String: Data] {
      var files: [String: Data] = [:]
      for case let name as String in try #require(FileManager.default.enumerator(atPath: workspace.path("all"))) {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: workspace.path("all/" + name), isDirectory: &isFolder)
        if !isFolder.boolValue { files[name] = try workspace.bytes("all/" + name) }
      }
      return files
    }
    let all = try files()
    #expect(all.count > 50)
    for _ in 0..<Extent.rounds(2, whole: 25) {
      if workspace.exists("all") { try FileManager.default.removeItem(atPath: workspace.path("all")) }
      let running = try honbu.start(command)
      if !running.hasEnded(within: whole * Double.random(in: 0...1)) { running.send(SIGKILL) }
      _ = try running.outcome()
      guard workspace.exists("all") else { continue }
      for (name, bytes) in try files() where !name.contains(".honbu-") { #expect(bytes == all[name], "\(name)") }
      #expect(try honbu.run(command).status == 0)
      #expect(try files() == all)
    }
  }
}
