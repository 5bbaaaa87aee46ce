import Foundation
import TestSupport
import Testing

/// Standard output that takes nothing: an error and its exit code; a reader that has gone: a quiet end.
@Suite("Standard output that takes nothing")
struct ClosedOutputTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
    try workspace.write(Sheets.items(3), to: "a.csv")
    try #require(try honbu.run("import", "a.csv", "--store", "s.sqlite").status == 0)
    try workspace.write(Sheets.items(4), to: "b.csv")
  }

  private static let commands: [[String]] =
    ["text", "markdown", "html", "svg", "ansi", "csv", "json"].map {
      ["snapshot", "actions", "--store", "s.sqlite", "--format", $0]
    } + [
      ["export", "--store", "s.sqlite"],
      ["export", "--store", "s.sqlite", "--kind", "items", "--format", "csv"],
      ["log", "--store", "s.sqlite"], ["log", "--store", "s.sqlite", "--format", "json"],
      ["log", "--store", "s.sqlite", "--format", "markdown"],
      ["diff", "r0", "r1", "--store", "s.sqlite"], ["diff", "r0", "r1", "--store", "s.sqlite", "--format", "json"],
      ["diff", "r0", "r1", "--store", "s.sqlite", "--format", "markdown"],
      ["check", "--store", "s.sqlite"], ["overview", "--store", "s.sqlite"],
      ["actions", "--plain", "--store", "s.sqlite"],
      ["import", "b.csv", "--store", "s.sqlite", "--dry-run"], ["import", "b.csv", "--store", "s.sqlite"],
      ["import", "--template", "items"], ["undo", "r1", "--store", "s.sqlite", "--dry-run"],
      ["--help"], ["import", "--help"], ["snapshot", "--help"], ["--version"],
    ]

  @Test(
    "Closed, full and deserted outputs are told apart",
    arguments: (0..<commands.count).filter { Extent.isWhole || $0 % 2 == 0 })
  func outputs(number: Int) throws {
    let command = Self.commands[number]
    var usual = honbu
    #expect(try usual.run(command.contains("b.csv") ? command + ["--dry-run"] : command).output.isEmpty == false)
    for (output, reason) in [(Program.Stream.closed, "閉じられています"), (.path("/dev/full"), "ディスクの空きがありません")] {
      usual.output = output
      let outcome = try usual.run(command)
      #expect(outcome.status == 74, "\(command): \(outcome)")
      #expect(outcome.error == "honbu: 標準出力に書き込めません（\(reason)）\n", "\(command)")
    }
    usual.output = .readerGone
    let outcome = try usual.run(command)
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(command): \(outcome)")
    // With nowhere to say anything the exit code still tells.
    usual.output = .path("/dev/full")
    usual.error = .closed
    #expect(try usual.run(command).status == 74, "\(command)")
    #expect(try honbu.run("check", "--store", "s.sqlite").status == 0)
  }
}
