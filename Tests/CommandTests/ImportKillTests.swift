import Foundation
import TestSupport
import Testing

/// One import that is struck at a random moment, again and again, each time on a fresh copy of the same store.
@Suite("An import that is killed or interrupted")
struct ImportKillTests {
  /// Each row is an item and a review: more changes than one transaction takes, so that the import is staged.
  static let staged = 2_100
  /// One transaction takes these.
  static let atOnce = 300
  static let before = "台帳に誤りはありません: r1 まで、取組 20件\n"

  static func after(_ rows: Int) -> String { "台帳に誤りはありません: r2 まで、取組 \(rows)件\n" }

  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
    try workspace.write(sheet(20, "旧"), to: "small.csv")
    for rows in [Self.atOnce, Self.staged] { try workspace.write(sheet(rows, "新"), to: "\(rows).csv") }
    try #require(try honbu.run("import", "small.csv", "--store", "base.sqlite").status == 0)
  }

  private func sheet(_ count: Int, _ word: String) -> String {
    (1...count).reduce(into: "id,title,phase,summary,reviewed\n") { text, number in
      text += "k\(number),取組その\(number)\(word),検証中,来庁せずにできる手続き\(number)件,2024-03-01\n"
    }
  }

  private func startImport(_ rows: Int) throws -> RunningProgram {
    let manager = FileManager.default
    for name in try workspace.names(in: ".") where name.hasPrefix("s.sqlite") || name.hasPrefix(".s.sqlite") {
      try manager.removeItem(atPath: workspace.path(name))
    }
    try manager.copyItem(atPath: workspace.path("base.sqlite"), toPath: workspace.path("s.sqlite"))
    return try honbu.start(["import", "\(rows).csv", "--store", "s.sqlite"])
  }

  /// How long an import takes that nobody disturbs.
  private func duration(_ rows: Int) throws -> Duration {
    let start = ContinuousClock.now
    let running = try startImport(rows)
    #expect(running.hasEnded(within: .seconds(120)))
    #expect(try running.outcome().status == 0)
    #expect(try state() == Self.after(rows))
    return ContinuousClock.now - start
  }

  /// What `check` says; a fault is neither before nor after.
  private func state() throws -> String {
    let outcome = try honbu.run("check", "--store", "s.sqlite")
    return outcome.status == 0 ? outcome.output : outcome.error
  }

  /// The same by what a reader sees, in a fraction of the time: the phases of the items.
  private func seen(_ rows: Int) throws -> String {
    let outcome = try honbu.run("overview", "--store", "s.sqlite")
    let phases = outcome.lines.filter { $0.hasPrefix("検証中 ") }.joined()
    let counts = phases.split(separator: " ").dropFirst().first.map(String.init)
    return counts == "20"
      ? Self.before : counts?.filter(\.isNumber) == "\(rows)" ? Self.after(rows) : outcome.error + phases
  }

  @Test(
    "kill -9 at a hundred random moments, a thousand in the whole form, leaves the store before or after",
    arguments: zip([Self.atOnce, Self.atOnce, Self.atOnce, Self.staged], 1...4))
  func killed(rows: Int, quarter: Int) throws {
    let whole = try duration(rows)
    let after = Self.after(rows)
    var random = SystemRandomNumberGenerator()
    var counts = [Self.before: 0, after: 0]
    for round in 1...Extent.rounds(25, whole: 250) {
      // The first half of the time goes into reading; the store is written in the second.
      let part =
        round.isMultiple(of: 5) ? Double.random(in: 0...0.5, using: &random) : .random(in: 0.5...1.3, using: &random)
      let running = try startImport(rows)
      if !running.hasEnded(within: whole * part) { running.send(SIGKILL) }
      let outcome = try running.outcome()
      let state = try seen(rows)
      // All of `check` takes as long as the import.
      if round.isMultiple(of: 6) { #expect(try self.state() == state) }
      #expect(counts[state] != nil, "\(part): \(state)")
      counts[state, default: 0] += 1
      // Success is only said, and the exit code only 0, once all of it is there.
      if outcome.status == 0 || outcome.output.contains("取り込みました") { #expect(state == after) }
      guard round.isMultiple(of: 12) else { continue }
      // The next writer sweeps what was left, and can write all of it.
      #expect(try honbu.run("import", "\(rows).csv", "--store", "s.sqlite").status == 0)
      #expect(try self.state() == after)
    }
    #expect(counts[Self.before, default: 0] > 0 && counts[after, default: 0] > 0, "\(counts)")
    Extent.report(
      "kill -9 of an import of \(rows) rows: \(counts[Self.before, default: 0]) before, \(counts[after, default: 0]) after"
    )
  }

  @Test("A signal ends an import with 128 + n, before or after", arguments: [SIGINT, SIGTERM, SIGHUP])
  func interrupted(signal: Int32) throws {
    let whole = try duration(Self.staged)
    let steps = Extent.rounds(4, whole: 67)
    var counts = [Self.before: 0, Self.after(Self.staged): 0]
    for step in 0..<steps {
      let running = try startImport(Self.staged)
      let hasEnded = running.hasEnded(within: whole * (Double(step) / Double(steps)))
      if !hasEnded { running.send(signal) }
      let outcome = try running.outcome()
      let state = try state()
      #expect(state == Self.before || state == Self.after(Self.staged))
      #expect(outcome.status == 128 + signal || state == Self.after(Self.staged) && outcome.status == 0)
      if outcome.error.contains("台帳は元のままです") { #expect(state == Self.before) }
      if step == 0 { #expect(outcome.status == 128 + signal && state == Self.before) }
      counts[state, default: 0] += 1
    }
    Extent.report("signal \(signal) during an import: \(counts.values.sorted()) before and after")
  }

  @Test("kill -9 of an import into a place where nothing is leaves nothing or a whole store")
  func killedWhileCreating() throws {
    let start = ContinuousClock.now
    #expect(try honbu.run("import", "\(Self.staged).csv", "--store", "first.sqlite").status == 0)
    let whole = ContinuousClock.now - start
    for step in 0..<5 {
      let store = "new-\(step).sqlite"
      let running = try honbu.start(["import", "\(Self.staged).csv", "--store", store])
      if !running.hasEnded(within: whole * (Double(step) / 4)) { running.send(SIGKILL) }
      _ = try running.outcome()
      if workspace.exists(store) {
        let check = try honbu.run("check", "--store", store)
        #expect(check.output == "台帳に誤りはありません: r1 まで、取組 \(Self.staged)件\n")
      }
      #expect(try honbu.run("import", "\(Self.staged).csv", "--store", store).status == 0)
      #expect(try honbu.run("check", "--store", store).status == 0)
    }
  }
}
