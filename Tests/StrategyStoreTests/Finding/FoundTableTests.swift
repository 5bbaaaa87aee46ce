import Foundation
import StrategyModel
import Testing
import TextSearch

@testable import StrategyStore

@Suite("What queries find")
struct FoundTableTests {
  static let today = civil("2026-11-23")
  /// A store with what it was made of.
  struct City: Sendable {
    let reader: StoreReader
    let names: [String]
    /// Of each item, plain.
    let texts: [[Data]]

    init(_ drafts: [RevisionDraft]) throws {
      reader = try Ledger.inMemory(revisions: drafts).1
      let state = SeedState(drafts)
      names = state.items.map { City.name($0.id) }
      texts = state.items.map { SlowSearch.texts(of: $0, state.pillars) }
    }

    private static func name(_ id: String) -> String { id.replacing("it_", with: "", maxReplacements: 1) }

    func found(_ filter: String) throws -> [String] {
      let question = Question(.items(ItemQuery(filter: filter, sort: .id), ItemSpan(count: 100)), today: today)
      guard case .items(let page) = try reader.answer(question).content else { return [] }
      #expect(page.total == page.rows.count && page.unfiltered == names.count)
      return page.rows.map { City.name($0.id) }
    }

    /// The items that hold for each place one of its words.
    func slowly(_ places: [[String]]) -> [String] {
      let places = places.map { $0.map(SlowSearch.plain) }
      return zip(names, texts).filter { _, texts in
        places.allSatisfy { words in words.contains { word in texts.contains { SlowSearch.contains($0, word) } } }
      }.map(\.0)
    }
  }

  private static let osaka = Result { try City(OsakaSeed.revisions()) }
  private static let sample = Result { try City(SampleCity.revisions()) }

  /// The city, and what the row says of it.
  private static func both(_ row: FoundTable.Row) throws -> [(city: City, ids: [String])] {
    try [(osaka.get(), row.osaka), (sample.get(), row.sample)].map { city, ids in
      (city, FoundTable.ids(ids, of: city.names))
    }
  }

  @Test("There are more than 200 of them, none twice")
  func count() {
    let queries = (FoundTable.words + FoundTable.readings + FoundTable.fields).map {
      $0.query.unicodeScalars.map(\.value)
    }
    #expect(queries.count > 200 && Set(queries).count == queries.count)
  }

  @Test("Words: what the table says, and what the slow search says", arguments: FoundTable.words)
  func words(row: FoundTable.Row) throws {
    for (city, ids) in try Self.both(row) {
      #expect(try city.found(row.query) == ids)
      #expect(city.slowly([[row.query]]) == ids)
    }
  }

  @Test("Latin words: as they stand where they stand anywhere, else as readings", arguments: FoundTable.readings)
  func readings(row: FoundTable.Row) throws {
    try judge(row, osaka: Self.osaka.get(), sample: Self.sample.get())
  }

  @Test("With a dictionary also by the readings of kanji", arguments: FoundTable.dictionaryRows)
  func dictionary(row: FoundTable.Row) throws {
    let words = MigemoDictionary(Array("じょうほう\t情報\nまどぐち\t窓口\nがっこう\t学校\n".utf8))
    let (osaka, sample) = (try City(OsakaSeed.revisions()), try City(SampleCity.revisions()))
    osaka.reader.use(words)
    sample.reader.use(words)
    try judge(row, osaka: osaka, sample: sample)
  }

  private func judge(_ row: FoundTable.Row, osaka: City, sample: City) throws {
    let typed = row.query.split(separator: " ").map(String.init)
    for (city, words) in [(osaka, row.osaka), (sample, row.sample)] {
      let ids = FoundTable.ids(words, of: city.names)
      #expect(try city.found(row.query) == ids)
      let literal = city.slowly(typed.map { [$0] })
      let read = city.slowly(row.kana)
      #expect((literal.isEmpty ? read : literal) == ids)
    }
  }

  @Test("Fields, ranges, dates, and what is combined", arguments: FoundTable.fields)
  func fields(row: FoundTable.Row) throws {
    for (city, ids) in try Self.both(row) { #expect(try city.found(row.query) == ids) }
  }
}
