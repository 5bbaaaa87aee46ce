import Foundation
import Testing

@Suite("honbu in a pipe, and on standard streams that are not what they should be")
struct OpenCommandTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
  }

  @Test("The first browse makes the default store of Osaka and prints the view")
  func firstBrowse() throws {
    let outcome = try honbu.run()
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("フェーズ"))
    #expect(!outcome.output.contains("SHA-256"))
    #expect(workspace.exists(workspace.defaultStore))
    #expect(try workspace.names(in: "home/data/honbu") == ["honbu.sqlite"])
    #expect(try honbu.run("check").status == 0)
  }

  @Test("Who looks only makes no store either")
  func readOnly() throws {
    let outcome = try honbu.run("--read-only", "meetings")
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    #expect(!workspace.exists("home/data"))
    #expect(try honbu.run("meetings").output == outcome.output)
    #expect(workspace.exists("home/data"))
  }

  @Test("A default place that cannot be written is opened from memory, with a notice")
  func unwritable() throws {
    var honbu = honbu
    honbu.environment["XDG_DATA_HOME"] = "/proc/none"
    let outcome = try honbu.run("actions/it_koseki_ai")
    #expect(outcome.status == 0)
    #expect(outcome.error.hasPrefix("honbu: 大阪市の公開資料をメモリー上で開きました。台帳を作れません: /proc/none/honbu/honbu.sqlite"))
    #expect(!outcome.output.isEmpty)
  }

  @Test("The fictional city touches no store")
  func sample() throws {
    let outcome = try honbu.run("--sample", "actions")
    #expect(outcome.status == 0)
    #expect(!outcome.output.isEmpty)
    #expect(!workspace.exists("home/data"))
    #expect(try honbu.run("--sample", "--store", "x").status == 64)
  }

  @Test("Twenty first browses at once all succeed")
  func race() throws {
    let running = try (0..<20).map { _ in try honbu.start(["meetings"]) }
    let outcomes = try running.map { program in
      #expect(program.hasEnded(within: .seconds(120)))
      return try program.outcome()
    }
    #expect(outcomes.allSatisfy { $0.status == 0 && $0.error == "" })
    #expect(Set(outcomes.map(\.output)).count == 1)
    #expect(try honbu.run("check").status == 0)
  }

  @Test(
    "Whatever the standard streams are, the program ends",
    arguments: ["closed", "full", "null", "file"], [0, 1, 2])
  func streams(kind: String, descriptor: Int) throws {
    var honbu = honbu
    let stream: Program.Stream =
      switch kind {
      case "closed": .closed
      case "full": .path("/dev/full")
      case "null": .path("/dev/null")
      default: .file
      }
    switch descriptor {
    case 0: honbu.input = stream
    case 1: honbu.output = stream
    default: honbu.error = stream
    }
    let outcome = try honbu.run("--sample")
    #expect(!outcome.isHung)
    let cannotWrite = descriptor == 1 && (kind == "closed" || kind == "full")
    #expect(outcome.status == (cannotWrite ? 74 : 0))
    if cannotWrite { #expect(outcome.error.hasPrefix("honbu: 標準出力に書き込めません")) }
  }

  @Test(
    "A failed write is an error in every command",
    arguments: [
      ["snapshot", "actions", "--sample"], ["export", "--sample"], ["import", "--template", "items"], ["--help"],
      ["--version"], ["check"],
    ])
  func fullOutput(arguments: [String]) throws {
    try honbu.run("overview")
    for stream in [Program.Stream.closed, .path("/dev/full")] {
      var honbu = honbu
      honbu.output = stream
      let outcome = try honbu.run(arguments)
      #expect(outcome.status == 74)
      #expect(outcome.error.hasPrefix("honbu: 標準出力に書き込めません"))
    }
  }

  @Test("Unknown words list what would be valid")
  func usage() throws {
    let unknown = try honbu.run("sanpshot")
    #expect(unknown.status == 64)
    #expect(unknown.error.contains("コマンドは snapshot import export log diff edit present undo verify backup check"))
    let option = try honbu.run("--fitler", "x")
    #expect(option.status == 64)
    #expect(option.error.hasPrefix("honbu: 「--fitler」というオプションはありません（--filter のことですか）\n使い方: honbu [VIEW[/ID]]"))
    let missing = try honbu.run("actions", "--filter")
    #expect(missing.status == 64)
    #expect(missing.error.hasPrefix("honbu: --filter <Q> に値がありません\n使い方: "))
    #expect(try honbu.run("overview", "actions").error.hasPrefix("honbu: 「actions」は余分です\n"))
    #expect(try honbu.run("overview/x").status == 64)
    #expect(try honbu.run("actions/it_koseki_ai", "--filter", "x").status == 64)
  }

  @Test("What cannot be presented is refused with a sentence")
  func present() throws {
    for (arguments, status, words) in [
      (["present", "--follow", "--sample"], 64, "--sample は honbu present --follow では使えません"),
      (["present", "--follow", "hq-5"], 64, "--follow"), (["present", "nowhere", "--sample"], 1, "ありません"),
      (["present", "hq-5", "--sample"], 64, "端末"),
    ] as [([String], Int32, String)] {
      let outcome = try honbu.run(arguments)
      #expect(outcome.status == status && outcome.error.contains(words) && outcome.output.isEmpty, "\(outcome.error)")
    }
  }

  @Test("Help is in Japanese", arguments: [["--help"], ["help", "import"], ["snapshot", "--help"], ["-h"]])
  func help(arguments: [String]) throws {
    let outcome = try honbu.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("使い方: honbu"))
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Show ", "See '", "default"] {
      #expect(!outcome.output.contains(word))
    }
  }

  @Test("A command's help names no option that it refuses")
  func refusedOptions() throws {
    for command in ["verify", "check", "export", "diff"] {
      let help = try honbu.run(command, "--help")
      #expect(help.status == 0 && help.output.contains("  --store <PATH>"))
      for option in ["--sample", "--filter=x", "--at=r1", "--since=r1"] {
        let name = option.prefix { $0 != "=" }
        let takesNone = ["check", "export"].contains(command)
        let outcome = try honbu.run([command] + (takesNone ? [] : ["x"]) + [option])
        let isRefused = outcome.error.contains("\(name) は honbu \(command) では使えません")
        #expect(isRefused != help.output.contains("  \(name)"), "\(command) \(name): \(outcome.error)")
      }
    }
  }

  @Test("Outside text is made safe before it is shown")
  func hostileNames() throws {
    let outcome = try honbu.run("actions/\u{1B}]0;x\u{7}\u{202E}", "--sample")
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("␛]0;x␇<U+202E>"))
  }

  @Test(
    "A default store that the disk did not confirm stands and is opened",
    .enabled(if: FaultTools.isThere, FaultTools.refusal), arguments: ["EIO", "EINVAL"])
  func unconfirmedStore(error: String) throws {
    // First the file is synced, then its folder.
    let fault = Fault(call: "fsync", number: 2, error: error, lasts: false)
    let outcome = try FaultTools.best(honbu).run(["overview"], with: fault)
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome)")
    #expect(!outcome.output.contains("メモリー上") && workspace.exists(workspace.defaultStore))
  }
}
