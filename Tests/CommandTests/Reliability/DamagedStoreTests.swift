import Foundation
import StrategyStore
import TestSupport
import Testing

@Suite("A damaged store, from outside", .waiting)
struct DamagedStoreTests {
  private static let commands = [
    ["check"], ["snapshot", "overview"], ["log"], ["snapshot", "actions", "--layout", "table"], ["documents"],
    ["snapshot", "meetings", "--format", "json"],
  ]

  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
    try workspace.write(Sheets.items(120), to: "items.csv")
    try workspace.write(Sheets.items(40, suffix: "改"), to: "more.csv")
    for file in ["items.csv", "more.csv"] {
      try #require(try honbu.run("import", file, "--store", "base.sqlite").status == 0)
    }
  }

  @Test(
    "Every command ends by itself, says what is wrong, and leaves each byte as it was",
    arguments: StoreDamage.allCases)
  func damaged(damage: StoreDamage) throws {
    let rounds = Extent.rounds(6, whole: 125)
    let whole = try workspace.bytes("base.sqlite")
    let store = workspace.path("s.sqlite")
    var tally: [Int32: Int] = [:]
    for seed in 0..<rounds {
      let (bytes, journal) = damage.done(to: whole, seed: seed)
      for command in Extent.isWhole ? Self.commands : [Self.commands[0], Self.commands[1 + seed % 5]] {
        try bytes.write(to: URL(fileURLWithPath: store))
        try journal?.write(to: URL(fileURLWithPath: store + "-journal"))
        let outcome = try honbu.run(command + ["--store", "s.sqlite"])
        let told: Comment = "\(damage) \(seed) \(command): \(outcome.status) \(outcome.error.prefix(300))"
        #expect(!outcome.isHung && outcome.status < 128, told)
        #expect(outcome.status == 0 || outcome.error.hasPrefix("honbu: "), told)
        #expect([0, 1, 64, 65, 66, 74].contains(outcome.status), told)
        #expect(try workspace.bytes("s.sqlite") == bytes, told)
        if command == ["check"] { tally[outcome.status, default: 0] += 1 }
      }
    }
    // A garbled journal is no journal: the store beside it is sound.
    if damage == .garbledJournal { #expect(tally == [0: rounds]) } else { #expect(tally[0, default: 0] < rounds) }
    Extent.report("\(damage.rawValue): check ended with \(tally.sorted { $0.key < $1.key }.map { "\($0)×\($1)" })")
  }
}
