import StrategyModel
import TestSupport
import Testing
import TextSearch

@testable import StrategyStore

@Suite("Orders of all rows in memory")
struct RowOrderTests {
  /// Few letters and lengths around eight bytes: many keys begin alike, some are equal.
  private func key(_ random: inout RandomLedger, id: Int) -> [UInt8] {
    let letters = ["あ", "い", "a"]
    let title = (0..<random.number(below: 7)).map { _ in letters[random.number(below: 3)] }.joined()
    return Array("i\(id % 40)\n\(title)".utf8)
  }

  private func parts(_ key: [UInt8]) -> (id: [UInt8], title: [UInt8]) {
    let parts = key.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    return (Array(parts[0]), Array(parts[1]))
  }

  /// A folded text with both keys in it, as its title or as its reading, or with one of them changed.
  private func rowText(_ random: inout RandomLedger, _ key: [UInt8]) -> [UInt8] {
    let (id, title) = parts(key)
    let other = Array("別".utf8)
    let lines =
      switch random.number(below: 5) {
      case 0: [id, title, other]
      case 1: [id, other, title, other]
      case 2: [other, title]
      case 3: [id, other, other, title]
      default: [[UInt8]]()
      }
    return lines.flatMap { $0 + [0x0A] }
  }

  @Test("Rows that come in portions stand where sorting all at once puts them", arguments: 1...20)
  func portions(seed: UInt64) {
    var random = RandomLedger(seed: seed)
    var rows = RowKeys()
    var texts = TextArena(blockSize: 256)
    var keys: ArenaKeys { ArenaKeys(keys: rows, texts: texts) }
    var all: [[UInt8]] = []
    var byID = RowOrder(by: .id)
    var byTitle = RowOrder(by: .title)
    for portion in [0, 300, 5, 1, 30, 400, 2] {
      for _ in 0..<portion {
        let key = key(&random, id: random.number(below: 1_000))
        let text = rowText(&random, key)
        all.append(key)
        texts.append(text)
        key.withUnsafeBufferPointer { key in text.withUnsafeBufferPointer { rows.append(key, text: $0) } }
      }
      byID.take(rowsThrough: all.count, keys: keys)
      byTitle.take(rowsThrough: all.count, keys: keys)
      let places = (0..<all.count).map { (row: $0, parts: parts(all[$0])) }
      func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
      let slowByID = places.sorted {
        $0.parts.id != $1.parts.id ? $0.parts.id.lexicographicallyPrecedes($1.parts.id) : $0.row < $1.row
      }
      let slowByTitle = places.sorted {
        if $0.parts.title != $1.parts.title { return $0.parts.title.lexicographicallyPrecedes($1.parts.title) }
        return $0.parts.id != $1.parts.id ? $0.parts.id.lexicographicallyPrecedes($1.parts.id) : $0.row < $1.row
      }
      #expect(byID.rows == slowByID.map { Int32($0.row) })
      #expect(byTitle.rows == slowByTitle.map { Int32($0.row) })
      #expect(byTitle.turned == byTitle.reversed(byTitle.rows, keys: keys))
    }
    for (row, key) in all.enumerated() {
      let known = keys.withKeys(of: row) { (id: Array($0), title: Array($1)) }
      #expect(known == parts(key))
    }
    let some = byTitle.rows.filter { $0.isMultiple(of: 3) }
    #expect(byTitle.sorted(some.sorted(), keys: keys) == some)
    let turned = byTitle.reversed(some, keys: keys)
    #expect(turned.map { parts(all[Int($0)]).title } == some.reversed().map { parts(all[Int($0)]).title })
    // Of one title, ids still go up.
    for (left, right) in zip(turned, turned.dropFirst())
    where parts(all[Int(left)]).title == parts(all[Int(right)]).title {
      #expect(!parts(all[Int(right)]).id.lexicographicallyPrecedes(parts(all[Int(left)]).id))
    }
  }

