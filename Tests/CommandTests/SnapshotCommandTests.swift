import Foundation
import Testing

@Suite("honbu snapshot")
struct SnapshotCommandTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
  }

  @Test(
    "A view goes to standard output, with its command and digests",
    arguments: ["overview", "pillars", "actions", "meetings", "updates", "documents"])
  func views(view: String) throws {
    let outcome = try honbu.run("snapshot", view, "--sample", "--today", "2026-04-01")
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    let end = outcome.lines.suffix(4)
    #expect(end.first?.hasPrefix("再作成: honbu snapshot \(view) --sample --at r8 --today 2026-04-01 --width 80 ") == true)
    #expect(outcome.lines.last?.hasPrefix("本文 SHA-256: ") == true)
    #expect(!workspace.exists("home/data"))
  }

  @Test("The command that a snapshot ends with makes the same bytes")
  func remake() throws {
    let arguments = ["snapshot", "actions", "--filter", "phase:検証中 -窓口", "--layout", "table", "--sample"]
    let first = try honbu.run(arguments)
    #expect(first.status == 0)
    let line = try #require(first.lines.first { $0.hasPrefix("再作成: honbu ") })
    let shell =
      "exec " + line.dropFirst("再作成: ".count).replacing("honbu ", with: "'\(Program.path)' ", maxReplacements: 1)
    try workspace.write(shell, to: "again.sh")
    let output = workspace.path("again.txt")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "sh '\(workspace.path("again.sh"))' > '\(output)'"]
    process.environment = workspace.environment
    try process.run()
    process.waitUntilExit()
    #expect(String(decoding: try workspace.bytes("again.txt"), as: UTF8.self) == first.output)
  }

  @Test("A timeline is compared with a revision, begins where it is told, and its command makes the same bytes")
  func timeline() throws {
    let arguments = [
      "snapshot", "actions", "--layout", "timeline", "--since", "r1", "--from-year", "令和5年度", "--group", "none",
      "--filter", "スマートフォン|蔵書", "--sample", "--today", "2026-04-01", "--width", "100",
    ]
    let first = try honbu.run(arguments)
    #expect(first.status == 0)
    #expect(first.output.contains("遅れ(r1)"))
    #expect(first.output.contains("令和5年度"))
    #expect(first.lines.contains { $0.contains("スマートフォンで完結") && $0.contains("◆") && $0.hasSuffix("変わらず") })
    let line = try #require(first.lines.first { $0.hasPrefix("再作成: honbu ") })
    #expect(line.hasSuffix("--layout timeline --group none --from-year 2023"))
    let again = arguments.map { $0 == "令和5年度" ? "2023" : $0 } + ["--at", "r8"]
    #expect(try honbu.run(again).output == first.output)
  }

  @Test("A year that is none is a usage error that shows how one is written")
  func wrongYear() throws {
    let outcome = try honbu.run("snapshot", "actions", "--layout", "timeline", "--from-year", "5月", "--sample")
    #expect(outcome.status == 64)
    #expect(outcome.error == "honbu: --from-year: 「5月」は使えません（例 2020、R2、令和2年度）\n")
  }

  @Test("An unknown view is a usage error that lists the views")
  func unknownView() throws {
    let outcome = try honbu.run("snapshot", "acitons", "--sample")
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    #expect(
      outcome.error == """
        honbu: 「acitons」という画面もコマンドもありません（画面は overview pillars actions meetings updates documents attention、\
        コマンドは snapshot import export log diff edit present undo verify backup check doctor）\n
        """)
  }

  @Test("An unknown id exits 1 and names the nearest")
  func unknownID() throws {
    let outcome = try honbu.run("snapshot", "actions/it_koseki_aj")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.error.hasPrefix("honbu: 「actions/it_koseki_aj」はありません（近いものは actions/it_koseki_ai"))
    #expect(try honbu.run("snapshot", "updates/r9999").status == 1)
  }

  @Test("A record is found under its view")
  func record() throws {
    let outcome = try honbu.run("snapshot", "actions/it_koseki_ai", "--width", "60")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("--width 60 "))
    #expect(workspace.exists(workspace.defaultStore))
  }

  @Test("A named store that does not exist is an error", arguments: ["--store", "HONBU_STORE"])
  func missingStore(way: String) throws {
    var honbu = honbu
    if way == "HONBU_STORE" { honbu.environment["HONBU_STORE"] = "no.sqlite" }
    let outcome = try honbu.run(["snapshot", "overview"] + (way == "--store" ? ["--store", "no.sqlite"] : []))
    #expect(outcome.status == 66)
    #expect(outcome.error == "honbu: 台帳がありません: no.sqlite（--store の場所を確かめるか、honbu import で作ってください）\n")
    #expect(!workspace.exists("no.sqlite"))
  }

  @Test("Options stand before or after the command's name, and a filter may begin with a minus")
  func optionPlaces() throws {
    let after = try honbu.run("snapshot", "actions", "--sample", "--filter", "-窓口", "--calendar", "iso")
    let before = try honbu.run("--sample", "--filter", "-窓口", "--calendar", "iso", "snapshot", "actions")
    let joined = try honbu.run("--calendar=iso", "snapshot", "--filter=-窓口", "actions", "--sample")
    #expect(after.status == 0)
    #expect(after.output.contains("--calendar iso"))
    #expect(after.output.contains("--filter -窓口") || after.output.contains("--filter '-窓口'"))
    #expect(before.output == after.output)
    #expect(joined.output == after.output)
  }

  @Test("A view is pinned to a point in time by --at")
  func asOf() throws {
    let early = try honbu.run("snapshot", "pillars", "--at", "2016-05-24")
    #expect(early.status == 0)
    #expect(early.output.contains("骨子"))
    #expect(!early.output.contains("第2版"))
    #expect(try honbu.run("snapshot", "pillars", "--at", "2019-01-01").output.contains("第2版"))
    let before = try honbu.run("snapshot", "pillars", "--at", "1999-01-01")
    #expect(before.status == 64)
    #expect(before.error.hasPrefix("honbu: 1999-01-01 の時点の改訂はありません（最初の改訂は "))
  }

  @Test(
    "A wrong value is refused with those that would be valid",
    arguments: [
      (["--format", "pdf"], "--format: 「pdf」は使えません（使えるのは text、markdown、html、svg、ansi、csv、json）"),
      (["--width", "0"], "--width: 「0」は使えません（40 から 1000 までの整数）"),
      (["--lang", "fr"], "--lang: 「fr」は使えません（使えるのは ja、en）"),
      (["--calendar", "x"], "--calendar: 「x」は使えません（使えるのは wareki、iso）"),
      (["--ambiguous", "3"], "--ambiguous: 「3」は使えません（1、2、auto のいずれか）"),
      (["--today", "2020-02-30"], "--today: 「2020-02-30」は使えません（例 2020-08-06、令和2年8月6日、R2.8.6）"),
      (["--layout", "x"], "--layout: 「x」は使えません（使えるのは board、table、timeline）"),
      (["--all"], "--all と actions は一緒に使えません"),
    ])
  func wrongValue(options: [String], sentence: String) throws {
    let outcome = try honbu.run(["snapshot", "actions", "--sample"] + options)
    #expect(outcome.status == 64)
    #expect(outcome.error == "honbu: \(sentence)\n")
  }

  @Test("A wrong filter is refused with its reason")
  func wrongFilter() throws {
    let outcome = try honbu.run("snapshot", "actions", "--sample", "--filter", "phase:nowhere")
    #expect(outcome.status == 64)
    #expect(outcome.error.hasPrefix("honbu: --filter が正しくありません。フェーズ: 「nowhere」は使えません"))
  }

  @Test("A file is written whole, and nothing else is followed or replaced")
  func output() throws {
    let direct = try honbu.run("snapshot", "meetings", "--sample", "--today", "2026-04-01")
    let filed = try honbu.run("snapshot", "meetings", "--sample", "--today", "2026-04-01", "--output", "m.txt")
    #expect(filed.status == 0)
    #expect(filed.output == "")
    #expect(String(decoding: try workspace.bytes("m.txt"), as: UTF8.self) == direct.output)
    try FileManager.default.createSymbolicLink(atPath: workspace.path("link.txt"), withDestinationPath: "m.txt")
    let linked = try honbu.run("snapshot", "overview", "--sample", "--output", "link.txt")
    #expect(linked.status == 73)
    #expect(String(decoding: try workspace.bytes("m.txt"), as: UTF8.self) == direct.output)
    #expect(try honbu.run("snapshot", "overview", "--sample", "--output", "no/such/x.txt").status == 73)
  }

  @Test("The store is never taken for an output file")
  func protectsStore() throws {
    try honbu.run("snapshot", "overview")
    let before = try workspace.bytes(workspace.defaultStore)
    #expect(try honbu.run("snapshot", "overview", "--output", workspace.defaultStore).status == 73)
    #expect(try workspace.bytes(workspace.defaultStore) == before)
  }

  @Test("All views and records go into a folder")
  func all() throws {
    let outcome = try honbu.run("snapshot", "--all", "--sample", "--output", "out", "--today", "2026-04-01")
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    let names = try workspace.names(in: "out")
    #expect(Set(["actions", "actions.txt", "overview.txt", "meetings", "updates"]).isSubset(of: names))
    #expect(try workspace.names(in: "out/actions").count == 60)
    let single = try honbu.run("snapshot", "actions", "--sample", "--at", "r8", "--today", "2026-04-01")
    #expect(String(decoding: try workspace.bytes("out/actions.txt"), as: UTF8.self) == single.output)
    #expect(try honbu.run("snapshot", "--all", "--sample").status == 64)
  }

  @Test("A folder that cannot be made is told as one, and none without a name is taken for the present one")
  func allElsewhere() throws {
    for (path, shown) in [("nope/deeper", "nope/deeper"), ("", "")] {
      let outcome = try honbu.run("snapshot", "--all", "--sample", "--output", path)
      #expect(outcome.status == 73)
      #expect(outcome.error == "honbu: 「\(shown)」: フォルダーを作れません（その場所がありません）\n")
    }
    #expect(!workspace.exists("overview.txt") && !workspace.exists("nope"))
  }
}
