import StrategyModel

extension OsakaStory {
  var bodies: [SeedEntry] {
    facts.bodies.map { body in
      let complete = meetingsComplete(of: body)
      let chairKnown = OsakaKnowledge.chairs[body.id]?.lastDay
      return SeedEntry(
        enters: day(body.id),
        changes: [
          complete, chairKnown, body.abolished?.lastDay, OsakaKnowledge.notes[body.id]?.lastDay,
          body.basis.map(day),
        ]
      ) { today in
        let isAbolished = body.abolished?.isPast(on: today) ?? false
        return .body(
          MeetingBody(
            id: body.id, name: body.name, established: body.established,
            abolished: isAbolished ? body.abolished : nil,
            abolishedConfidence: isAbolished ? body.abolishedConfidence ?? .stated : .stated,
            chair: chairKnown.map { $0 > today } == true ? nil : body.chair,
            successor: isAbolished ? body.successor : nil,
            basis: body.basis.flatMap { isKnown($0, on: today) ? $0 : nil },
            meetingCount: complete.map { $0 <= today } == true ? body.meetings : nil,
            facts: isAbolished ? body.abolishedNote.map { [LabelledFact("廃止について", $0)] } ?? [] : [],
            note: note(body.note, of: body.id, on: today), source: body.allSources))
      }
    }
  }

  /// A count of meetings is true from the last of them on.
  private func meetingsComplete(of body: OsakaFacts.Body) -> CivilDate? {
    body.meetings == nil ? nil : facts.meetings.filter { $0.body == body.id }.map(\.date).max()
  }

  var meetings: [SeedEntry] {
    facts.meetings.map { meeting in
      SeedEntry(enters: meeting.date, changes: [OsakaKnowledge.notes[meeting.id]?.lastDay]) { today in
        .meeting(
          Meeting(
            id: meeting.id, body: meeting.body, number: meeting.number, title: meeting.title, date: meeting.date,
            agenda: meeting.agenda.map { AgendaItem($0.title ?? "", source: $0.origin) },
            decisions: meeting.decisions.map { Decision($0.text ?? $0.title ?? "", source: $0.origin) },
            documents: meeting.documents.map { MeetingDocument($0.title ?? "", source: $0.origin) },
            attendees: meeting.attendees, items: items(in: meeting), minutes: meeting.minutes,
            note: note(meeting.note, of: meeting.id, on: today), source: meeting.origin))
      }
    }
  }

  /// `hq_meeting` says that an item stands in the slides of the third meeting, and gives the slides as its source.
  private func items(in meeting: OsakaFacts.Conference) -> [String] {
    let slides = Set(meeting.documents.compactMap(\.source))
    return facts.items.filter { $0.planRelation == "hq_meeting" && $0.source.map(slides.contains) == true }.map(\.id)
  }

  var updates: [SeedEntry] {
    facts.updates.map { update in
      SeedEntry(
        enters: update.date, changes: days(of: update.related) + [OsakaKnowledge.notes[update.id]?.lastDay]
      ) { today in
        .update(
          UpdateEntry(
            id: update.id, list: update.list, order: update.order, date: update.date, title: update.title,
            action: update.action, related: known(update.related, on: today),
            relatedConfidence: update.relatedConfidence ?? .stated,
            note: note(update.note, of: update.id, on: today), source: update.origin))
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
            id: document.id, title: document.title, kind: Self.kinds[document.kind] ?? document.kind,
            date: document.date, posted: document.posted.flatMap { $0 <= today ? $0 : nil },
            revised: document.revised.flatMap { $0.isPast(on: today) ? $0 : nil },
            related: known(document.related, on: today), relatedConfidence: document.relatedConfidence ?? .stated,
            availability: document.textAvailable?.words, source: document.origin))
      }
    }
  }

  private static let kinds = [
    "strategy": "戦略", "action_plan": "アクションプラン", "results": "取組実績", "plan": "計画", "outline": "骨子",
    "guideline": "指針", "rule": "規程", "slides": "説明スライド", "spec": "仕様書",
  ]

  var terms: [SeedEntry] {
    facts.glossary.map { word in
      SeedEntry(enters: day(word.id)) { _ in
        .term(
          Term(
            id: word.id, term: word.term, reading: word.reading, expansion: word.full, meaning: word.meaning,
            source: word.origin))
      }
    }
  }

  var figures: [SeedEntry] {
    facts.figures.map { figure in
      let unit = figure.unit.map(ApproximateUnit.init)
      return SeedEntry(enters: day(figure.id)) { _ in
        .figure(
          Figure(
            id: figure.id, name: figure.name, value: figure.value, whole: figure.of, unit: unit?.name,
            isApproximate: unit?.isApproximate ?? false,
            asOf: figure.asOf ?? figure.fy.map { .fiscalYear(FiscalYear($0)) }, note: figure.note,
            source: figure.origin))
      }
    }
  }

  var contradictions: [SeedEntry] {
    facts.contradictions.map { conflict in
      let kind = Self.conflicts[conflict.kind] ?? conflict.kind
      return SeedEntry(enters: day(conflict.id)) { _ in
        .contradiction(
          Contradiction(
            id: conflict.id, text: conflict.text, related: conflict.related,
            note: (["種類: \(kind)"] + [conflict.note].compactMap { $0 }).joined(separator: "。"),
            source: conflict.origin))
      }
    }
  }

  private static let conflicts = [
    "date": "日付", "name": "名称", "duplicate_label": "同じ見出し", "coverage": "載せた範囲", "order": "並べ方",
    "missing": "記載なし", "wording": "文言", "outcome": "結果", "figure": "数値",
  ]
}

extension OsakaFacts.Body {
  /// The body's own source, then those of its founding and its chair.
  fileprivate var allSources: Source {
    var more: [String] = []
    for address in [establishedSource, chairSource] {
      if let address, address != source, !more.contains(address) { more.append(address) }
    }
    return Source(source, confidence: confidence ?? .stated, more: more)
  }
}
