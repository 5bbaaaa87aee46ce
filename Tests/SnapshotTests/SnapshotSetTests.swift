import Snapshot
import StrategyModel
import Testing

@Suite("The files of all snapshots")
struct SnapshotSetTests {
  private func names(_ keys: [RecordKey], revisions: Int = 0) -> [String] {
    SnapshotSet(records: keys, revisions: revisions).entries.map(\.fileName).filter { $0.contains("/") }
  }

  @Test(
    "An id is readable where that is safe",
    arguments: [
      ("it_koseki_ai", "it_koseki_ai"), ("戸籍ＡＩ-1", "戸籍ＡＩ-1"), ("がぎ", "がぎ"), ("a/b", "a%2Fb"), ("../x", "%2E%2E%2Fx"),
      (".x", "%2Ex"), ("a%2Fb", "a%252Fb"), ("a b\u{3000}c", "a%20b%E3%80%80c"), ("\u{1B}[", "%1B%5B"),
      ("a\u{202E}", "a%E2%80%AE"), ("\u{85}", "%C2%85"), ("a\n", "a%0A"), ("~a", "%7Ea"), ("$(a)", "%24%28a%29"),
    ])
  func readable(id: String, name: String) {
    #expect(names([RecordKey(.item, id)]) == ["actions/\(name).txt"])
  }

  @Test("No two records have the same file")
  func distinct() {
    let long = String(repeating: "漢", count: 128)
    let ids = ["a/b", "a%2Fb", "a%252Fb", "が", "か\u{3099}", "é", "Ã©", long, long + "1", long + "2"]
    var keys = ids.map { RecordKey(.item, $0) }
    keys += [RecordKey(.pillar, "x"), RecordKey(.strategy, "x"), RecordKey(.update, "r1")]
    let found = names(keys, revisions: 2)
    let written = Set(found.map { Array($0.utf8) })
    #expect(written.count == keys.count + 2)
    #expect(found.count == keys.count + 2)
    #expect(found.contains("updates/r1.txt"))
    #expect(found.allSatisfy { $0.utf8.count < 255 })
  }
}
