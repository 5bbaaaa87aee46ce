extension Record {
  /// All texts in which a record of a list can be found, without ids and addresses.
  ///
  /// Of an action item a store keeps them folded; see `FilterSubject`.
  public var texts: [String?] {
    switch self {
    case .city(let value): [value.name, value.headquarters, value.title]
    case .contact(let value): [value.office, value.postalCode, value.address, value.telephone, value.fax, value.page]
    case .principle(let value): [value.text, value.note]
    case .strategy(let value):
      [value.title, value.edition, value.adoptedNote, value.note] + value.chapters + value.facts.texts
    case .plan(let value): [value.title, value.edition, value.adoptedNote, value.note] + value.facts.texts
    case .planRevision(let value): [value.dateNote] + value.points + value.knownChanges.texts
    case .pillar(let value): [value.name, value.theme, value.englishName, value.note]
    case .body(let value): [value.name, value.chair, value.note] + value.facts.texts
    case .item(let value): [value.title, value.reading, value.summary, value.department, value.note]
    case .measurement(let value): [value.kpi]
    case .review(let value): [value.reviewer, value.note]
    case .meeting(let value):
      [value.title, value.minutes, value.note] + value.agenda.map(\.title) + value.decisions.map(\.text)
        + value.documents.map(\.title) + value.attendees
    case .update(let value):
      [value.title, value.note, value.date.wareki, value.date.iso, value.action.name, value.action.rawValue]
    case .document(let value): [value.title, value.kind, value.availability, value.note]
    case .term(let value): [value.term, value.reading, value.expansion, value.meaning]
    case .figure(let value): [value.name, value.note]
    case .contradiction(let value): [value.text, value.note]
    }
  }
}

extension [LabelledFact] {
  fileprivate var texts: [String] { flatMap { [$0.label, $0.text] } }
}
