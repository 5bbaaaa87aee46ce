import StrategyModel

/// The fictional city's facts with the day on which each record enters.
struct SampleStory {
  let facts: SampleFacts
  /// The day of the first revision, on which all that is older enters.
  let start: CivilDate
  /// By record id.
  private(set) var enters: [String: CivilDate] = [:]

  init(_ facts: SampleFacts) throws(SeedError) {
    self.facts = facts
    guard let start = facts.revisions.first?.effective else {
      throw .unreadable(file: SeedFile.sample.name, place: "revisions")
    }
    self.start = start
    for item in facts.items { enters[item.id] = item.enters }
    for meeting in facts.meetings { enters[meeting.id] = meeting.date }
    for update in facts.updates { enters[update.id] = update.date }
    for change in facts.planRevisions { enters[change.id] = change.date }
    for document in facts.documents {
      enters[document.id] = document.date?.lastDay.map { min($0, document.posted ?? $0) } ?? start
    }
    for figure in facts.figures { enters[figure.id] = figure.asOf?.lastDay ?? start }
    for conflict in facts.contradictions { enters[conflict.id] = conflict.related.map(day).max() ?? start }
  }

  func day(_ id: String) -> CivilDate { max(enters[id] ?? start, start) }

  func known(_ ids: [String], on today: CivilDate) -> [String] { ids.filter { day($0) <= today } }

  func days(of ids: [String]) -> [CivilDate?] { ids.map(day) }

  func source(_ title: String) -> Source { Source("架空の見本: \(title)") }

  /// Facts with a label, in the order of their labels.
  func labelled(_ facts: [String: String]?) -> [LabelledFact] {
    (facts ?? [:]).sorted { $0.key < $1.key }.map { LabelledFact($0.key, $0.value) }
  }

  /// A map from dates, in their order.
  func dated<Value>(
    _ map: [String: Value]?, of record: String
  ) throws(SeedError) -> [(date: CivilDate, value: Value)] {
    var list: [(date: CivilDate, value: Value)] = []
    for (text, value) in map ?? [:] {
      guard let date = CivilDate(iso: text) else {
        throw .unreadableValue(file: SeedFile.sample.name, record: record, text: text)
      }
      list.append((date, value))
    }
    return list.sorted { $0.date < $1.date }
  }

  /// A map from fiscal years, in their order.
  func yearly<Value>(_ map: [String: Value]?, of record: String) throws(SeedError) -> [(year: Int, value: Value)] {
    var list: [(year: Int, value: Value)] = []
    for (text, value) in map ?? [:] {
      guard let year = Int(text) else {
        throw .unreadableValue(file: SeedFile.sample.name, record: record, text: text)
      }
      list.append((year, value))
    }
    return list.sorted { $0.year < $1.year }
  }

  /// Every record, in the order of the kinds and of the file.
  func entries() throws(SeedError) -> [SeedEntry] {
    let work = try work()
    let kinds = [
      [city, contact], principles, strategies, plans, planRevisions, pillars, bodies, work, meetings, updates,
      documents, terms, figures, contradictions,
    ]
    return kinds.flatMap { $0 }
  }
}
