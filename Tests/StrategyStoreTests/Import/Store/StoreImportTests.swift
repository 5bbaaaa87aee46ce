import StrategyModel
import Testing

@testable import StrategyStore

@Suite struct StoreImportTests {
  private static let today = SampleRecords.today

  private func store(_ records: [StrategyModel.Record]) throws -> (Ledger, StoreReader) {
    let draft = RevisionDraft(
      effective: Self.today, recorded: "2020-08-06T00:00:00Z", author: "試験", title: "初め",
      changes: records.map(RecordChange.put))
    return try Ledger.inMemory(revisions: records.isEmpty ? [] : [draft])
  }

  private func plan(_ name: String, _ text: String, over reader: StoreReader) throws -> ImportPlan {
    try ImportPlan.read(
      [ImportFile(name: name, bytes: Array(text.utf8))], options: ImportOptions(effective: Self.today),
      context: StoreImportContext(reader)
    ).get()
  }

  @Test("The same file twice adds one revision")
  func twice() throws {
    let (ledger, reader) = try store(SampleRecords.all)
    let text = LargeImportTests.csv(rows: 300)
    let first = try plan("items.csv", text, over: reader)
    #expect(try first.preview(in: ledger).count(.item, .new) == 300)
    _ = try first.write(to: ledger, effective: Self.today, author: "試験", today: Self.today)
    #expect(try reader.head() == 2)
    let second = try plan("items.csv", text, over: reader)
    #expect(try second.preview(in: ledger).changesNothing)
    let result = try second.write(to: ledger, effective: Self.today, author: "試験", today: Self.today)
    #expect(result == .unchanged)
    #expect(try reader.revisions().last?.sourceFile?.name == "items.csv")
  }

  @Test("A plan made before somebody else wrote is not written")
  func stale() throws {
    let (ledger, reader) = try store(SampleRecords.all)
    let late = try plan("items.csv", "id,title\nB-1,一\n", over: reader)
    _ = try plan("items.csv", "id,title\nB-2,二\n", over: reader)
      .write(to: ledger, effective: Self.today, author: "試験", today: Self.today)
    #expect(throws: StoreError.stale(expected: 1, head: 2)) {
      try late.write(to: ledger, effective: Self.today, author: "試験", today: Self.today)
    }
  }

  @Test("A bundle brings an empty store to the same hashes, and exports to the same bytes")
  func bundle() throws {
    let (ledger, reader) = try store(SampleRecords.all)
    _ = try plan("items.csv", "id,title\nA-2,改名\n", over: reader)
      .write(to: ledger, effective: Self.today, author: "試験", today: Self.today)
    var text = ""
    try reader.exportBundle { text += $0 }
    let (copy, copyReader) = try store([])
    _ = try plan("honbu.json", text, over: copyReader)
      .write(to: copy, effective: Self.today, author: "別人", today: Self.today)
    #expect(try copyReader.revisions() == reader.revisions())
    var again = ""
    try copyReader.exportBundle { again += $0 }
    #expect(again == text)
    #expect(try plan("honbu.json", text, over: copyReader).content == .revisions([]))
  }

  @Test("Where no store is yet, an import would do what it does to an empty one")
  func newStore() throws {
    let (ledger, reader) = try store(SampleRecords.all)
    let options = ImportOptions(replaces: true, effective: Self.today)
    for (number, text) in ["id,title\nA-2,改名\nA-9,九\n", "id,title\nA-2,改名\n"].enumerated() {
      let file = ImportFile(name: "items-\(number).csv", bytes: Array(text.utf8))
      _ = try ImportPlan.read([file], options: options, context: StoreImportContext(reader)).get()
        .write(to: ledger, effective: Self.today, author: "試験", today: Self.today)
    }
    var bundle = ""
    try reader.exportBundle { bundle += $0 }
    let (empty, emptyReader) = try store([])
    for (name, text) in [("honbu.json", bundle), ("items.csv", "id,title\nA-1,一\nA-2,二\n")] {
      let file = ImportFile(name: name, bytes: Array(text.utf8))
      let plan = try ImportPlan.read([file], options: options, context: NewStoreContext()).get()
      #expect(try plan == ImportPlan.read([file], options: options, context: StoreImportContext(emptyReader)).get())
      #expect(try plan.previewOfNewStore() == plan.preview(in: empty))
      let scratch = try Scratch()
      _ = try plan.create(at: scratch.store, effective: Self.today, author: "試験", today: Self.today)
      #expect(try LedgerCheck.faults(path: scratch.store).isEmpty)
    }
  }

  @Test("A table exported from the store changes nothing when it comes back", arguments: ImportKind.tables)
  func tables(kind: ImportKind) throws {
    let (ledger, reader) = try store(SampleRecords.all)
    var text = ""
    try reader.exportTable(kind, on: Self.today) { text += $0 }
    #expect(try plan("\(kind.rawValue).csv", text, over: reader).preview(in: ledger).changesNothing)
  }
}
