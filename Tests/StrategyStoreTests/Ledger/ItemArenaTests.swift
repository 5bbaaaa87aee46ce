import StrategyModel
import TestSupport
import Testing
import TextSearch

@testable import StrategyStore

@Suite("Lists found in memory")
struct ItemArenaTests {
  private static let filters = [
    "", "取組", "窓口", "い", "ai", "取組 a|窓", "-窓口", "\"取組 1\"", "phase:検証中", "phase:未記載|phase:運用中", "柱:p", "pillar:なし",
    "-柱:p1", "柱:=p2", "dept:局", "dept:なし", "plan:第", "kpi:<80", "kpi:behind", "kpi:overdue", "kpi:none", "due:<2020-04",
    "due:なし", "fy:2019", "fy:none", "review:overdue", "review:none", "has:kpi", "has:review", "is:derived",
    "changed:r2..r3", "changed:r3", "-changed:2019-01-01..", "changed:..r2 取組", "id:i1", "取組 phase:検証中", "該当しない語",
    "apuri", "~ai", "onrain phase:検証中", "~apuri|madoguchi",
    "-apuri",
  ]

  private func page(_ reader: StoreReader, _ query: ItemQuery, asOf: Int?, today: CivilDate) throws -> ItemPage {
    let answer = try reader.answer(Question(.items(query, ItemSpan(count: 1_000)), revision: asOf, today: today))
    guard case .items(let page) = answer.content else { throw StoreError.invalid("no items") }
    return page
  }

  /// As the dashboard asks: again, until all was looked at.
  private func wholePage(_ reader: StoreReader, _ query: ItemQuery, asOf: Int?, today: CivilDate) throws -> ItemPage {
    var found = try page(reader, query, asOf: asOf, today: today)
    while found.searched < 1 {
      while try !reader.fillArena() {}
      found = try page(reader, query, asOf: asOf, today: today)
    }
    return found
  }

  /// A reader that has all in memory beside one that finds everything in the file.
  private func compare(_ inMemory: StoreReader, _ plain: StoreReader, seed: UInt64, today: CivilDate) throws {
    var random = RandomLedger(seed: seed)
    let head = try plain.head()
    for filter in Self.filters {
      let query = ItemQuery(
        filter: filter, sort: ItemSort.allCases[random.number(below: ItemSort.allCases.count)],
        isDescending: random.number(below: 2) == 0,
        grouping: random.number(below: 2) == 0 ? nil : ItemGrouping.allCases[random.number(below: 4)])
      let asOf = random.number(below: 3) == 0 ? nil : 1 + random.number(below: head)
      let found = try wholePage(inMemory, query, asOf: asOf, today: today)
      #expect(try found == page(plain, query, asOf: asOf, today: today), "\(query) as of \(asOf ?? head), seed \(seed)")
      #expect(found.searched == 1)
    }
  }

  @Test("What is found in memory is what is found in the file, also after more revisions", arguments: 1...6)
  func equalsFile(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let drafts = random.drafts(9)
    let (ledger, inMemory) = try Ledger.inMemory(revisions: Array(drafts.prefix(5)))
    while try !inMemory.fillArena() {}
    try compare(inMemory, try ledger.reader(), seed: seed, today: today)
    for (number, draft) in drafts.dropFirst(5).enumerated() {
      _ = try ledger.append(draft, today: civil("2030-01-01"))
      while try !inMemory.fillArena() {}
      try compare(inMemory, try ledger.reader(), seed: seed + UInt64(number), today: today)
    }
  }

  @Test("The fictional city", arguments: 1...4)
  func city(seed: UInt64) throws {
    let (ledger, inMemory) = try Ledger.inMemory(revisions: try SampleCity.revisions())
    while try !inMemory.fillArena() {}
    try compare(inMemory, try ledger.reader(), seed: seed, today: civil("2026-11-23"))
  }