  @Test("Buckets keep the order within, and have none last in either direction")
  func buckets() {
    // Codes 0, 1, 2 in reverse; -1 for none.
    let codes: [Int32] = [0, 2, -1, 2, 1, -1, 0]
    let rows = codes.map { code in
      ArenaRow(
        version: 0, since: 1, until: Int32.max, entered: 0, pillar: code, legacyPillar: -1, framework: -1,
        department: -1, firstYear: ArenaRow.noYear, lastYear: ArenaRow.noYear, groupYear: ArenaRow.noYear, phase: 0,
        traits: 0,
        isPhaseDerived: false)
    }
    let buckets = RowBuckets(.pillar, none: 3, numbers: [2, 1, 0])
    let numbers = (0..<7).map(Int32.init)
    rows.withUnsafeBufferPointer { all in
      let parted = buckets.parted(numbers, in: all, values: numbers.map { $0 * 10 })
      #expect(parted.values == [10, 30, 40, 0, 60, 20, 50])
      #expect(parted.starts == [0, 2, 3, 5, 7])
      #expect(parted.samples.map { codes[Int($0)] } == [2, 1, 0, -1])
      #expect(buckets.reversed().parted(numbers, in: all, values: numbers).values == [0, 6, 4, 1, 3, 2, 5])
    }
  }

  @Test(
    "A large list in memory is in the same order as the file's", arguments: [ItemSort.title, .id, .department, .due])
  func largeList(sort: ItemSort) throws {
    var random = RandomLedger(seed: 5)
    let changes = (0..<2_500).map { number -> RecordChange in
      item("i\(number)", "取組\(random.number(below: 900))")
    }
    let (ledger, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", changes)])
    while try !reader.fillArena(today: today) {}
    for isDescending in [false, true] {
      let query = ItemQuery(sort: sort, isDescending: isDescending)
      let question = Question(.items(query, ItemSpan(count: 3_000)), today: today)
      #expect(try reader.answer(question) == ledger.reader().answer(question))
    }
  }

  @Test("Items are to be sorted once all are in memory, before all is known that is reckoned from their KPIs")
  func wanted() throws {
    let (_, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", (0..<2_500).map { item("i\($0)") })])
    #expect(!reader.needsOrders)
    var isWhole = false
    while !isWhole, !reader.needsOrders { isWhole = try reader.fillArena(today: today) }
    #expect(!isWhole && reader.needsOrders)
    reader.prepareOrders()
    #expect(!reader.needsOrders)
  }

  @Test("Orders that were made beforehand are those that a list would make, also after further revisions")
  func prepared() throws {
    var random = RandomLedger(seed: 8)
    func some(_ range: Range<Int>) -> [RecordChange] { range.map { item("i\($0)", "取組\(random.number(below: 900))") } }
    let (ledger, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", some(0..<2_500))])
    reader.prepareOrders()
    while try !reader.fillArena(today: today) {}
    reader.prepareOrders()
    for revision in [some(2_400..<2_600), some(0..<3)] {
      _ = try ledger.append(draft("2020-02-01", revision), today: today)
      while try !reader.fillArena(today: today) {}
      reader.prepareOrders()
      for query in [ItemQuery(sort: .title), ItemQuery(sort: .title, isDescending: true), ItemQuery(sort: .id)] {
        let question = Question(.items(query, ItemSpan(count: 3_000)), today: today)
        #expect(try reader.answer(question) == ledger.reader().answer(question))
      }
    }
  }

  @Test("A search that nobody waits for ends without an answer")
  func abandoned() throws {
    let changes = (0..<100).map { item("i\($0)", "取組\($0)") }
    let (_, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", changes)])
    let question = Question(.items(ItemQuery(filter: "取組"), ItemSpan(count: 10)), today: today)
    #expect(try reader.answer(question, while: { false }) == nil)
    while try !reader.fillArena() {}
    #expect(try reader.answer(question, while: { false }) == nil)
    #expect(try reader.answer(question, while: { true }) != nil)
  }
}
