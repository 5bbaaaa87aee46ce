import Foundation
import TestSupport
import Testing

@Suite("honbu doctor")
struct DoctorCommandTests {
  let workspace: Workspace
  var honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
    honbu.environment["EDITOR"] = "sh -e"
  }

  /// Without what depends on the machine: SQLite's version, and whether a dictionary is installed.
  private func fixed(_ lines: [String]) -> [String] {
    var isKept = true
    return lines.filter { line in
      if line.first != " " { isKept = !["SQLite: ", "ローマ字の辞書: "].contains { line.dropFirst(2).hasPrefix($0) } }
      return isKept
    }
  }

  @Test("Without a terminal and a store it says what is so and what to do, and makes nothing")
  func sentences() throws {
    let outcome = try honbu.run("doctor")
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    let home = workspace.folder + "/home"
    #expect(
      Array(fixed(outcome.lines).dropLast()) == [
        "honbu doctor (honbu 0.1.0)",
        "△ 端末: 標準出力が端末ではないので、画面は開けません（TERM=xterm-256color）",
        "   → 端末の中で、パイプやファイルにつながずに honbu doctor を実行すると調べられます",
        "○ 端末の機能: 256色、マウス、貼り付けの区別、終了後に元の画面へ戻る",
        "○ 言語と文字コード: UTF-8 (LANG=C.UTF-8)",
        "△ 文字の幅: 端末がないので測れません（--ambiguous 1）",
        "   → 端末の中で、パイプやファイルにつながずに honbu doctor を実行すると調べられます",
        "○ 配色: default（端末の配色のまま。コントラストは端末の設定で決まります）",
        "   → 読みにくいときは --theme high-contrast（7対1以上）か --theme light を付けてください",
        "△ コピー: OSC 52 で端末に渡します。端末からの返事はないので、届いたかは分かりません",
        "   → コピーできないときは、端末の設定で OSC 52（クリップボードへの書き込み）を許してください",
        "○ 台帳: まだありません。honbu を最初に開いたときに作られます: \(workspace.defaultStore)",
        "○ 設定ファイル: まだありません。条件に名前を付けて保存すると作られます: \(home)/.config/honbu/config.yaml",
        "○ エディター: 「sh -e」で直します",
      ])
    #expect(outcome.lines.last?.hasSuffix("✗ 0（○ そのまま使える、△ 使えるが直すとよい、✗ 直さないと使えない）") == true)
    #expect(!workspace.exists("home/data") && !workspace.exists("home/.config"))
  }

  @Test("A sound store: place, size, rights, file system and revision; nothing of it is touched")
  func sound() throws {
    try honbu.run("overview")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: workspace.defaultStore)
    let before = try FileManager.default.attributesOfItem(atPath: workspace.defaultStore)
    let outcome = try honbu.run("doctor")
    #expect(outcome.status == 0)
    let store = try #require(outcome.lines.first { $0.hasPrefix("○ 台帳: ") })
    #expect(store.contains("\(workspace.defaultStore)（") && store.contains("KiB、権限 640 で読み書きできます、"))
    #expect(outcome.lines.contains("○ 書きかけ: ありません"))
    #expect(outcome.lines.contains { $0.wholeMatch(of: /○ 台帳の確認: 誤りはありません（r\d+ まで）/) != nil })
    let after = try FileManager.default.attributesOfItem(atPath: workspace.defaultStore)
    #expect(after[.modificationDate] as? Date == before[.modificationDate] as? Date)
    #expect(try workspace.names(in: "home/data/honbu") == ["honbu.sqlite"])
  }

  @Test(
    "A store that cannot be used is a fault, with what to do",
    arguments: [
      ("missing", "✗ 台帳: 台帳がありません: ", "   → --store か HONBU_STORE の場所を確かめるか、honbu import で作ってください"),
      ("folder", "✗ 台帳: ふつうのファイルではありません: ", "   → --store か HONBU_STORE の場所を確かめるか、honbu import で作ってください"),
      ("text", "✗ 台帳の確認: honbu の台帳ではありません: ", nil), ("cut", "✗ 台帳の確認: ", nil),
      ("newer", "✗ 台帳の確認: 台帳はこの honbu より新しい版のものです: ", nil),
      (
        "wal", "✗ 台帳: ",
        "   → ほかの道具が変えたものです。誰も開いていないときに sqlite3 PATH 'PRAGMA journal_mode=DELETE' で戻してください"
      ),
      ("anybody", "△ 台帳: ", "   → 誰でも書き換えられます。chmod o-w PATH としてください"),
      (
        "journal", "△ 書きかけ: 前回の書き込みが途中で止まっています",
        "   → honbu を一度開くと書き込みの前に戻ります。-journal のファイルは消さないでください"
      ),
    ])
  func unusable(kind: String, line: String, advice: String?) throws {
    try honbu.run("overview")
    let path = workspace.path("store.sqlite")
    var bytes = [UInt8](try workspace.bytes(workspace.defaultStore))
    switch kind {
    case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case "text": bytes = Array(String(repeating: "台帳ではない\n", count: 200).utf8)
    case "cut": bytes.removeLast(bytes.count / 2)
    // `user_version`, big endian: https://www.sqlite.org/fileformat2.html#the_database_header
    case "newer": bytes[62] = 9
    case "wal": (bytes[18], bytes[19]) = (2, 2)
    default: break
    }
    if !["missing", "folder"].contains(kind) { try Data(bytes).write(to: URL(filePath: path)) }
    if kind == "anybody" { chmod(path, 0o666) }
    let journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7] + Array(repeating: 0, count: 504)
    if kind == "journal" { try Data(journal).write(to: URL(filePath: path + "-journal")) }

    let outcome = try honbu.run("doctor", "--store", path)
    #expect(outcome.status == (line.hasPrefix("✗") ? 1 : 0) && outcome.error.isEmpty)
    let place = try #require(outcome.lines.firstIndex { $0.hasPrefix(line) }, "\(outcome.output)")
    if let advice { #expect(outcome.lines[place + 1] == advice.replacing("PATH", with: path)) }
    // Who only asks changes nothing, not even by rolling back.
    if !["missing", "folder"].contains(kind) { #expect([UInt8](try workspace.bytes(path)) == bytes) }
    if kind == "journal" { #expect([UInt8](try workspace.bytes(path + "-journal")) == journal) }
    #expect(!workspace.exists(path + "-wal") && !workspace.exists(path + "-shm"))
    if kind == "wal" {
      let check = outcome.lines.firstIndex(of: "△ 台帳の確認: WAL から戻すまで調べません")
      #expect(check.map { outcome.lines[$0 + 1] } == "   → その後で honbu check を実行してください")
    }
  }

  @Test(
    "Other languages, encodings, editors, themes and settings",
    arguments: [
      (["LC_ALL": "", "LANG": ""], [], "△ 言語と文字コード: UTF-8 とみなして日本語を表示します（LANG なし）"),
      (["LANG": "C"], [], "△ 言語と文字コード: UTF-8 とみなして日本語を表示します（LANG=C）"),
      (["LANG": "xx_XX.UTF-8"], [], "△ 言語と文字コード: この機械にないロケールなので、UTF-8 とみなして日本語を表示します（LANG=xx_XX.UTF-8）"),
      (["TERM": ""], [], "△ 端末の機能: 端末の種類が分からないので調べられません"),
      (["TERM": "vt100"], [], "△ 端末の機能: 色なし"),
      (["TERM": "xterm-256color"], ["--theme", "light"], "○ 配色: light（256色で最小のコントラスト "),
      (["TERM": "linux"], ["--theme", "light"], "△ 配色: light（8色で最小のコントラスト "),
      (["NO_COLOR": "1"], [], "○ 配色: mono（色を使わず、太字・下線・反転で示します）"),
      (["EDITOR": "no-such-editor"], [], "△ エディター: 「no-such-editor」が見つかりません"),
      (["VISUAL": "$(reboot)"], [], "△ エディター: 「$(reboot)」が使えるかは確かめていません"),
      (["STY": "1.x"], [], "△ コピー: GNU screen の中では端末に届きません"),
      (["TMUX": "/nowhere,1,0"], [], "△ コピー: tmux に設定を尋ねられません"),
      (["TERM_PROGRAM": "Apple_Terminal"], [], "△ コピー: この端末は OSC 52 を受け付けません"),
    ] as [([String: String], [String], String)])
  func surroundings(environment: [String: String], options: [String], line: String) throws {
    #expect(try !honbu.run("doctor").lines.contains { $0.hasPrefix(line) })
    var honbu = honbu
    honbu.environment.merge(environment) { $1 }
    let outcome = try honbu.run(["doctor"] + options)
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    #expect(outcome.lines.count { $0.hasPrefix(line) } == 1, "\(outcome.output)")
  }

  @Test("A settings file that cannot be read is a fault, with its line")
  func settings() throws {
    try FileManager.default.createDirectory(
      atPath: workspace.path("home/.config/honbu"), withIntermediateDirectories: true)
    try workspace.write("filters:\n  a: [\n", to: "home/.config/honbu/config.yaml")
    let outcome = try honbu.run("doctor")
    #expect(outcome.status == 1)
    let line = try #require(outcome.lines.firstIndex { $0.hasPrefix("✗ 設定ファイル: ") })
    #expect(outcome.lines[line].contains("config.yaml の") && outcome.lines[line].contains("行目が読めません"))
    #expect(outcome.lines[line + 1] == "   → その行を直すか、ファイルの名前を変えて外してください")
    // Filters and settings stand in the same file: what is wrong with it is said once.
    #expect(outcome.output.components(separatedBy: "行目が読めません").count == 2)
  }

  @Test("A setting that cannot be used is told with its line, and keeps nobody from working")
  func wrongSetting() throws {
    try FileManager.default.createDirectory(
      atPath: workspace.path("home/.config/honbu"), withIntermediateDirectories: true)
    let path = try workspace.write("filters:\n  a: x\ntheme: dark\n", to: "home/.config/honbu/config.yaml")
    let outcome = try honbu.run("doctor")
    #expect(outcome.status == 0)
    let line = outcome.lines.firstIndex(
      of: "△ 設定ファイル: \(path) の3行目 theme: 「dark」は使えないので、無いものとします"
        + "（使えるのは default、light、high-contrast、deuteranopia、tritanopia、mono）")
    #expect(line.map { outcome.lines[$0 + 1] } == "   → その行を直すか、ファイルの名前を変えて外してください", "\(outcome.output)")
  }

  @Test("A store that may be read but not written is told so", .enabled(if: getuid() == 0))
  func readOnlyStore() throws {
    try honbu.run("overview")
    try Data(workspace.bytes(workspace.defaultStore)).write(to: URL(filePath: workspace.path("s.sqlite")))
    chmod(workspace.path("s.sqlite"), 0o444)
    let outcome = try Program(workspace, path: "/usr/bin/setpriv").run(
      "--reuid=65534", "--regid=65534", "--clear-groups", Program.path, "doctor", "--store", "s.sqlite")
    let line = try #require(outcome.lines.firstIndex { $0.contains(" 台帳: ") }, "\(outcome)")
    #expect(outcome.lines[line].hasPrefix("△ 台帳: s.sqlite（") && outcome.lines[line].contains("権限 444 で読み取りだけできます、"))
    #expect(outcome.lines[line + 1] == "   → 見るだけなら十分です。直すにはファイルとフォルダーの両方の書き込み権限が要ります")
  }

  @Test("Nothing of the environment reaches the output raw", arguments: ["text", "json"], ["ja", "en"])
  func hostile(format: String, language: String) throws {
    let hostile = "x\u{1B}]0;t\u{7}\u{9B}2J\u{202E}\u{200B}\u{E0041}\r"
    var honbu = honbu
    for name in ["TERM", "EDITOR", "HONBU_STORE", "LANG", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
      honbu.environment[name] = (name.hasPrefix("XDG") ? "/" : "") + hostile
    }
    honbu.environment["SECRET_TOKEN"] = "s3cret"
    let outcome = try honbu.run("doctor", "--format", format, "--lang", language)
    #expect(outcome.status == 1)
    let unsafe = VisibleText.hostile(in: outcome.output + outcome.error)
    #expect(unsafe.isEmpty && !outcome.output.contains("s3cret"))
    #expect(outcome.output.contains(format == "json" ? "\\u001b]0;t" : "␛]0;t␇<U+009B>2J<U+202E><U+200B><U+E0041>␍"))
  }

  @Test("JSON has a schema, a finding a subject, and their counts")
  func json() throws {
    let outcome = try honbu.run("doctor", "--format", "json", "--theme", "high-contrast")
    let value = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let findings = try #require(value["findings"] as? [[String: Any]])
    #expect(value["schema"] as? Int == 1 && value["version"] as? String == "0.1.0")
    #expect(
      findings.compactMap { $0["subject"] as? String } == [
        "terminal", "abilities", "locale", "widths", "colours", "clipboard", "store", "sqlite", "dictionary",
        "personal", "editor",
      ])
    for status in ["ok", "remark", "fault"] {
      #expect(value[status] as? Int == findings.count { $0["status"] as? String == status })
    }
    #expect(findings[0]["TERM"] as? String == "xterm-256color" && findings[0]["outputIsTerminal"] as? Bool == false)
    // WCAG's own figure, as the test of the themes reckons it.
    #expect((findings[4]["contrast"] as? Double).map { (7...21).contains($0) } == true)
  }

  @Test("English has the same findings and no Japanese; seven bits where asked for")
  func english() throws {
    let outcome = try honbu.run("doctor", "--lang", "en", "--lines", "ascii")
    let japanese = try honbu.run("doctor")
    #expect(outcome.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(outcome.lines.map { $0.first == " " } == japanese.lines.map { $0.first == " " })
    #expect(
      outcome.lines.contains(
        "! Terminal: standard output is no terminal, so no screen can be opened (TERM=xterm-256color)"))
    #expect(outcome.lines.contains("o Locale: UTF-8 (LANG=C.UTF-8)"))
    #expect(outcome.lines.contains("o Editor: records are edited with 'sh -e'"))
  }

  @Test("What it cannot use is refused")
  func usage() throws {
    let outcome = try honbu.run("doctor", "--format", "xml")
    #expect(outcome.status == 64 && outcome.error == "honbu: --format: 「xml」は使えません（使えるのは text、json）\n")
    #expect(try honbu.run("doctor", "--sample").error == "honbu: --sample は honbu doctor では使えません\n")
  }
}
