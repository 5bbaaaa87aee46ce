import Testing

@testable import StrategyStore

@Suite("SQLite's own faults")
struct SQLiteLibraryTests {
  @Test(
    "The versions that can damage a write-ahead log are known",
    arguments: [
      (3_006_023, false), (3_007_000, true), (3_040_001, true), (3_044_005, true), (3_044_006, false),
      (3_045_000, true), (3_050_006, true), (3_050_007, false), (3_051_000, true),
      (3_051_002, true), (3_051_003, false), (3_053_001, false),
    ])
  func versions(number: Int, isFaulty: Bool) {
    #expect(SQLiteLibrary.canDamageWAL(number) == isFaulty)
  }

  @Test("A version as it is written")
  func version() { #expect(SQLiteLibrary.version.wholeMatch(of: /3\.\d+\.\d+/) != nil) }
}
