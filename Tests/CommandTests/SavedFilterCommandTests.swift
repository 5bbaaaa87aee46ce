import Foundation
import Testing

@Suite("--filter @name")
struct SavedFilterCommandTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
  }

  private func configure(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: workspace.path("home/.config/honbu"), withIntermediateDirectories: true)
    try workspace.write(text, to: "home/.config/honbu/config.yaml")
  }

  @Test("A saved filter gives the rows of its text, and the snapshot pins the text")
  func expansion() throws {
    try configure("filters:\n  検証: phase:検証中\n")
    let called = try honbu.run("snapshot", "actions", "--sample", "--filter", "@検証 -窓口")
    let written = try honbu.run("snapshot", "actions", "--sample", "--filter", "phase:検証中 -窓口")
    #expect(called.status == 0)
    #expect(called.output == written.output)
    #expect(called.output.contains("--filter 'phase:検証中 -窓口'"))
    #expect(try honbu.run("actions", "--sample", "--filter", "@検証").output.contains("検証中"))
  }

  @Test("An unknown name is a usage error that names the nearest")
  func unknown() throws {
    try configure("filters:\n  検証中: phase:検証中\n")
    let near = try honbu.run("snapshot", "actions", "--sample", "--filter", "@検証")
    #expect(near.status == 64)
    #expect(near.error == "honbu: --filter が正しくありません。「@検証」という保存した条件はありません（近いものは @検証中）\n")
    let far = try honbu.run("actions", "--sample", "--filter", "@qqqqqqqqq")
    #expect(far.status == 64)
  }

  @Test("A config file that cannot be read is a fault only where it is needed")
  func badConfig() throws {
    try configure("filters: [\n")
    #expect(try honbu.run("snapshot", "actions", "--sample", "--filter", "窓口").status == 0)
    let called = try honbu.run("snapshot", "actions", "--sample", "--filter", "@検証")
    #expect(called.status == 65)
    #expect(called.error.contains("config.yaml の2行目が読めません"))
  }
}
