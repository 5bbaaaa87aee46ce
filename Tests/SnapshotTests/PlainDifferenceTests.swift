import Dashboard
import StrategyModel
import StrategyStore
import TestSupport
import Testing

@testable import Snapshot

@Suite("A difference told in lines")
struct PlainDifferenceTests {
  private func lines(_ reader: StoreReader, _ view: String, _ style: LineStyle = .unicode) throws -> [String] {
    let order = SnapshotOrder(place: try #require(Place(viewArgument: view)), width: 80)
    var text = ""
    try ViewSnapshot(order: order, settings: Settings(today: Scenario.today, lines: style)) { try reader.answer($0) }
      .writeLinear { text += $0 }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("Each record is named once, in words, and each of its fields stands on one line")
  func records() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    let lines = try lines(reader, "diff/r2..r7")
    let place = try #require(Place(viewArgument: "diff/r2..r7"))
    #expect(place.subject == .difference(from: 2, to: 7))
    let question = Question(.difference(DifferenceQuery(from: 2, to: 7, count: 10_000)), today: Scenario.today)
    guard case .difference(let difference?) = try reader.answer(question).content else {
      Issue.record("no difference")
      return
    }
    let records = difference.groups.flatMap(\.records)
    let names = lines.filter { $0.hasPrefix("〈") }
    #expect(names.count == records.count && records.count > 30)
    #expect(names.allSatisfy { $0.contains(/^〈(追加|変更|廃止): .+〉$/) })
    // A name, its fields, and the line of air: no more.
    let fields = records.reduce(0) { $0 + $1.fields.count }
    #expect(lines.count <= records.count * 2 + fields + 60)
    #expect(!lines.contains { $0.contains(/^[~+-] |[:：] ?[＋－]/) })
  }

  @Test("What changed is told from what it was to what it is, in 7 bits where the lines have")
  func fields() throws {
    let day = CivilDate(dayNumber: 20_000)
    func item(_ phase: Phase, _ events: [ItemEvent]) -> ActionItem {
      ActionItem(id: "i", title: "窓口の予約", department: phase == .planning ? nil : "市民部", phase: phase, events: events)
    }
    func draft(_ record: ActionItem) -> RevisionDraft {
      RevisionDraft(
        effective: day, recorded: "2026-11-23T00:00:00Z", author: "試験", title: "試験", changes: [.put(.item(record))])
    }
    let first = ItemEvent(id: "a", date: .day(day), text: "着手")
    let second = ItemEvent(id: "b", date: .day(day), text: "公開")
    let reader = try Ledger.inMemory(revisions: [draft(item(.planning, [first])), draft(item(.operating, [second]))]).1
    let told = try lines(reader, "diff/r1..r2")
    let name = try #require(told.firstIndex(of: "〈変更: 窓口の予約〉"))
    let fields = told[(name + 1)...].prefix { !$0.isEmpty }
    #expect(fields.contains("フェーズ: 企画中 → 運用中") && fields.contains("所管: 未記載 → 市民部"), "\(fields)")
    #expect(fields.contains { $0.hasPrefix("出来事") && $0.contains(": 追加 公開") }, "\(fields)")
    #expect(fields.contains { $0.hasPrefix("出来事") && $0.contains(": 削除 着手") }, "\(fields)")
    #expect(try lines(reader, "diff/r1..r2", .ascii).contains("フェーズ: 企画中 > 運用中"))
  }
}
