import Crypto
import Foundation
import StrategyModel
import Testing

@testable import StrategyStore

@Suite("The bundled store of Osaka")
struct OsakaSeedTests {
  let drafts: [RevisionDraft]
  let head: SeedState

  init() throws {
    drafts = try OsakaSeed.revisions()
    head = SeedState(drafts)
  }

  @Test("Every record of the file stands at the head")
  func counts() {
    let expected: [RecordKind: Int] = [
      .city: 1, .contact: 1, .principle: 22, .strategy: 4, .plan: 2, .planRevision: 2, .pillar: 15, .body: 3,
      .item: 23, .measurement: 7, .meeting: 9, .update: 22, .document: 13, .term: 9, .figure: 7, .contradiction: 13,
    ]
    for kind in RecordKind.allCases { #expect(head.count(kind) == expected[kind] ?? 0, "\(kind)") }
  }

  @Test("Every id of the file is a record or a part of one")
  func idsResolve() throws {
    let ids = try allIDs(in: JSONSerialization.jsonObject(with: SeedFile.osaka.data))
    #expect(ids.count > 150)
    #expect(ids.subtracting(head.allIDs) == [])
  }

  private func allIDs(in value: Any) -> Set<String> {
    if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(allIDs(in: $1)) } }
    guard let object = value as? [String: Any] else { return [] }
    var ids = object.values.reduce(into: Set<String>()) { $0.formUnion(allIDs(in: $1)) }
    if let id = object["id"] as? String { ids.insert(id) }
    return ids
  }

  @Test("Every source address of the file stands in some record")
  func addressesShown() throws {
    let text = String(decoding: SeedFile.osaka.data, as: UTF8.self)
    let shown = head.records.values.map { String(describing: $0) }.joined()
    for address in text.matches(of: /"(https?:[^"]+)"/).map(\.output.1) {
      #expect(shown.contains(address), "\(address)")
    }
  }

  @Test("Every record of the head names a source")
  func sources() {
    for record in head.records.values { #expect(record.source.address != nil, "\(record.key)") }
  }

  @Test("The file is the one whose SHA-256 the revisions name")
  func checksum() {
    let digest = SHA256.hash(data: SeedFile.osaka.data).map { String(format: "%02x", $0) }.joined()
    #expect(digest == OsakaSeed.sha256)
    #expect(drafts.allSatisfy { $0.sourceFile == SourceFile(name: "osaka-ict.json", sha256: digest) })
  }

  @Test("Revisions stand on the days that the file dates, each later than the one before")
  func days() {
    let days = drafts.map(\.effective)
    #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
    #expect(
      days.map(\.iso) == [
        "2014-08-06", "2014-08-29", "2014-12-26", "2015-03-26", "2015-04-30", "2015-09-04", "2015-09-30",
        "2015-10-19", "2015-11-06", "2015-11-11", "2016-03-28", "2016-03-31", "2016-04-01", "2016-04-30",
        "2016-05-24", "2016-09-30", "2017-06-23", "2017-08-21", "2017-11-07", "2018-03-30", "2018-05-24",
        "2018-05-31", "2020-02-12", "2020-02-13", "2020-08-06", "2021-03-17", "2021-03-31", "2021-10-31",
        "2022-03-31", "2023-03-31", "2023-11-30", "2024-01-31",
      ])
    #expect(drafts.first?.recorded == "2014-08-05T15:00:00Z")
  }

  @Test("Titles say what happened on the day")
  func titles() {
    let titles = Dictionary(uniqueKeysWithValues: drafts.map { ($0.effective.iso, $0.title) })
    #expect(titles["2018-05-24"] == "第3回大阪市ICT戦略本部会議")
    #expect(titles["2018-03-30"] == "大阪市ICT戦略 第2版")
    #expect(titles["2020-02-12"] == "アクションプランの改訂（令和2年2月）")
    let later = drafts.filter { $0.effective > day("2021-03-17") }
    #expect(later.allSatisfy { $0.title == "ページ公開後の資料" && $0.note != nil })
  }

  @Test("No record refers to one that is not there, at any revision")
  func references() {
    for draft in drafts {
      #expect(SeedState(drafts, asOf: draft.effective).danglingReferences == [], "\(draft.effective.iso)")
    }
  }

  @Test("A revision changes no record twice and repeats none")
  func changesAreReal() {
    var standing: [RecordKey: Record] = [:]
    for draft in drafts {
      #expect(Set(draft.changes.map(\.key)).count == draft.changes.count)
      #expect(!draft.changes.isEmpty)
      for case .put(let record) in draft.changes {
        #expect(standing[record.key] != record)
        standing[record.key] = record
      }
    }
  }
}