  @Test("While it is read, what was read so far is found, and says so")
  func partial() throws {
    let count = 5_000
    let (ledger, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", items(1..<count + 1))])
    #expect(try !reader.fillArena())
    let query = ItemQuery(filter: "取組i")
    let some = try page(reader, query, asOf: nil, today: today)
    #expect(some.total == 2_000 && some.unfiltered == count && (0.39..<0.41).contains(some.searched))
    let sorted = try page(reader, ItemQuery(sort: .title), asOf: nil, today: today)
    // What has no filter is found in the file meanwhile: a whole list never shrinks.
    #expect(sorted.total == count && sorted.searched == 1)
    // The order of entry needs no search.
    let natural = try page(reader, ItemQuery(), asOf: nil, today: today)
    #expect(natural.total == count && natural.searched == 1)
    while try !reader.fillArena() {}
    let all = try page(reader, query, asOf: nil, today: today)
    #expect(all.total == count && all.searched == 1)
    // A revision that it does not know yet is found in the file.
    _ = try ledger.append(draft("2020-02-01", items(1..<3, suffix: "改")), today: today)
    #expect(try page(reader, ItemQuery(filter: "改"), asOf: nil, today: today).rows.map(\.id) == ["i1", "i2"])
  }

  @Test("A longer word narrows what a shorter one found, and rows that came since are looked at")
  func narrowing() throws {
    let names = (1...2_000).map { $0.isMultiple(of: 50) ? "防災訓練その\($0)" : "取組その\($0)" }
    let changes = names.enumerated().map { item("i\($0)", $1) }
    let (ledger, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", changes)])
    while try !reader.fillArena() {}
    func total(_ filter: String) throws -> Int {
      try page(reader, ItemQuery(filter: filter), asOf: nil, today: today).total
    }
    #expect(try total("防") == 40 && total("防災") == 40 && total("防災訓練その1") == 22)
    _ = try ledger.append(draft("2020-02-01", [item("n", "防災訓練その1新")]), today: today)
    while try !reader.fillArena() {}
    #expect(try total("防災訓練その1") == 23 && total("防災訓練その1新") == 1 && total("防") == 41)
  }

  /// Words that begin alike by their readings, so that letters that are typed narrow what was found.
  private static let dictionary = MigemoDictionary(
    Array("まど\t窓\nまどぐち\t窓口\nまで\t迄\nまち\t町\t街\nきかく\t企画\nきかい\t機械\t機会\nきこう\t気候\n".utf8))

  @Test("Romaji typed letter by letter finds in memory what it finds in the file", arguments: 1...6)
  func typedReadings(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let parts = ["窓", "窓口", "まど", "マドグチ", "町", "街", "企画", "きか", "機会", "気候", "madori", "ki", "市の", "迄"]
    func some(_ range: Range<Int>) -> [RecordChange] {
      range.map { number in
        item("i\(number)", (0...random.number(below: 4)).map { _ in parts[random.number(below: parts.count)] }.joined())
      }
    }
    let (ledger, inMemory) = try Ledger.inMemory(revisions: [draft("2020-01-01", some(1..<400))])
    let plain = try ledger.reader()
    for reader in [inMemory, plain] { reader.use(Self.dictionary) }
    while try !inMemory.fillArena() {}
    for word in ["madoguchi", "kikaku", "~madoguti", "machi", "~kiko", "madori|kikai", "市の machi"] {
      var typed = ""
      for letter in word {
        typed.append(letter)
        let query = ItemQuery(filter: typed, sort: .id)
        #expect(
          try page(inMemory, query, asOf: nil, today: today) == page(plain, query, asOf: nil, today: today),
          "\(typed), seed \(seed)")
        guard random.number(below: 4) == 0 else { continue }
        let first = 400 + random.number(below: 1_000)
        _ = try ledger.append(draft("2020-02-01", some(first..<(first + 3))), today: today)
        while try !inMemory.fillArena() {}
      }
    }
  }
}
