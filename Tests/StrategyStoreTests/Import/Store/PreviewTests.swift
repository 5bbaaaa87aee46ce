import Foundation
import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

/// What an import says beforehand, what it then does, and what the history tells of it, each found in its own way.
@Suite("A preview, its import and the history")
struct PreviewTests {
  private static let today = SampleRecords.today

  /// Rows of items in which something is new, changed or as it was.
  private struct Sheet {
    var random: Seeded

    mutating func pick(_ values: [String]) -> String { values.randomElement(using: &random) ?? "" }

    mutating func items() -> String {
      var text = "id,title,phase,department,kpi,target,actual,unit,due,fy,budget,reviewed\n"
      for number in 1...24 where Int.random(in: 0..<4, using: &random) > 0 {
        let kpi = Bool.random(using: &random)
        let cells = [
          "i\(number)", "取組\(number)" + pick(["", "", "改"]), pick(["", "企画中", "検証中", "運用中"]), pick(["", "情報課", "市民課"]),
          kpi ? "件数" : "", kpi ? pick(["", "80", "100"]) : "", kpi ? pick(["", "1", "２", "-3.5"]) : "",
          kpi ? "件" : "", kpi ? "2022" : "", pick(["R2", "R3"]), pick(["", "100", "2千円"]),
          pick(["", "2020-08-01", "R2.7.1"]),
        ]
        text += cells.joined(separator: ",") + "\n"
      }
      return text
    }

    mutating func meetings() -> String {
      (1...6).reduce(into: "id,body,number,date,agenda\n") { text, number in
        text +=
          "k\(number),本部,\(number),2020-0\(Int.random(in: 1...8, using: &random))-01,\(pick(["", "議題", "議題;報告"]))\n"
      }
    }
  }

  private func all(_ reader: StoreReader) throws -> [RecordKey: StrategyModel.Record] {
    guard try reader.head() > 0 else { return [:] }
    var all: [RecordKey: StrategyModel.Record] = [:]
    for kind in RecordKind.allCases { for record in try reader.records(of: kind) { all[record.key] = record } }
    return all
  }

  private func plan(_ name: String, _ text: String, replaces: Bool, over reader: StoreReader) throws -> ImportPlan {
    try ImportPlan.read(
      [ImportFile(name: name, bytes: Array(text.utf8))],
      options: ImportOptions(replaces: replaces, effective: Self.today), context: StoreImportContext(reader)
    ).get()
  }

  @Test("All three tell the same, and a second time nothing", arguments: 0..<Extent.rounds(6, whole: 100))
  func same(seed: Int) throws {
    let (ledger, reader) = try Ledger.inMemory(revisions: [])
    var sheet = Sheet(random: Seeded(state: UInt64(seed) &* 7_919 &+ 1))
    for round in 0..<3 {
      let isMeeting = round == 1
      let text = isMeeting ? sheet.meetings() : sheet.items()
      let replaces = round > 0 && Bool.random(using: &sheet.random)
      let before = try all(reader)
      let plan = try plan("a.csv", text, replaces: replaces, over: reader)
      let preview = try plan.preview(in: ledger)
      let head = try reader.head()
      let result = try plan.write(to: ledger, effective: Self.today, author: "試験", today: Self.today)
      let after = try all(reader)
      for kind in RecordKind.allCases {
        let (old, new) = (before.filter { $0.key.kind == kind }, after.filter { $0.key.kind == kind })
        #expect(preview.count(kind, .new) == new.count { old[$0.key] == nil }, "\(kind)")
        #expect(preview.count(kind, .retired) == old.count { new[$0.key] == nil }, "\(kind)")
        #expect(
          preview.count(kind, .changed) == new.count { old[$0.key].map { [value = $0.value] in $0 != value } ?? false },
          "\(kind)")
        let named = try plan.changes.filter { change in
          if case .put(let record) = change { old[record.key] == record } else { false }
        }
        #expect(preview.count(kind, .unchanged) == named.count { $0.key.kind == kind }, "\(kind)")
      }
      // Every change is in the history, and nothing else.
      let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      if changed.isEmpty {
        #expect(try result == .unchanged && reader.head() == head)
      } else {
        #expect(try reader.head() == head + 1)
        let told = try reader.changes(of: head + 1)
        #expect(Set(told.map(\.key)) == changed && told.count == changed.count)
        for change in told {
          if case .put(let record) = change {
            #expect(after[record.key] == record)
          } else {
            #expect(after[change.key] == nil)
          }
        }
      }
      let second = try self.plan("a.csv", text, replaces: replaces, over: reader)
      #expect(try second.preview(in: ledger).changesNothing)
      let again = try second.write(to: ledger, effective: Self.today, author: "試験", today: Self.today)
      #expect(again == .unchanged)
      #expect(try all(reader) == after)
    }
  }
}
