import Dashboard
import StrategyModel
import Testing

@testable import DashboardRuntime

@Suite("How the operator wants the screen, in the config file")
struct SettingsFileTests {
  private let folder: Folder
  private var path: String { folder.path + "/config.yaml" }

  init() throws { folder = try Folder() }

  private func read(_ text: String) throws -> SettingsFile.Kept {
    try folder.write(text.utf8, to: "config.yaml")
    return SettingsFile(path: path).read()
  }

  @Test("Values beside the filters are read; without a file there are none")
  func reading() throws {
    #expect(SettingsFile(path: path).read() == SettingsFile.Kept())
    let kept = try read(
      "# mine\ntheme: high-contrast\nfilters:\n  a: x\nlines: ascii\nambiguous: 2\nlanguage: en\ncalendar: 'iso'\n")
    #expect(kept.theme == .highContrast && kept.lines == .ascii && kept.ambiguous == "2")
    #expect(kept.language == .en && kept.calendar == .iso && kept.faults.isEmpty)
  }

  @Test("A value that cannot be used is told with its line and with those that can, and is as if it were not there")
  func faults() throws {
    let kept = try read("filters:\n  a: x\ntheme: dark\nlines: [a]\nlanguage:\n")
    #expect(kept.theme == nil && kept.lines == nil && kept.language == nil)
    #expect(
      kept.faults.map(\.message) == [
        "\(path) の3行目 theme: 「dark」は使えないので、無いものとします"
          + "（使えるのは default、light、high-contrast、deuteranopia、tritanopia、mono）",
        "\(path) の4行目 lines: 値を1つだけ書いてください（使えるのは unicode、ascii）",
      ])
    #expect(try read("theme: [").faults.map(\.message).first?.contains("が読めません") == true)
  }

  @Test(
    "A theme is kept in its own line alone",
    arguments: [
      ("", "theme: light\n"),
      ("# mine\nfilters:\n  a: 'x' # why\n", "# mine\nfilters:\n  a: 'x' # why\ntheme: light\n"),
      ("theme: mono   # for the projector\n\nfilters:\n  a: x\n", "theme: light\n\nfilters:\n  a: x\n"),
      ("a: 1\r\ntheme: mono\r\nb: 2\r\n", "a: 1\r\ntheme: light\r\nb: 2\r\n"),
      ("\"theme\": >-\n  mono\nb: 2\n", "theme: light\nb: 2\n"),
      ("{theme: mono, a: 1}\n", nil), ("{a: 1}\n", nil), ("a: 1\n...\n", nil),
    ] as [(String, String?)])
  func keeping(config: String, result: String?) throws {
    try folder.write(config.utf8, to: "config.yaml")
    let file = SettingsFile(path: path)
    if let result {
      try file.keep(.light)
      #expect(try folder.text("config.yaml") == result)
      #expect(file.read().theme == .light)
    } else {
      #expect(throws: PersonalFileError.cannotKeep(path, entry: "theme: light")) { try file.keep(.light) }
      #expect(try folder.text("config.yaml") == config)
    }
  }

  @Test("What the file says already leaves it untouched; the first time it is made for its owner alone")
  func untouched() throws {
    try SettingsFile(path: path).keep(.mono)
    #expect(try folder.mode("config.yaml") == 0o600)
    let text = "theme:   mono  # as it is\n"
    try folder.write(text.utf8, to: "config.yaml")
    try SettingsFile(path: path).keep(.mono)
    #expect(try folder.text("config.yaml") == text)
  }
}
