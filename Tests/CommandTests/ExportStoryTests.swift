import Foundation
import TestSupport
import Testing

/// Exports of one store while another process writes to it: each tells one revision.
///
/// The full form takes 100 of them, the small one each format once; in both, one more is taken before and one after all.
@Suite("Exports under a writer", .waiting)
struct ExportStoryTests {
  static let rounds = Extent.rounds(7, whole: 100)
  /// More changes than one transaction takes, so that every writer stages.
  static let base = 2_100

  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
  }

  /// Generation n has n more items than the base, and says n in every one of them.
  private static func sheet(_ generation: Int) -> String {
    (1...(base + generation)).reduce(into: "id,title\n") { text, number in
      text += "g\(number),世代\(generation)号\(number)終\n"
    }
  }

  private static let commands: [[String]] =
    ["text", "markdown", "html", "svg", "json", "csv"].map {
      ["snapshot", "actions", "--layout", "table", "--group", "none", "--width", "150", "--format", $0]
    } + [["export", "--kind", "items", "--format", "csv"]]

  private func startImport(of generation: Int) throws -> RunningProgram {
    try workspace.write(Self.sheet(generation), to: "g.csv")
    return try honbu.start(["import", "g.csv", "--store", "s.sqlite", "--replace"])
  }

  /// - Returns: the generation that all rows of an export are of.
  private func told(_ command: [String]) throws -> Int {
    let outcome = try honbu.run(command + ["--store", "s.sqlite"])
    #expect(outcome.status == 0, "\(command): \(outcome.error)")
    // A picture parts a text where the width of its letters changes.
    let text = outcome.output.replacing(/<[^>]*>/, with: "")
    let found = text.matches(of: /世代([0-9]+)号([0-9]+)終/)
    let told = Set(found.compactMap { Int($0.output.1) })
    let generation = try #require(told.first)
    #expect(told.count == 1, "\(command): \(told)")
    #expect(Set(found.compactMap { Int($0.output.2) }) == Set(1...(Self.base + generation)), "\(command)")
    // Its head names the revision that its rows are of.
    if let named = text.firstMatch(of: /r([0-9]+) \([0-9a-f]{8}\)|"revision":([0-9]+)/)?.output {
      #expect(Int(named.1 ?? named.2 ?? "") == generation + 1, "\(command): \(named.0)")
    } else {
      #expect(command.last == "csv", "\(command)")
    }
    return generation
  }

  @Test("Every format tells the rows of one revision, and all of them")
  func oneStory() throws {
    let start = ContinuousClock.now
    #expect(try startImport(of: 0).outcome().status == 0)
    let whole = ContinuousClock.now - start
    #expect(try told(Self.commands[0]) == 0)
    var (before, after) = (0, 0)
    for round in 1...Self.rounds {
      let command = Self.commands[round % Self.commands.count]
      let writer = try startImport(of: round)
      // Before, while and after the writer moves the head.
      _ = writer.hasEnded(within: whole * Double.random(in: 0...1))
      let generation = try told(command)
      #expect(try writer.outcome().status == 0)
      #expect((round - 1...round).contains(generation), "\(command): \(generation)")
      if generation == round { after += 1 } else { before += 1 }
    }
    #expect(try told(Self.commands[0]) == Self.rounds)
    Extent.report("書き込み中の書き出し: \(Self.rounds)回、前 \(before)、後 \(after)")
    if Extent.isWhole { #expect(before > 0 && after > 0) }
  }

  @Test("The whole history is one chain, also where it is taken beside a writer")
  func chain() throws {
    for generation in 0...1 { #expect(try startImport(of: generation).outcome().status == 0) }
    let writer = try startImport(of: 2)
    // From here on it stages.
    while !workspace.exists("s.sqlite-journal"), !writer.hasEnded(within: .zero) {}
    #expect(!writer.hasEnded(within: .zero))
    let taken = try honbu.run("export", "--store", "s.sqlite", "--output", "b.json")
    #expect(taken.status == 0, "\(taken.error)")
    #expect(try writer.outcome().status == 0)
    #expect(try honbu.run("import", "b.json", "--store", "copy.sqlite").status == 0)
    let head = try #require(
      try honbu.run("check", "--store", "copy.sqlite").output.firstMatch(of: /台帳に誤りはありません: r([0-9]) まで、取組 ([0-9]+)件/)
    ).output
    #expect(["2", "3"].contains(head.1) && Int(head.2) == Self.base + (Int(head.1) ?? 0) - 1, "\(head.0)")
  }
}

/// The same store and command give the same bytes, wherever and by whomever they are run.
@Suite("The same bytes everywhere")
struct SameBytesTests {
  private static let commands: [[String]] =
    ["text", "markdown", "html", "svg", "ansi", "csv", "json"].map { ["snapshot", "overview", "--format", $0] } + [
      ["snapshot", "updates"], ["snapshot", "meetings", "--format", "html"], ["export"],
      ["export", "--kind", "items", "--format", "csv"], ["log", "--format", "json"], ["diff", "r1", "r3"],
    ]

  private static let places: [[String: String]] = [
    ["TZ": "America/Los_Angeles"], ["TZ": "Pacific/Kiritimati"], ["TZ": ":/nowhere"], ["LANG": "C"], ["LANG": ""],
    ["LC_ALL": "en_US.UTF-8"], ["LC_ALL": "ja_JP.eucJP"], ["LC_NUMERIC": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"],
    ["USER": "other", "LOGNAME": "other"], ["HOME": "/nonexistent"], ["TERM": "dumb", "COLUMNS": "40", "LINES": "5"],
    ["NO_COLOR": "1"],
  ]

  @Test("Time zone, locale, user and terminal make no difference", arguments: 0..<commands.count)
  func same(number: Int) throws {
    let workspace = try Workspace()
    var honbu = Program(workspace)
    let command =
      Self.commands[number] + ["--sample"] + (Self.commands[number][0] == "snapshot" ? ["--today", "2026-03-31"] : [])
    let usual = try honbu.run(command)
    #expect(usual.status == 0 && !usual.output.isEmpty, "\(usual.error)")
    // In the small form each command is run in some places, and each place has some commands.
    for (index, place) in Self.places.enumerated() where Extent.isWhole || index % 4 == number % 4 {
      honbu.environment = place
      let outcome = try honbu.run(command)
      #expect(outcome.status == 0 && outcome.output == usual.output, "\(command) \(place)")
    }
  }

  @Test(
    "Another user on the same store reads the same bytes",
    .enabled(if: geteuid() == 0, "SKIPPED: only root can become another user"))
  func otherUser() throws {
    let workspace = try Workspace()
    let honbu = Program(workspace)
    try workspace.write(Sheets.items(5), to: "a.csv")
    try #require(try honbu.run("import", "a.csv", "--store", "s.sqlite", "--today", "2026-04-01").status == 0)
    for path in ["", "s.sqlite"] { try #require(chmod(workspace.path(path), 0o755) == 0) }
    for format in ["text", "html", "csv", "json"] {
      let command = [
        "snapshot", "actions", "--format", format, "--today", "2026-04-01", "--store", workspace.path("s.sqlite"),
      ]
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
      process.arguments = ["--reuid=65534", "--regid=65534", "--clear-groups", Program.path] + command
      process.environment = ["HOME": "/nonexistent", "LANG": "C.UTF-8", "TZ": "America/Los_Angeles"]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let read = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(String(decoding: read, as: UTF8.self) == (try honbu.run(command).output))
    }
  }
}
