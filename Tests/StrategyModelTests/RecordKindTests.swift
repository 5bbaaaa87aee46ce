import StrategyModel
import Testing

@Suite("Kinds of record")
struct RecordKindTests {
  @Test("A kind's rank is its place among all kinds")
  func ranks() {
    #expect(RecordKind.allCases.map(\.rank) == Array(RecordKind.allCases.indices))
  }
}
