import StrategyModel
import Testing

@testable import StrategyStore

@Suite("Bundles")
struct BundleReadingTests {
  private func text(_ chain: [BundleRevision]) throws -> String {
    var text = ""
    try BundleWriting.write(chain.map(\.revision), changes: { try chain[$0 - 1].changes.all() }, to: { text += $0 })
    return text
  }

  @Test("A bundle brings the whole chain with its hashes, and a changed one is refused")
  func bundle() throws {
    let chain = try Chain.make([SampleRecords.all.map(RecordChange.put), [.retire(RecordKey(.item, "A-2"))]])
    let text = try text(chain)
    let plan = try MemoryStore().read("honbu.json", text).get()
    #expect(plan.content == .revisions(chain))

    var store = MemoryStore()
    store.chain = [chain[0]]
    #expect(try store.read("honbu.json", text).get().content == .revisions([chain[1]]))
    store.chain = chain
    #expect(try store.read("honbu.json", text).get().content == .revisions([]))
    store.chain = try Chain.make([[.put(SampleRecords.all[0])]])
    guard case .changes(let latest) = try store.read("honbu.json", text).get().content else {
      Issue.record("not the latest state")
      return
    }
    #expect(latest.count == SampleRecords.all.count - 1)

    let forged = text.replacing("ICT戦略室", with: "ICT戦略課")
    #expect(
      MemoryStore().faults("honbu.json", forged)
        == ["honbu.json 2行目1文字目: 改訂の鎖がつながりません。ファイルが途中で切れたか、書き換えられています"])
  }

  @Test(
    "A bundle with numbers that cannot be counted with is refused at their place, however well it is chained",
    arguments: [
      (Int.max, 1, 0.0, "year: 「9223372036854775807」は年度として使えません（1868から2998まで）"),
      (1867, 1, 0, "year: 「1867」は年度として使えません（1868から2998まで）"),
      (2999, 1, 0, "year: 「2999」は年度として使えません（1868から2998まで）"),
      (2020, Int.max, 0, "yen: 「9223372036854775807」は大きすぎます（1,000兆まで）"),
      (2020, -2_000_000_000_000_000, 0, "yen: 「-2000000000000000」は大きすぎます（1,000兆まで）"),
      (2020, 1, 1e30, "baseline: 「1e+30」は大きすぎます（1,000兆まで）"),
    ])
  func unboundedBundle(year: Int, yen: Int, baseline: Double, fault: String) throws {
    let item = ActionItem(
      id: "i", title: "一", kpis: [KPI(id: "k", name: "率", baseline: baseline)],
      budgets: [Budget(id: "b", year: FiscalYear(year), yen: yen)])
    let text = try text(Chain.make([[.put(.item(item))]]))
    let faults = MemoryStore().faults("honbu.json", text)
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("honbu.json 3行目") == true)
    #expect(faults.first?.hasSuffix(": " + fault) == true)
  }

  @Test("A record that a revision names twice, or without an id, is told at its line")
  func records() throws {
    let items = ["a", "b"].map { RecordChange.put(.item(ActionItem(id: $0, title: "一"))) }
    let text = try text(Chain.make([items]))
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(#"{"kind":"item","id":"a""#) })
    #expect(
      MemoryStore().faults("honbu.json", text.replacing("},\n{\"kind\"", with: "},\n\(line)\n{\"kind\""))
        == ["honbu.json 4行目1文字目: 一つの改訂に同じ記録が二度あります（a）"])
    #expect(
      MemoryStore().faults("honbu.json", text.replacing("\"b\"", with: "\"\""))
        == ["honbu.json 4行目1文字目: id: 空です。値が要ります"])
  }

  @Test("Where no store is yet, a bundle would do what it does to an empty one")
  func newStore() throws {
    let put = RecordChange.put(.item(ActionItem(id: "a", title: "一")))
    let retired = RecordChange.retire(RecordKey(.item, "a"))
    let stranger = RecordChange.retire(RecordKey(.pillar, "x"))
    let other = RecordChange.put(.item(ActionItem(id: "b", title: "二")))
    let (empty, _) = try Ledger.inMemory(revisions: [])
    for contents in [
      [[put]], [[stranger]], [[other, stranger, put]], [[put, other], [retired]], [[put], [retired], [put]],
      [[stranger, retired], [put]], [[other], [put], [retired, stranger]],
    ] {
      let plan = try MemoryStore().read("honbu.json", text(Chain.make(contents))).get()
      #expect(try plan.previewOfNewStore() == plan.preview(in: empty), "\(contents)")
    }
  }

  @Test("A bundle whose revisions would come out with other hashes makes no store")
  func otherHashes() throws {
    let put = RecordChange.put(.item(ActionItem(id: "a", title: "一")))
    let stranger = RecordChange.retire(RecordKey(.item, "x"))
    for (number, contents) in [(1, [[put, stranger]]), (2, [[put], [put]]), (1, [[stranger], [put]])] {
      let scratch = try Scratch()
      let plan = try MemoryStore().read("honbu.json", text(Chain.make(contents))).get()
      let error = storeError {
        _ = try plan.create(at: scratch.store, effective: today, author: "試験", today: today)
      }
      #expect(error == .invalid("改訂r\(number)が一式と同じハッシュになりません。一式が書き換えられています"))
      #expect(!StoreFile.exists(scratch.store))
    }
  }

  @Test("Two ids that look alike are two records in every count")
  func lookalikes() throws {
    let items = ["が", "か\u{3099}"].map { RecordChange.put(.item(ActionItem(id: $0, title: "一"))) }
    let plan = try MemoryStore().read("honbu.json", text(Chain.make([[items[0]], [items[1]]]))).get()
    let (empty, _) = try Ledger.inMemory(revisions: [])
    #expect(try plan.previewOfNewStore().count(.item, .new) == 2)
    #expect(try plan.preview(in: empty).count(.item, .new) == 2)
  }
}

/// Revisions chained as the ledger chains them.
enum Chain {
  static func make(_ contents: [[RecordChange]]) throws -> [BundleRevision] {
    var chain: [BundleRevision] = []
    for (index, changes) in contents.enumerated() {
      var content = RevisionHash.Content()
      for change in changes.sorted(by: { $0.key < $1.key }) {
        var body: String?
        if case .put(let record) = change { body = try CanonicalJSON.body(of: record) }
        content.add(change.key.kind.rawValue, change.key.id, body)
      }
      var revision = Revision(
        number: index + 1, effective: SampleRecords.today, recorded: "2020-08-06T00:00:00Z", author: "試験", title: "改訂",
        contentHash: content.hex(), parentHash: chain.last?.revision.hash ?? RevisionHash.none, hash: "")
      revision.hash = RevisionHash.hash(of: revision)
      chain.append(BundleRevision(revision: revision, changes: ImportedChanges(changes)))
    }
    return chain
  }
}
