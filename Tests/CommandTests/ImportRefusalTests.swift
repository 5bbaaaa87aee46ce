import Foundation
import TestSupport
import Testing

/// All files of the corpus that are refused, one after another, on one store, while somebody else writes to it.
@Suite("Refusal is total")
struct ImportRefusalTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
    for (name, text) in ImportCorpus.base {
      try workspace.write(text, to: name)
      try #require(try honbu.run("import", name, "--store", "s.sqlite").status == 0)
    }
  }

  private func refuse(_ file: ImportCase, at number: Int) throws {
    let folder = "\(number)"
    try FileManager.default.createDirectory(atPath: workspace.path(folder), withIntermediateDirectories: false)
    try Data(file.bytes).write(to: URL(fileURLWithPath: workspace.path("\(folder)/\(file.file)")))
    let kind = file.kind.map { ["--kind", $0.rawValue] } ?? []
    let outcome = try honbu.run(["import", "\(folder)/\(file.file)", "--store", "s.sqlite"] + kind)
    #expect(outcome.status == 65, "\(file): \(outcome)")
    #expect(outcome.output == "", "\(file)")
    let lines = outcome.error.split(separator: "\n").map(String.init)
    guard case .refused(let places, let says) = file.verdict else { return }
    #expect(lines.first?.hasPrefix("honbu: \(file.file)") == true && lines.first?.contains(says) == true, "\(lines)")
    if let line = places.first?.line { #expect(lines.first?.contains(" \(line)行目") == true, "\(file): \(lines)") }
    #expect(lines.allSatisfy { $0.hasPrefix("honbu: ") && !$0.contains("\u{1B}") }, "\(file)")
    #expect(lines.count <= 101)
  }

  @Test("What does not fit into memory needs a place to wait, and without one nothing is written")
  func noTemporaryFile() throws {
    let summary = String(repeating: "役所の手続きを短くする", count: 1_500)
    let rows = (0..<250).map { "L\($0),取組\($0),\(summary)\n" }.joined()
    try workspace.write("番号,取組名,概要\n" + rows, to: "long.csv")
    #expect(try honbu.run("import", "long.csv", "--store", "s.sqlite").status == 0)
    #expect(try honbu.run("export", "--store", "s.sqlite", "--output", "long.json").status == 0)
    try workspace.write(Sheets.items(3), to: "a.csv")
    #expect(try honbu.run("import", "a.csv", "--store", "old.sqlite").status == 0)
    let before = try workspace.bytes("old.sqlite")
    var program = honbu
    program.environment["TMPDIR"] = workspace.path("none")
    for (file, store) in [("long.csv", "n"), ("long.json", "n"), ("long.csv", "old"), ("long.json", "old")] {
      for extra in [[], ["--dry-run"]] {
        let outcome = try program.run(["import", file, "--store", "\(store).sqlite"] + extra)
        let place = workspace.path("none")
        #expect(outcome.status == 73 && outcome.output.isEmpty)
        #expect(outcome.error == "honbu: 一時ファイルを置けません: \(place)（その場所がありません。書ける場所を TMPDIR で指定してください）\n")
      }
    }
    #expect(!workspace.exists("n.sqlite"))
    #expect(try workspace.bytes("old.sqlite") == before)
  }

  @Test("No refused file changes a byte of the store")
  func alone() throws {
    let before = try workspace.bytes("s.sqlite")
    let names = try workspace.names(in: ".").filter { $0.contains("sqlite") }
    // Each verdict is tried in the store's own tests, without a program: the small form takes some of each sort.
    let step = Extent.rounds(6, whole: 1)
    for (number, file) in ImportCorpus.refused.enumerated() where number.isMultiple(of: step) {
      try refuse(file, at: number)
    }
    #expect(try workspace.bytes("s.sqlite") == before)
    #expect(try workspace.names(in: ".").filter { $0.contains("sqlite") } == names)
    #expect(try honbu.run("check", "--store", "s.sqlite").status == 0)
  }

  @Test("While another writes, only what that one wrote comes in")
  func besideAnother() throws {
    var edits = 0
    let step = Extent.rounds(24, whole: 4)
    for (number, file) in ImportCorpus.refused.enumerated() where number % step == 3 {
      edits += 1
      try workspace.write("id,title\nE-\(edits),編集その\(edits)\n", to: "edit.csv")
      let editor = try honbu.start(["import", "edit.csv", "--store", "s.sqlite"])
      try refuse(file, at: number)
      #expect(try editor.outcome().status == 0)
    }
    #expect(edits > 3)
    let count = ImportCorpus.base.count + edits
    #expect(
      try honbu.run("check", "--store", "s.sqlite").output == "台帳に誤りはありません: r\(count) まで、取組 \(2 + edits)件\n")
    let exported = try honbu.run("export", "--store", "s.sqlite", "--kind", "items", "--format", "csv").output
    let ids = exported.split(separator: "\r\n").dropFirst().compactMap { $0.split(separator: ",").first }
    #expect(ids == ["A-1", "A-2"] + (1...edits).map { "E-\($0)" })
  }
}
