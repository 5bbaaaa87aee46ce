import Dashboard
import Foundation
import Testing
import TextSearch

@testable import DashboardRuntime

@Suite("Saved filters in the config file")
struct SavedFilterFileTests {
  private func setting(_ name: String, _ text: String, in config: String) throws -> String {
    try ConfigText(config).setting(SavedFilter(name: name, text: text))
  }

  @Test(
    "A filter is added, and the rest of the file stays as it is",
    arguments: [
      ("", "filters:\n  新: '窓口'\n"),
      ("# note", "# note\nfilters:\n  新: '窓口'\n"),
      ("theme: dark\n", "theme: dark\nfilters:\n  新: '窓口'\n"),
      ("filters:\ntheme: dark", "filters:\n  新: '窓口'\ntheme: dark\n"),
      ("filters: {}   # none\n", "filters:    # none\n  新: '窓口'\n"),
      ("filters: ~\n", nil),
      (
        "filters:\n    a: 'x' # why\n    # more\n\ntheme: {a: 1}\n",
        "filters:\n    a: 'x' # why\n    新: '窓口'\n    # more\n\ntheme: {a: 1}\n"
      ),
      ("filters:\n  a: >\n    x\n    y\n  b: 'z'\n", "filters:\n  a: >\n    x\n    y\n  b: 'z'\n  新: '窓口'\n"),
      ("a: 1\r\nfilters:\r\n  b: 'z'\r\n", "a: 1\r\nfilters:\r\n  b: 'z'\r\n  新: '窓口'\r\n"),
      ("{a: 1}\n", nil), ("filters: {a: 1}\n", nil), ("a: 1\n...\n", nil),
    ] as [(String, String?)])
  func adding(config: String, result: String?) throws {
    if let result {
      #expect(try setting("新", "窓口", in: config) == result)
    } else {
      #expect(throws: ConfigText.Fault.cannotEdit) { try setting("新", "窓口", in: config) }
    }
  }

