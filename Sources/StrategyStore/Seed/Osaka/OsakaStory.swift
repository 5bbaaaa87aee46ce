import StrategyModel

/// The facts with the day on which each record enters.
struct OsakaStory {
  let facts: OsakaFacts
  /// The day as of which the city's page speaks.
  let pageDate: CivilDate
  /// By record id.
  private(set) var enters: [String: CivilDate] = [:]

  init(_ facts: OsakaFacts) throws(SeedError) {
    self.facts = facts
    pageDate = facts.contact.pageUpdated
    for framework in facts.frameworks {
      try set(framework.id, framework.adopted)
      for pillar in framework.pillars { try set(pillar.id, framework.adopted) }
    }
    for body in facts.bodies { try set(body.id, body.established) }
    for meeting in facts.meetings { enters[meeting.id] = meeting.date }
    for update in facts.updates { enters[update.id] = update.date }
    for revision in facts.revisions { enters[revision.id] = revision.date }
    for document in facts.documents { enters[document.id] = firstSight(of: document) }
    for item in facts.items {
      enters[item.id] = latest(frameworkDay(item.framework), OsakaKnowledge.records[item.id]?.lastDay)
    }
    for statement in facts.visions + facts.stances + facts.goals {
      enters[statement.id] = frameworkDay(statement.framework)
    }
    for ideal in facts.onlineIdeals { enters[ideal.id] = day(OsakaKnowledge.onlinePlan) }
    for term in facts.glossary { enters[term.id] = pageDate }
    for figure in facts.figures {
      enters[figure.id] = figure.asOf?.lastDay ?? figure.fy.flatMap { FiscalYear($0).lastDay } ?? pageDate
    }
    for conflict in facts.contradictions { enters[conflict.id] = firstSight(of: conflict) }
  }

  private mutating func set(_ id: String, _ date: PartialDate) throws(SeedError) {
    guard let day = date.lastDay else {
      throw .unreadableValue(file: SeedFile.osaka.name, record: id, text: date.code)
    }
    enters[id] = day
  }

  /// The day on which a record enters; what the file does not date enters with the page.
  func day(_ id: String) -> CivilDate { enters[id] ?? pageDate }

  func isKnown(_ id: String, on day: CivilDate) -> Bool { enters[id].map { $0 <= day } ?? false }

  func known(_ ids: [String], on day: CivilDate) -> [String] { ids.filter { isKnown($0, on: day) } }

  func days(of ids: [String]) -> [CivilDate?] { ids.map { enters[$0] } }

  /// The city's goals name no framework: the 骨子 states them first, in its chapter 1.
  private func frameworkDay(_ id: String?) -> CivilDate {
    if let id { return day(id) }
    return facts.frameworks.compactMap(\.adopted.lastDay).min() ?? pageDate
  }

  /// A document is there when it is dated, posted, or named by a line of the page's history.
  private func firstSight(of document: OsakaFacts.Paper) -> CivilDate {
    let announced = facts.updates.filter { $0.related.contains(document.id) }.map(\.date)
    return ([document.date?.lastDay, document.posted].compactMap { $0 } + announced).min() ?? pageDate
  }

  /// A contradiction is there when all that it concerns is, and the source that contradicts.
  private func firstSight(of conflict: OsakaFacts.Conflict) -> CivilDate {
    let related = conflict.related.map(day).max() ?? pageDate
    let source = conflict.source.flatMap { OsakaKnowledge.sources[$0]?.lastDay }
    return latest(related, source, OsakaKnowledge.records[conflict.id]?.lastDay)
  }

  /// A fact of a fiscal year is known at the year's end, or when a source announced it before.
  func day(of year: Int?, source: String?) -> CivilDate? {
    let announced = source.flatMap { OsakaKnowledge.sources[$0]?.lastDay }
    let end = year.flatMap { FiscalYear($0).lastDay }
    return [announced, end].compactMap { $0 }.min()
  }

  private func latest(_ day: CivilDate, _ others: CivilDate?...) -> CivilDate {
    others.compactMap { $0 }.reduce(day, max)
  }

  /// A note, unless its own words name a later day.
  func note(_ text: String?, of id: String, on day: CivilDate) -> String? {
    guard let known = OsakaKnowledge.notes[id] else { return text }
    return known.isPast(on: day) ? text : nil
  }
}

extension OsakaStory {
  /// Every record, in the order of the kinds and of the file.
  var entries: [SeedEntry] {
    let kinds = [
      [city, contact], principles, strategies, plans, planRevisions, pillars, bodies, items, measurements, meetings,
      updates, documents, terms, figures, contradictions,
    ]
    return kinds.flatMap { $0 }
  }

  private var city: SeedEntry {
    let first = enters.values.min() ?? pageDate
    let aims = facts.goals.map { day($0.id) }.min()
    return SeedEntry(enters: first, changes: [aims]) { today in
      .city(
        City(
          id: "osaka", name: "大阪市", headquarters: "大阪市ICT戦略本部", title: facts.meta.title,
          aim: aims.map { $0 <= today } == true ? "ICTの徹底した活用を前提に、活力と魅力のある大阪をつくる。" : nil,
          note: "事実集のきまり: " + facts.meta.rules.joined(separator: "。") + "。",
          source: Source(facts.meta.page)))
    }
  }

  private var contact: SeedEntry {
    let office = facts.contact
    return SeedEntry(enters: pageDate) { _ in
      .contact(
        Contact(
          id: "contact", office: office.office, postalCode: office.postal, address: office.address,
          telephone: office.tel, fax: office.fax, page: office.pageNo, pageUpdated: office.pageUpdated,
          source: office.origin))
    }
  }
}
