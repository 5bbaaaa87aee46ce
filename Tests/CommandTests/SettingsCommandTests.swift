import Foundation
import Testing

@Suite("The config file on the command line")
struct SettingsCommandTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
    try FileManager.default.createDirectory(
      atPath: workspace.path("home/.config/honbu"), withIntermediateDirectories: true)
  }

  private func configure(_ text: String) throws { try workspace.write(text, to: "home/.config/honbu/config.yaml") }

  @Test("A snapshot is the same bytes whatever the config file says")
  func snapshots() throws {
    func texts() throws -> [String] {
      try ["text", "html", "svg", "ansi", "json", "markdown", "csv"].map { format in
        let outcome = try honbu.run(
          "snapshot", "actions", "--sample", "--today", "2026-04-01", "--layout", "table", "--format", format)
        #expect(outcome.status == 0)
        return outcome.output + outcome.error
      }
    }
    let before = try texts()
    try configure("theme: light\nlines: ascii\nambiguous: 2\nlanguage: en\ncalendar: iso\n")
    #expect(try texts() == before)
    try configure("theme: nonsense\n")
    #expect(try texts() == before)
  }

  @Test("What is shown follows it, and the command line goes before it")
  func shown() throws {
    let plain = ["meetings", "--sample", "--today", "2026-04-01", "--plain"]
    try configure("language: en\ncalendar: iso\n")
    let english = try honbu.run(plain)
    #expect(english.status == 0 && english.output.contains("Date: 2026-") && english.error == "")
    let japanese = try honbu.run(plain + ["--lang", "ja", "--calendar", "wareki"])
    #expect(japanese.output.contains("日付: 令和8年"))
    try configure("filters:\n  a: x\nlanguage: fr\n")
    let wrong = try honbu.run(plain)
    #expect(wrong.status == 0 && wrong.output == japanese.output)
    #expect(wrong.error.contains("config.yaml の3行目 language: 「fr」は使えないので、無いものとします（使えるのは ja、en）"))
  }

  @Test(
    "The theme is the option's, else none without colours, else the config file's, else the default",
    arguments: [
      ("light", nil, nil, "light"), ("light", "1", nil, "mono"), ("light", "", nil, "light"),
      ("light", nil, "high-contrast", "high-contrast"), ("light", "1", "tritanopia", "tritanopia"),
      (nil, nil, nil, "default"), (nil, "1", nil, "mono"),
    ] as [(String?, String?, String?, String)])
  func theme(kept: String?, noColor: String?, option: String?, shown: String) throws {
    if let kept { try configure("theme: \(kept)\n") }
    var honbu = honbu
    honbu.environment["NO_COLOR"] = noColor
    let outcome = try honbu.run(["doctor"] + (option.map { ["--theme", $0] } ?? []))
    #expect(outcome.output.contains("配色: \(shown)（"), "\(outcome.output)")
  }
}
