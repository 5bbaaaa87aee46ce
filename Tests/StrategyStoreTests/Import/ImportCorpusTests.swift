import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

@Suite("The corpus of files to import")
struct ImportCorpusTests {
  private static let today = SampleRecords.today

  /// The store that the files go into.
  private static let base = Result { try makeBase() }

  private static func makeBase() throws -> (Ledger, StoreReader) {
    let (ledger, reader) = try Ledger.inMemory(revisions: [])
    for (name, text) in ImportCorpus.base {
      let plan = try read(ImportFile(name: name, bytes: Array(text.utf8)), nil, reader).get()
      _ = try plan.write(to: ledger, effective: today, author: "試験", today: today)
    }
    return (ledger, reader)
  }

  private static func read(
    _ file: ImportFile, _ kind: ImportKind?, _ reader: StoreReader
  ) throws -> Result<ImportPlan, ImportFaults> {
    try ImportPlan.read(
      [file], options: ImportOptions(kind: kind, effective: today), context: StoreImportContext(reader))
  }

  @Test("Each file comes in as it should or is refused at its place", arguments: ImportCorpus.all)
  func verdict(file: ImportCase) throws {
    let (_, reader) = try Self.base.get()
    let result = try Self.read(ImportFile(name: file.file, bytes: file.bytes), file.kind, reader)
    switch (file.verdict, result) {
    case (.accepted(let title, let warning), .success(let plan)):
      let stored = try plan.changes.compactMap { change -> String? in
        if case .put(.item(let item)) = change, item.id == "B-1" { item.title } else { nil }
      }
      #expect(stored.map { Array($0.unicodeScalars) } == [title].compactMap { $0.map { Array($0.unicodeScalars) } })
      #expect(plan.warnings.count == (warning == nil ? 0 : 1), "\(file): \(plan.warnings)")
      if let warning { #expect(plan.warnings.first?.contains(warning) == true, "\(file): \(plan.warnings)") }
    case (.refused(let places, let says), .failure(let faults)):
      let found = faults.faults.map { ImportCase.Place(line: $0.line, column: $0.column) }
      #expect(found == places, "\(file): \(faults.lines.prefix(3))")
      #expect(faults.lines.first?.contains(says) == true, "\(file): \(faults.lines.prefix(3))")
      #expect(faults.total >= faults.faults.count && faults.faults.count <= ImportLimits.reportedFaults)
    case (.accepted, .failure(let faults)): Issue.record("\(file) is refused: \(faults.lines.prefix(3))")
    case (.refused, .success): Issue.record("\(file) is accepted")
    }
  }

  @Test("The corpus is as large as promised")
  func size() {
    #expect(ImportCorpus.all.count >= 150)
    #expect(ImportCorpus.encodings.count + ImportCorpus.otherEncodings.count >= 20)
    #expect(ImportCorpus.json.count >= 40)
    #expect(Set(ImportCorpus.all.map(\.name)).count == ImportCorpus.all.count)
  }
}
