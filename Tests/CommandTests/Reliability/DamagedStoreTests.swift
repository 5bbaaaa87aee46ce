import Foundation
import StrategyStore
import TestSupport
import Testing

@Suite("A damaged store, from outside", .waiting)
struct DamagedStoreTests {
  enum Damage: String, CaseIterable {
    case flippedBits, cutOff, zeroedPage, garbledJournal
  }

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

  private func damaged(_ bytes: Data, _ damage: Damage, _ random: inout SeededGenerator) -> Data {
    var bytes = bytes
    switch damage {
    case .flippedBits:
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    case .cutOff: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
    case .zeroedPage:
      let page = Int.random(in: 0..<(bytes.count / 16_384), using: &random) * 16_384
      bytes.replaceSubrange(page..<(page + 16_384), with: Data(count: 16_384))
    case .garbledJournal: break
    }
    return bytes
  }

  @Test("Every command ends by itself, says what is wrong, and leaves each byte as it was", arguments: Damage.allCases)
  func damaged(damage: Damage) throws {
    let rounds = Extent.rounds(6, whole: 125)
    let whole = try workspace.bytes("base.sqlite")
    let store = workspace.path("s.sqlite")
    var tally: [Int32: Int] = [:]
    for seed in 0..<rounds {
      var random = SeededGenerator(seed: UInt64(seed) &* 4 &+ UInt64(damage.rawValue.count))
      let bytes = damaged(whole, damage, &random)
      for command in Extent.isWhole ? Self.commands : [Self.commands[0], Self.commands[1 + seed % 5]] {
        try bytes.write(to: URL(fileURLWithPath: store))
        if damage == .garbledJournal {
          let garbage = Data((0..<4_096).map { _ in UInt8.random(in: 0...255, using: &random) })
          try garbage.write(to: URL(fileURLWithPath: store + "-journal"))
        }
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