  @Test("A filter of the same name is replaced with all its lines, and nothing else")
  func replacing() throws {
    let config = """
      # mine
      filters:
        遅れ: kpi:behind   # old
        long: >-
          a
          b

        # about c
        c: "x"
      theme: dark
      """
    #expect(
      try setting("遅れ", "kpi:<80", in: config)
        == config.replacing("遅れ: kpi:behind   # old", with: "遅れ: 'kpi:<80'") + "\n")
    #expect(
      try setting("LONG", "it's", in: config) == config.replacing("long: >-\n    a\n    b", with: "LONG: 'it''s'")
        + "\n")
    #expect(try setting("c", "y", in: config) == config.replacing("c: \"x\"", with: "c: 'y'") + "\n")
  }

  @Test("Names and texts come back as they were, whatever they hold")
  func roundTrip() throws {
    var config = ""
    var expected: [SavedFilter] = []
    let names = ["窓口", "yes", "90", "a-b", "*star", "&x", "#h", "🎨", "'q", "[x]", "null"]
    let texts = ["phase:検証中|運用中 -\"a b\"", "'", "''x'", "# no comment", "a: b", "\\n", "　", "{[", "@", "%"]
    for (name, text) in zip(names, texts + [": x"]) {
      config = try setting(name, text, in: config)
      expected.append(SavedFilter(name: name, text: text))
    }
    #expect(try ConfigText(config).filters() == expected)
    for name in names.shuffled() {
      config = try setting(name, "new " + name, in: config)
    }
    #expect(try ConfigText(config).filters() == names.map { SavedFilter(name: $0, text: "new " + $0) })
  }

  @Test(
    "What cannot be understood is refused with its line, and not written",
    arguments: [
      ("filters:\n  a: 'x\n", 3), ("- a\n", 1), ("filters: 3\n", 1), ("filters:\n  a: [1]\n", 2), ("a: 1\na: 2\n", nil),
      ("a: 1\n---\nb: 2\n", 2), ("\tx: 1\n", 1),
    ] as [(String, Int?)])
  func refused(config: String, line: Int?) throws {
    let folder = try Folder()
    let files = PersonalFiles(environment: ["HOME": folder.path, "XDG_CONFIG_HOME": folder.path])
    try FileManager.default.createDirectory(atPath: folder.path + "/honbu", withIntermediateDirectories: true)
    try folder.write(config.utf8, to: "honbu/config.yaml")
    let said = FilterKeeper(files).save(SavedFilter(name: "n", text: "x"))
    guard case .noticed(let notice)? = said.first else {
      Issue.record("\(said)")
      return
    }
    #expect(notice.kind == .failure)
    #expect(notice.text.hasPrefix(files.config + (line.map { " の\($0)行目が読めません" } ?? "")), "\(notice.text)")
    #expect(notice.text.contains("読めません（YAML で filters: の下に 名前: 条件 と書きます）。直るまで読み書きしません"))
    #expect(try folder.text("honbu/config.yaml") == config)
  }

  @Test("The file is for its owner alone when new, and keeps its mode and its link when not")
  func files() throws {
    let folder = try Folder()
    let files = PersonalFiles(environment: ["HOME": folder.path])
    let keeper = FilterKeeper(files)
    let filter = SavedFilter(name: "遅れ", text: "kpi:behind")
    #expect(keeper.save(filter) == [.filterSaved(filter)])
    #expect(try folder.mode(".config/honbu/config.yaml") == 0o600)
    #expect(try folder.mode(".config/honbu") == 0o700)
    #expect(keeper.read() == [.filterMemoryRead(FilterMemory(saved: [filter]))])

    let manager = FileManager.default
    try manager.moveItem(atPath: files.config, toPath: folder.path + "/dotfile")
    try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.path + "/dotfile")
    try manager.createSymbolicLink(atPath: files.config, withDestinationPath: folder.path + "/dotfile")
    #expect(keeper.save(SavedFilter(name: "b", text: "x")) == [.filterSaved(SavedFilter(name: "b", text: "x"))])
    #expect(try manager.destinationOfSymbolicLink(atPath: files.config) == folder.path + "/dotfile")
    #expect(try folder.mode("dotfile") == 0o644)
    #expect(try folder.text("dotfile") == "filters:\n  遅れ: 'kpi:behind'\n  b: 'x'\n")
  }

  @Test(
    "Deleting takes a filter's own lines and no others",
    arguments: [
      ("filters:\n  a: 'x'\n  b: 'y'\n", "filters:\n  b: 'y'\n"), ("filters:\n  a: 'x'\n", "filters:\n"),
      (
        "# mine\ntheme: dark\nfilters:\n  # first\n  b: y\n  a: >\n    x\n\n# end\nz: 1\n",
        "# mine\ntheme: dark\nfilters:\n  # first\n  b: y\n\n# end\nz: 1\n"
      ),
      ("filters:\r\n  Ａ: x\r\n  b: y\r\n", "filters:\r\n  b: y\r\n"), ("filters:\n  b: y\n", "filters:\n  b: y\n"),
      ("", ""),
    ])
  func delete(config: String, left: String) throws {
    let folder = try Folder()
    let files = PersonalFiles(environment: ["XDG_CONFIG_HOME": folder.path])
    try FileManager.default.createDirectory(atPath: folder.path + "/honbu", withIntermediateDirectories: true)
    try folder.write(config.utf8, to: "honbu/config.yaml")
    let filter = SavedFilter(name: "a", text: "x")
    #expect(FilterKeeper(files).delete(filter) == [.filterDeleted(filter)])
    #expect(try folder.text("honbu/config.yaml") == left)
  }

  @Test("What another terminal changed meanwhile, and what is written on one line, is not deleted")
  func notDeleted() throws {
    let folder = try Folder()
    let files = PersonalFiles(environment: ["XDG_CONFIG_HOME": folder.path])
    try FileManager.default.createDirectory(atPath: folder.path + "/honbu", withIntermediateDirectories: true)
    let filter = SavedFilter(name: "a", text: "x")
    for (config, said) in [
      ("filters:\n  a: y\n", "@a はほかの端末で変わったので、削除しませんでした（F で今の内容を確かめられます）"),
      ("filters: {a: x, b: y}\n", "\(files.config) の filters は1行ずつの形ではないので書き換えません。手で消してください: a"),
    ] {
      try folder.write(config.utf8, to: "honbu/config.yaml")
      #expect(FilterKeeper(files).delete(filter) == [.noticed(Notice(.failure, said))])
      #expect(try folder.text("honbu/config.yaml") == config)
    }
  }

  @Test("A form that cannot be changed line by line is refused with the line to add by hand")
  func special() throws {
    let folder = try Folder()
    let files = PersonalFiles(environment: ["XDG_CONFIG_HOME": folder.path])
    try FileManager.default.createDirectory(atPath: folder.path + "/honbu", withIntermediateDirectories: true)
    try folder.write("filters: {a: x}\n".utf8, to: "honbu/config.yaml")
    let text = "\(files.config) の filters は1行ずつの形ではないので書き換えません。手で加えてください: 窓口: 'a b'"
    #expect(
      FilterKeeper(files).save(SavedFilter(name: "窓口", text: "a b")) == [.noticed(Notice(.failure, text))])
    #expect(try folder.text("honbu/config.yaml") == "filters: {a: x}\n")
  }
}
