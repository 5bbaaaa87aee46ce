import StrategyModel
import Testing

@testable import StrategyStore

@Suite("A seed's timeline")
struct SeedTimelineTests {
  private let timeline = SeedTimeline(
    author: "試験", sourceFile: nil,
    revisions: ["2020-01-10", "2020-02-10", "2020-03-10"].map {
      SeedRevision(effective: day($0), title: $0, note: nil)
    })

  private func term(_ meaning: String) -> Record {
    .term(Term(id: "t", term: "語", meaning: meaning, source: Source(nil)))
  }

  private func changes(_ entry: SeedEntry) -> [[RecordChange]] { timeline.drafts([entry]).map(\.changes) }

  @Test("A record enters at the first revision on or after its day", arguments: ["2020-01-11", "2020-02-10"])
  func entersOnOrAfter(date: String) {
    #expect(changes(SeedEntry(enters: day(date)) { _ in term("甲") }) == [[], [.put(term("甲"))], []])
  }

  @Test("A record of a day after the last revision stays out")
  func tooLate() {
    #expect(changes(SeedEntry(enters: day("2020-03-11")) { _ in term("甲") }) == [[], [], []])
  }

  @Test("A new version is written only where the record differs")
  func versions() {
    let entry = SeedEntry(enters: day("2020-01-01"), changes: [day("2020-02-01"), day("2020-03-01"), nil]) { today in
      term(today >= day("2020-03-01") ? "乙" : "甲")
    }
    #expect(changes(entry) == [[.put(term("甲"))], [], [.put(term("乙"))]])
  }

  @Test("A record that leaves is retired, and changes no more")
  func leaves() {
    let entry = SeedEntry(enters: day("2020-01-01"), changes: [day("2020-03-01")], leaves: day("2020-02-01")) {
      term($0.iso)
    }
    #expect(changes(entry) == [[.put(term("2020-01-10"))], [.retire(RecordKey(.term, "t"))], []])
  }

  @Test("A revision is recorded at midnight in Tokyo, in UTC")
  func midnight() {
    #expect(timeline.drafts([]).map(\.recorded).first == "2020-01-09T15:00:00Z")
    #expect(SeedTimeline.midnight(of: day("2021-01-01")) == "2020-12-31T15:00:00Z")
  }

  @Test("Errors say which file and record, in Japanese")
  func wording() {
    let error = SeedError.unreadableValue(file: "sample-city.json", record: "m01", text: "きのう")
    #expect(error.description == "内蔵の sample-city.json の m01: 「きのう」を読めません。プログラムを作り直してください")
  }
}
