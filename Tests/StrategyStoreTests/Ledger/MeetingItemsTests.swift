import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

@Suite("The items that a meeting dealt with")
struct MeetingItemsTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  private func draft(_ date: String, _ changes: [RecordChange]) throws -> RevisionDraft {
    RevisionDraft(
      effective: try day(date), recorded: "\(date)T00:00:00Z", author: "試験", title: "試験", changes: changes)
  }

  private func item(_ id: String, _ phase: Phase) -> RecordChange {
    .put(.item(ActionItem(id: id, title: id, phase: phase)))
  }

  private func dossier(_ reader: StoreReader, _ revision: Int? = nil) throws -> Dossier {
    let question = Question(.dossier(RecordKey(.meeting, "m")), revision: revision, today: Scenario.today)
    guard case .dossier(let dossier?) = try reader.answer(question).content else { throw NoDossier() }
    return dossier
  }

  private struct NoDossier: Error {}

  /// Gone before the meeting, on its day, after it; there all along; entered later.
  private func store() throws -> StoreReader {
    let ids = ["before", "that", "after", "stays", "late"]
    let meeting = Meeting(id: "m", body: "b", title: "会議", date: try day("2020-06-01"), items: ids)
    return try Ledger.inMemory(revisions: [
      try draft("2020-04-01", ids.dropLast().map { item($0, .planning) }),
      try draft("2020-05-01", ids.dropLast().map { item($0, .developing) }),
      try draft("2020-05-15", [.retire(RecordKey(.item, "before")), .put(.meeting(meeting))]),
      try draft("2020-06-01", [.retire(RecordKey(.item, "that")), item("stays", .verifying)]),
      try draft(
        "2020-07-01",
        [
          .retire(RecordKey(.item, "after")), item("stays", .operating), item("late", .planning),
        ]),
      try draft("2020-08-01", [item("late", .operating)]),
    ]).1
  }

  @Test("An item is shown as it was at the end of the day, as it was last if it was gone, as it came if it came later")
  func states() throws {
    let dossier = try dossier(try store())
    #expect(dossier.items.map(\.id) == ["before", "that", "after", "stays", "late"])
    #expect(dossier.items.map(\.phase) == [.developing, .developing, .developing, .verifying, .planning])
    #expect(
      dossier.itemMoments == [
        "before": ItemMoment(revision: 2, day: try day("2020-06-01"), retired: try day("2020-05-15")),
        "that": ItemMoment(revision: 3, day: try day("2020-06-01"), retired: try day("2020-06-01")),
        "after": ItemMoment(revision: 4, day: try day("2020-06-01"), retired: try day("2020-07-01")),
        "stays": ItemMoment(revision: 4, day: try day("2020-06-01")),
        "late": ItemMoment(revision: 5, day: try day("2020-07-01")),
      ])
    #expect(dossier.itemsSince.mapValues(\.phase) == ["stays": .operating, "late": .operating])
  }

  @Test("As of a revision before, nothing of what came later is known")
  func earlier() throws {
    let dossier = try dossier(try store(), 4)
    #expect(dossier.items.map(\.id) == ["before", "that", "after", "stays"])
    #expect(dossier.itemMoments["after"] == ItemMoment(revision: 4, day: try day("2020-06-01")))
  }
}
