import Dashboard
import StrategyModel
import StrategyStore
import Testing

@testable import DashboardRuntime

@Suite("What forms order, written")
struct CorrectionStoreTests {
  private let today = CivilDate(dayNumber: 20_780)
  private let words = Words(.ja)
  private let ledger: Ledger
  private let reader: StoreReader
  private let store: CorrectionStore

  init() throws {
    (ledger, reader) = try Ledger.inMemory(revisions: SampleCity.revisions())
    store = CorrectionStore(ledger)
  }

  private func item(_ id: String) throws -> ActionItem {
    guard case .item(let item)? = try reader.record(RecordKey(.item, id)) else { throw Missing() }
    return item
  }

  private func meeting() throws -> Meeting {
    guard case .meeting(let meeting)? = try reader.record(RecordKey(.meeting, "wg-5")) else { throw Missing() }
    return meeting
  }

  private struct Missing: Error {}

  private func write(_ correction: QuickCorrection, update: String = "") -> CorrectionAnswer {
    store.write(CorrectionOrder(correction, author: "職員", update: update), today: today, words: words)
  }

  @Test("Each becomes one revision with its author, and the update history tells of it where a line was typed")
  func written() throws {
    let item = try item("m05")
    let kpi = try #require(item.kpis.first)
    let orders: [QuickCorrection] = [
      .phase(item, to: item.phase == .operating ? .verifying : .operating, on: today, reason: ""),
      .measurement(item, kpi, value: 77, on: .day(today), source: "月報"),
      .review(item, on: today, by: "副市長", note: ""), .decision(try meeting(), "試行する", items: ["m05"]),
    ]
    for (index, order) in orders.enumerated() {
      guard case .written(let revision) = write(order, update: "更新\(index)") else {
        Issue.record("\(order)")
        continue
      }
      #expect(revision.number == 9 + index && revision.author == "職員" && revision.title == order.title)
      #expect(revision.effective == today)
    }
    let updates = try reader.records(of: .update).compactMap { record in
      if case .update(let update) = record, update.date == today { update } else { nil }
    }
    #expect(updates.map(\.title).sorted() == ["更新0", "更新1", "更新2", "更新3"])
    #expect(Set(updates.map(\.id)).count == 4 && updates.allSatisfy { !$0.related.isEmpty })
    #expect(try self.item("m05").phase != item.phase && meeting().decisions.last?.items == ["m05"])
  }

  @Test("Decisions name items by id or by a title that one item alone has")
  func names() throws {
    let meeting = try meeting()
    guard case .written = write(.decision(meeting, "試行する", items: ["m61", "標準フォーム"])) else {
      Issue.record("not written")
      return
    }
    #expect(try self.meeting().decisions.last?.items == ["m61", "m05"])
    guard case .refused(.items, let unknown) = write(.decision(try self.meeting(), "別", items: ["なぞの取組"])) else {
      Issue.record("not refused")
      return
    }
    #expect(unknown == "「なぞの取組」という取組はありません（番号か題名で書いてください）")
    guard case .refused(.items, let many) = write(.decision(try self.meeting(), "別", items: ["の"])) else {
      Issue.record("not refused")
      return
    }
    #expect(many.hasPrefix("「の」に当てはまる取組がいくつもあります（m"))
  }

  @Test("A record that somebody changed since it was read is never overwritten; who did what is told")
  func overtaken() throws {
    let read = try item("m05")
    var theirs = read
    theirs.note = "先の覚え"
    _ = try ledger.append(
      RevisionDraft(effective: today, author: "佐藤", title: "先の訂正", changes: [.put(.item(theirs))]), today: today)
    let order = QuickCorrection.phase(read, to: read.phase == .planning ? .operating : .planning, on: today, reason: "")
    guard case .overtaken(let now, let told) = write(order) else {
      Issue.record("not told")
      return
    }
    #expect(now == .item(theirs) && told.first?.contains("佐藤「先の訂正」") == true)
    #expect(told.contains { $0.contains("備考") && $0.contains("先の覚え") })
    #expect(try reader.head() == 9)
    let kpi = try #require(read.kpis.first)
    let measured = QuickCorrection.measurement(read, kpi, value: 5, on: .day(today), source: "")
    guard case .written = write(measured) else {
      Issue.record("not written")
      return
    }
    #expect(write(measured) == .unchanged)
    guard case .refused(.date, _) = write(.measurement(read, kpi, value: 6, on: .day(today), source: "")) else {
      Issue.record("not refused")
      return
    }
  }

  @Test("Undo is planned and done; redo is the undo of it")
  func undo() throws {
    let read = try item("m05")
    guard case .written = write(.review(read, on: today, by: "", note: "")) else { return }
    guard case .undoPlanned(let plan) = store.undoPlan(9) else { return }
    #expect(plan.changes.count == 1 && plan.conflicts.isEmpty)
    guard case .undone(.written(let undone, _)) = store.undo(9, author: "職員", today: today) else { return }
    #expect(undone.number == 10)
    #expect(try reader.record(RecordKey(.review, Review.id(of: read, on: today))) == nil)
    guard case .undone(.written) = store.undo(10, author: "職員", today: today) else { return }
    #expect(try reader.record(RecordKey(.review, Review.id(of: read, on: today))) != nil)
    guard case .corrected(.failed(let reason)) = store.undoPlan(99) else { return }
    #expect(reason.contains("99"))
  }
}
