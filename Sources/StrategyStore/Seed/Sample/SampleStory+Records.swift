import StrategyModel

extension SampleStory {
  var meetings: [SeedEntry] {
    facts.meetings.map { meeting in
      let record = source("\(meeting.title) 議事の記録")
      return SeedEntry(enters: meeting.date) { _ in
        .meeting(
          Meeting(
            id: meeting.id, body: meeting.body, number: meeting.number, title: meeting.title, date: meeting.date,
            agenda: meeting.agenda.map { AgendaItem($0.title ?? "", items: $0.items ?? [], source: record) },
            decisions: (meeting.decisions ?? []).map { Decision($0.text ?? "", items: $0.items ?? [], source: record) },
            documents: meeting.documents.map { MeetingDocument($0, source: record) }, attendees: meeting.attendees,
            items: meeting.items, minutes: meeting.minutes, note: meeting.note, source: record))
      }
    }
  }

  /// The history is listed from new to old, the news from old to new, as many cities do.
  var updates: [SeedEntry] {
    let history = facts.updates.filter { $0.list == .history }.map(\.id)
    let news = facts.updates.filter { $0.list == .news }.map(\.id)
    let places = Dictionary(
      (Array(history.reversed()).enumerated().map { ($1, $0 + 1) } + news.enumerated().map { ($1, $0 + 1) }),
      uniquingKeysWith: { first, _ in first })
    return facts.updates.map { update in
      SeedEntry(enters: update.date, changes: days(of: update.related)) { today in
        .update(
          UpdateEntry(
            id: update.id, list: update.list, order: places[update.id] ?? 0, date: update.date, title: update.title,
            action: update.action, related: known(update.related, on: today), note: update.note,
            source: source("デジタル戦略のページ")))
      }
    }
  }

  var documents: [SeedEntry] {
    facts.documents.map { document in
      SeedEntry(
        enters: day(document.id), changes: days(of: document.related) + [document.revised?.lastDay, document.posted]
      ) { today in
        .document(
          Document(
            id: document.id, title: document.title, kind: document.kind, date: document.date,
            posted: document.posted.flatMap { $0 <= today ? $0 : nil },
            revised: document.revised.flatMap { $0.isPast(on: today) ? $0 : nil },
            related: known(document.related, on: today), availability: document.availability, note: document.note,
            source: source(document.title)))
      }
    }
  }

  var terms: [SeedEntry] {
    facts.terms.enumerated().map { number, word in
      SeedEntry(enters: start) { _ in
        .term(
          Term(
            id: "term-\(number + 1)", term: word.term, reading: word.reading, expansion: word.expansion,
            meaning: word.meaning, source: source("見本市デジタル戦略 6 用語")))
      }
    }
  }

  var figures: [SeedEntry] {
    facts.figures.map { figure in
      SeedEntry(enters: day(figure.id)) { _ in
        .figure(
          Figure(
            id: figure.id, name: figure.name, value: figure.value, whole: figure.whole, unit: figure.unit,
            isApproximate: figure.isApproximate ?? false, asOf: figure.asOf, note: figure.note,
            source: source("市の統計")))
      }
    }
  }

  var contradictions: [SeedEntry] {
    facts.contradictions.map { conflict in
      SeedEntry(enters: day(conflict.id)) { _ in
        .contradiction(
          Contradiction(
            id: conflict.id, text: conflict.text, related: conflict.related, note: conflict.note,
            source: source("デジタル戦略のページ")))
      }
    }
  }
}
