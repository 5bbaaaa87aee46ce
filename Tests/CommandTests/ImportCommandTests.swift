import Foundation
import Testing

@Suite("honbu import and export")
struct ImportCommandTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
  }

  /// The lines that count what is new, changed, unchanged, retired.
  private func counts(_ outcome: Program.Outcome) -> [String] {
    outcome.lines.filter { $0.contains(": 新規 ") && !$0.hasPrefix(" ") }
  }

  @Test("500 rows in Shift_JIS with Japanese headings make a store where nothing was")
  func shiftJIS() throws {
    try workspace.write(Sheets.items(500), to: "取組.csv", encoding: .shiftJIS)
    let outcome = try honbu.run("import", "取組.csv", "--store", "s.sqlite", "--today", "2023-04-01", "--author", "情報課")
    #expect(outcome.error == "")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("として取り込みました: 令和5年4月1日 取組.csv"))
    #expect(counts(outcome).contains("取組: 新規 500件、変更 0件、変更なし 0件、廃止 0件"))
    #expect(try honbu.run("check", "--store", "s.sqlite").output == "台帳に誤りはありません: r1 まで、取組 500件\n")
    let shown = try honbu.run("snapshot", "actions/it-500", "--store", "s.sqlite")
    #expect(shown.output.contains("窓口手続きの電子化その500"))
    #expect(shown.output.contains("ＩＣＴ戦略室") || shown.output.contains("ICT戦略室"))
    // A city's own data never mixes with Osaka's.
    #expect(try honbu.run("overview", "--store", "s.sqlite").output.contains("大阪") == false)
    #expect(!workspace.exists("home/data"))
  }

  @Test("The same file twice changes nothing")
  func twice() throws {
    try workspace.write(Sheets.items(30), to: "a.csv")
    try honbu.run("import", "a.csv", "--store", "s.sqlite")
    let before = try workspace.bytes("s.sqlite")
    let second = try honbu.run("import", "a.csv", "--store", "s.sqlite")
    #expect(second.status == 0)
    #expect(second.lines.first == "変更はありません")
    #expect(try workspace.bytes("s.sqlite") == before)
  }

  @Test("A dry run tells what the import then does, and writes nothing")
  func dryRun() throws {
    try workspace.write(Sheets.items(30), to: "a.csv")
    let first = try honbu.run("import", "a.csv", "--store", "s.sqlite", "--dry-run")
    #expect(first.status == 0)
    #expect(first.output.contains("新規 30件"))
    #expect(!workspace.exists("s.sqlite"))
    try honbu.run("import", "a.csv", "--store", "s.sqlite")
    let later =
      Sheets.items(20) + Sheets.items(40, suffix: "改").split(separator: "\r\n").suffix(15).joined(separator: "\r\n")
    try workspace.write(later, to: "b.csv")
    for options in [[], ["--replace"]] {
      let before = try workspace.bytes("s.sqlite")
      let preview = try honbu.run(["import", "b.csv", "--store", "s.sqlite", "--dry-run"] + options)
      #expect(try workspace.bytes("s.sqlite") == before)
      let result = try honbu.run(["import", "b.csv", "--store", "s.sqlite"] + options)
      #expect(result.status == 0)
      #expect(!counts(preview).isEmpty)
      #expect(counts(preview) == counts(result))
    }
    #expect(try honbu.run("check", "--store", "s.sqlite").output == "台帳に誤りはありません: r3 まで、取組 35件\n")
  }

  @Test("--replace retires what the file no longer has")
  func replace() throws {
    try workspace.write(Sheets.items(30), to: "a.csv")
    try workspace.write(Sheets.items(10), to: "b.csv")
    try honbu.run("import", "a.csv", "--store", "s.sqlite")
    let outcome = try honbu.run("import", "b.csv", "--store", "s.sqlite", "--replace")
    #expect(counts(outcome).contains("取組: 新規 0件、変更 0件、変更なし 10件、廃止 20件"))
    #expect(try honbu.run("snapshot", "actions/it-11", "--store", "s.sqlite").status == 1)
    #expect(try honbu.run("snapshot", "actions/it-11", "--store", "s.sqlite", "--at", "r1").status == 0)
  }

  @Test("An item that comes back finds its reviews and measurements as they were")
  func comesBack() throws {
    let items = "番号,取組名,CIO確認日,KPI,目標値,実績値\nA-1,一,2026-11-20,件数,10,4\nB-1,二,,,,\n"
    try workspace.write(items, to: "a.csv")
    try workspace.write("番号,取組名\nB-1,二\n", to: "b.csv")
    try workspace.write("item,date,by,note\nA-1,2026-11-20,市CIO,計画どおり\n", to: "reviews.csv")
    let options = ["--store", "s.sqlite", "--today", "2026-11-23"]
    _ = try honbu.run(["import", "a.csv"] + options)
    _ = try honbu.run(["import", "reviews.csv", "--kind", "reviews"] + options)
    let before = try honbu.run("export", "--kind", "reviews", "--format", "csv", "--store", "s.sqlite").output
    #expect(before.contains("市CIO,計画どおり"))
    _ = try honbu.run(["import", "b.csv", "--replace"] + options)
    let back = try honbu.run(["import", "a.csv"] + options)
    #expect(back.status == 0 && counts(back).contains("取組: 新規 1件、変更 0件、変更なし 1件、廃止 0件"), "\(back)")
    #expect(try honbu.run("export", "--kind", "reviews", "--format", "csv", "--store", "s.sqlite").output == before)
  }

  @Test("A preview of many items says how many it does not name")
  func rest() throws {
    try workspace.write(Sheets.items(150), to: "a.csv")
    let preview = try honbu.run("import", "a.csv", "--store", "s.sqlite", "--dry-run")
    #expect(preview.output.contains("取組: 新規 150件"))
    #expect(preview.output.contains(" ほか140件"))
  }

  @Test("Ten different faults are told at once, and the store stays as it was")
  func tenFaults() throws {
    try workspace.write(Sheets.items(5), to: "a.csv")
    try workspace.write(Sheets.tenFaults, to: "bad.csv", encoding: .shiftJIS)
    try honbu.run("import", "a.csv", "--store", "s.sqlite")
    let before = try workspace.bytes("s.sqlite")
    let outcome = try honbu.run("import", "bad.csv", "--store", "s.sqlite")
    #expect(outcome.status == 65)
    #expect(outcome.output == "")
    let lines = outcome.error.split(separator: "\n").map(String.init)
    #expect(lines == tenSentences)
    #expect(try workspace.bytes("s.sqlite") == before)
    #expect(try workspace.names(in: ".").filter { $0.contains("sqlite") } == ["s.sqlite"])
    let fresh = try honbu.run("import", "bad.csv", "--store", "new.sqlite")
    #expect(fresh.status == 65)
    #expect(!workspace.exists("new.sqlite"))
  }

  private let tenSentences = [
    "honbu: bad.csv 3行目 番号: 空です。値が要ります",
    "honbu: bad.csv 4行目 取組名: 空です。値が要ります",
    "honbu: bad.csv 5行目 番号: 「a1」は2行目にもあります",
    "honbu: bad.csv 6行目 フェーズ: 「開発」は使えません（企画中・検討中・開発中・検証中・運用中）",
    "honbu: bad.csv 7行目 開始: 「令和2年13月1日」は日付ではありません。日付は 2020-08-06、2020-08、令和2年8月、2020、令和2年度 のように書いてください",
    "honbu: bad.csv 8行目 目標値: 「たくさん」は数ではありません（例 85、1,200、0.5）",
    "honbu: bad.csv 9行目 年度: 「来年」は年度ではありません（例 2020、R2、令和2年度）",
    "honbu: bad.csv 10行目 予算: 「一千円くらい」は金額ではありません（例 12,000,000、12,000千円、1.5億円。円未満は書けません）",
    "honbu: bad.csv 11行目 CIO確認日: 「2020-02-30」は日付ではありません。日付は年月日で書いてください（例 2020-08-06、令和2年8月6日、R2.8.6）",
    "honbu: bad.csv 12行目 柱: 「知らない柱」という柱はありません（新しい柱なら --create-pillars を付けてください）",
  ]

  @Test("A file that cannot be read to its end is told from one that is not there")
  func failingFile() throws {
    let outcome = try honbu.run("import", "/proc/self/mem", "--store", "s.sqlite")
    #expect(outcome.status == 74)
    #expect(outcome.error == "honbu: ファイルを読めません: /proc/self/mem（入出力の誤り）\n")
    #expect(!workspace.exists("s.sqlite"))
  }

  @Test("A missing file, no file and a wrong kind are told apart")
  func inputs() throws {
    let missing = try honbu.run("import", "no.csv", "--store", "s.sqlite")
    #expect(missing.status == 66)
    #expect(missing.error == "honbu: ファイルがありません: no.csv\n")
    #expect(try honbu.run("import").status == 64)
    try workspace.write(Sheets.items(1), to: "a.csv")
    let kind = try honbu.run("import", "a.csv", "--kind", "item")
    #expect(kind.status == 64)
    #expect(kind.error.contains("使えるのは items、pillars、meetings、updates、measurements、reviews、bundle"))
    let filter = try honbu.run("import", "a.csv", "--filter", "x")
    #expect(filter.error == "honbu: --filter は honbu import では使えません\n")
    let future = try honbu.run(
      "import", "a.csv", "--store", "s.sqlite", "--today", "2023-01-01", "--date", "2023-01-02")
    #expect(future.status == 65)
    #expect(!workspace.exists("s.sqlite"))
  }

  @Test("A revision takes its date, title and author from the command")
  func heading() throws {
    try workspace.write(Sheets.items(2), to: "a.csv")
    let outcome = try honbu.run(
      "import", "a.csv", "--store", "s.sqlite", "--date", "R2.8.6", "--title", "第3回本部会議の資料", "--author", "情報課")
    #expect(outcome.output.contains("として取り込みました: 令和2年8月6日 第3回本部会議の資料\n"))
    let shown = try honbu.run("snapshot", "updates/r1", "--store", "s.sqlite")
    #expect(shown.output.contains("情報課"))
  }

  @Test("An unknown pillar is a fault unless it may be created")
  func createPillars() throws {
    try workspace.write("番号,取組名,柱\nb1,取組,スマート\n", to: "a.csv")
    let refused = try honbu.run("import", "a.csv", "--store", "s.sqlite")
    #expect(refused.status == 65)
    #expect(refused.error.contains("a.csv 2行目 柱: "))
    let outcome = try honbu.run("import", "a.csv", "--store", "s.sqlite", "--create-pillars")
    #expect(outcome.status == 0)
    #expect(counts(outcome).contains("柱: 新規 1件、変更 0件、変更なし 0件、廃止 0件"))
  }

  @Test("Every template imports into an empty store", arguments: ["pillars", "items", "meetings", "updates"])
  func templates(kind: String) throws {
    let printed = try honbu.run("import", "--template", kind)
    try honbu.run("import", "--template", kind, "--output", "t.csv")
    #expect(String(decoding: try workspace.bytes("t.csv"), as: UTF8.self) == printed.output)
    let outcome = try honbu.run("import", "t.csv", "--store", "s.sqlite")
    #expect(outcome.error == "")
    #expect(outcome.status == 0)
    #expect(try honbu.run("check", "--store", "s.sqlite").status == 0)
  }

  @Test("Templates of measurements and reviews import beside that of items", arguments: ["measurements", "reviews"])
  func templatesOfItems(kind: String) throws {
    try honbu.run("import", "--template", "items", "--output", "items.csv")
    try honbu.run("import", "--template", kind, "--output", "t.csv")
    let outcome = try honbu.run("import", "t.csv", "items.csv", "--store", "s.sqlite")
    #expect(outcome.error == "")
    #expect(outcome.status == 0)
    #expect(try honbu.run("import", "--template", "bundle").status == 64)
  }

  @Test("An export imports into a fresh store as the same ledger", arguments: [false, true])
  func bundle(isSample: Bool) throws {
    let source = isSample ? ["--sample"] : []
    let exported = try honbu.run(["export", "--output", "b.json"] + source)
    #expect(exported.status == 0)
    let imported = try honbu.run("import", "b.json", "--store", "copy.sqlite")
    #expect(imported.error == "")
    #expect(imported.status == 0)
    let again = try honbu.run("export", "--store", "copy.sqlite")
    #expect(Data(again.output.utf8) == (try workspace.bytes("b.json")))
    #expect(try honbu.run("check", "--store", "copy.sqlite").status == 0)
    #expect(try honbu.run("import", "b.json", "--store", "copy.sqlite").lines.first == "変更はありません")
  }

  @Test(
    "Each kind goes out as CSV and comes back without a change",
    arguments: ["items", "pillars", "meetings", "updates", "measurements", "reviews"])
  func kinds(kind: String) throws {
    try honbu.run("export", "--sample", "--output", "b.json")
    try honbu.run("import", "b.json", "--store", "s.sqlite")
    #expect(
      try honbu.run("export", "--store", "s.sqlite", "--kind", kind, "--format", "csv", "--output", "k.csv").status == 0
    )
    let back = try honbu.run("import", "k.csv", "--store", "s.sqlite", "--kind", kind)
    #expect(back.error == "")
    #expect(back.lines.first == "変更はありません")
    #expect(try honbu.run("export", "--store", "s.sqlite", "--format", "csv").status == 64)
  }
}
