import StrategyModel
import Testing

@testable import StrategyStore

@Suite struct RoundTripTests {
  fileprivate func exported(_ kind: ImportKind, from store: MemoryStore) throws -> String {
    var text = ""
    try KindExport(context: store, on: SampleRecords.today).write(kind) { text += $0 }
    return text
  }

  @Test("A table that is exported and imported again changes nothing", arguments: ImportKind.tables)
  func tables(kind: ImportKind) throws {
    let store = MemoryStore.sample
    let text = try exported(kind, from: store)
    var again = store
    try again.apply(store.read("\(kind.rawValue).csv", text, replaces: true).get())
    for key in store.order { #expect(again.records[key] == store.records[key]) }
    #expect(again.order == store.order)
  }

  @Test("No exported cell runs as a formula")
  func formulas() throws {
    for kind in ImportKind.tables {
      let text = try exported(kind, from: .sample)
      var reader = CSVReading(try TextDecoding.decode(Array(text.utf8)))
      while let row = try reader.next() {
        for cell in row where !cell.text.isEmpty && (try? NumberReading.number(cell.text)) == nil {
          #expect(cell.text.unicodeScalars.first.map { !"=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } == true)
        }
      }
    }
  }

  @Test("Random rows survive writing and reading", arguments: 0..<20)
  func randomRows(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let pieces = [
      "a", "漢", "\"", ",", "\n", "\r\n", "'", "=", "＋", "-", ";", "；", "\\", " ", "\u{3000}", "ガ", "😀", "\t",
    ]
    for _ in 0..<50 {
      let cells = (0..<5).map { _ in
        (0..<Int.random(in: 0..<6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
      let line = CSVWriting.row([.text("x")] + cells.map { .text($0) })
      var reader = CSVReading(try TextDecoding.decode(Array(line.utf8)))
      let read = try #require(try reader.next()).map { cell in
        CellText.unguarded(cell.isQuoted ? cell.text : CellText.trimmed(cell.text))
      }
      #expect(read.dropFirst().map { Array($0.utf8) } == cells.map { Array($0.utf8) })
      #expect(try reader.next() == nil)
      let values = cells.map(CellText.trimmed).filter { !$0.isEmpty }
      #expect(CellText.list(CellText.joined(values)) == values)
    }
  }

  @Test("The same file twice adds nothing, on whatever day the second comes")
  func twice() throws {
    let csv = """
      番号,取組名,柱,KPI,基準値,目標値,実績値,単位,期限,年度,予算,CIO確認日,出典
      B-1,"一
      二",データドリブン,利用率,0,80%,12.5%,%,令和4年度,R2,1.5億円,R2.8.5,計画書
      """
    var store = MemoryStore.sample
    try store.apply(store.read("items.csv", csv).get())
    var again = store
    let file = ImportFile(name: "items.csv", bytes: Array(csv.utf8))
    let later = ImportOptions(effective: SampleRecords.today.adding(days: 30))
    try again.apply(ImportPlan.read([file], options: later, context: store).get())
    #expect(again.records == store.records)
    let item = try #require(store.item("B-1"))
    #expect(item.pillar == "s2-1")
    #expect(item.kpis.first?.targets.first?.value == 80)
    #expect(item.kpis.first?.targets.first?.due == .fiscalYear(FiscalYear(2022)))
    #expect(item.budgets.map(\.yen) == [150_000_000])
    #expect(store.measurements(ofItems: ["B-1"]).map(\.id) == ["B-1/kpi1/2020-08-06"])
    #expect(store.reviews(ofItems: ["B-1"]).map(\.id) == ["B-1/2020-08-05"])
  }

  @Test("A column that the file lacks keeps what the store has; an empty cell clears it")
  func absentAndEmpty() throws {
    var store = MemoryStore.sample
    try store.apply(store.read("items.csv", "番号,取組名,フェーズ,よみ\nA-1,改名,,\n").get())
    let item = try #require(store.item("A-1"))
    #expect(item.title == "改名")
    #expect(item.phase == nil)
    #expect(item.reading == nil)
    #expect(item.department == "ICT戦略室")
    #expect(item.kpis.count == 2)
    #expect(item.events.count == 1)
  }

  @Test("A pillar that nobody knows is added to the strategy in force when asked for")
  func createPillars() throws {
    let plan = try MemoryStore.sample.read(
      "items.csv", "id,title,pillar\nB-1,一,行政\nB-2,二,行政\n", createsPillars: true
    ).get()
    #expect(
      try plan.changes.map(\.key) == [
        RecordKey(.pillar, "s2/行政"), RecordKey(.item, "B-1"), RecordKey(.item, "B-2"),
      ])
  }

  @Test("Replacing retires the items that the file no longer has, and keeps what was measured")
  func replace() throws {
    let plan = try MemoryStore.sample.read("items.csv", "id,title\nA-1,一\n", replaces: true).get()
    #expect(try plan.changes.dropFirst() == [.retire(RecordKey(.item, "A-2")), .retire(RecordKey(.item, "漢字-3"))])
  }

  @Test("A template imports by itself and names every column", arguments: ImportKind.tables)
  func template(kind: ImportKind) throws {
    let text = try #require(ImportTemplate.text(kind))
    var store = MemoryStore()
    if kind == .measurements || kind == .reviews {
      try store.apply(store.read("items.csv", try #require(ImportTemplate.text(.items)), createsPillars: true).get())
    }
    let plan = try store.read("\(kind.rawValue).csv", text).get()
    #expect(plan.warnings.isEmpty)
    #expect(try plan.changes.contains { $0.key.kind == kind.recordKind })
  }
}

extension RoundTripTests {
  @Test("KPIs of one name in one item keep their measurements apart")
  func namesakes() throws {
    let kpis = [KPI(id: "C-1/kpi1", name: "件数"), KPI(id: "C-1/kpi2", name: "件数")]
    var store = MemoryStore([.item(ActionItem(id: "C-1", title: "一", kpis: kpis))])
    let rows = "item,kpi,date,value\nC-1,C-1/kpi1,2020-03-31,1\nC-1,C-1/kpi2,2020-03-31,2\n"
    try store.apply(store.read("m.csv", rows).get())
    let measured = store.measurements(ofItems: ["C-1"])
    #expect(measured.map(\.kpi) == kpis.map(\.id))
    #expect(measured.map(\.value) == [1, 2])
    let text = try exported(.measurements, from: store)
    var copy = MemoryStore(store.records(of: .item))
    try copy.apply(copy.read("measurements.csv", text).get())
    #expect(copy.records == store.records)
    #expect(
      store.faults("m.csv", "item,kpi,date,value\nC-1,件数,2020-03-31,1\n")
        == ["m.csv 2行目 kpi: 「件数」というKPIが2つ以上あります。番号で書いてください（C-1/kpi1・C-1/kpi2）"])
    try store.apply(store.read("i.csv", "id,title,kpi,actual\nC-1,一,件数,5\n").get())
    #expect(store.measurements(ofItems: ["C-1"]).map(\.value) == [1, 2, 5])
  }

  @Test("A pillar that an import retires is no longer there for its items")
  func retiredPillar() throws {
    let pillars = ImportFile(name: "pillars.csv", bytes: Array("番号,名称\ns2-1,データ活用社会の実現\n".utf8))
    let items = ImportFile(name: "items.csv", bytes: Array("番号,取組名,柱\nA-1,一,s2-2\n".utf8))
    let options = ImportOptions(replaces: true, effective: SampleRecords.today)
    guard
      case .failure(let faults) = ImportPlan.read([items, pillars], options: options, context: MemoryStore.sample)
    else {
      Issue.record("accepted")
      return
    }
    #expect(faults.lines == ["items.csv 2行目 柱: 「s2-2」という柱はありません（新しい柱なら --create-pillars を付けてください）"])
    let alone = try ImportPlan.read([pillars], options: options, context: MemoryStore.sample).get()
    #expect(
      alone.warnings == [
        "廃止にする柱「s1-1」を指す取組が残ります: A-1", "廃止にする柱「s2-2」を指す取組が残ります: 漢字-3",
      ])
    let moved = ImportFile(name: "items.csv", bytes: Array("番号,取組名,柱\nA-1,一,s2-1\nA-9,九,\n".utf8))
    #expect(try ImportPlan.read([pillars, moved], options: options, context: MemoryStore.sample).get().warnings == [])
  }
}

/// SplitMix64: the same numbers on every machine.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
