import StrategyModel

extension [OutlinePart] {
  /// What an empty list says in the place of its rows.
  func orEmpty(_ context: ScreenContext) -> [OutlinePart] {
    guard isEmpty else { return self }
    return [.paragraph(OutlineText(context.words(context.filter == nil ? .empty : .nothingMatches), .faint))]
  }
}

extension ScreenContext {
  func counted(_ word: Word, _ count: Int) -> OutlinePart { counted(words(word), count) }

  func counted(_ name: String, _ count: Int) -> OutlinePart {
    .heading(OutlineText(name) + OutlineText("  \(words.count(count))", .faint), level: 2)
  }

  /// A day as people write it here, and as a spreadsheet knows it.
  func dateCell(_ day: CivilDate) -> OutlineCell { OutlineCell(calendar.text(day), datum: .text(day.iso)) }

  func dateCell(_ date: PartialDate?) -> OutlineCell {
    guard let date else { return unknownCell }
    return OutlineCell(date.text(calendar), datum: .text(date.code))
  }

  var unknownCell: OutlineCell { OutlineCell(words(.unknown), .unknown, datum: .empty) }

  func textCell(_ text: String?) -> OutlineCell { text.map { OutlineCell($0) } ?? unknownCell }

  /// A number of things; none on record is 未記載, not 0.
  func recordedCountCell(_ count: Int) -> OutlineCell {
    count == 0 ? unknownCell : OutlineCell(words.count(count), datum: .number(Double(count)))
  }

  var phaseOutlineColumns: [OutlineColumn] {
    BoardView.allLanes.map { OutlineColumn(words.phase($0), isNumber: true) }
      + [OutlineColumn(words(.total), isNumber: true)]
  }

  func phaseCells(_ counts: PhaseCounts) -> [OutlineCell] {
    (BoardView.allLanes.map { counts[$0] } + [counts.total]).map {
      OutlineCell($0 == 0 ? words.dot : words.grouped($0), $0 == 0 ? .faint : .text, datum: .number(Double($0)))
    }
  }

  var updateColumns: [OutlineColumn] {
    [
      OutlineColumn(words(.title)), OutlineColumn(words(.date)), OutlineColumn(words(.action)),
      OutlineColumn(words(.author), isDataOnly: true), OutlineColumn(words(.id), isDataOnly: true),
    ]
  }

  func updateRow(_ update: UpdateEntry) -> OutlinePart {
    .row(
      [
        OutlineCell(update.title), dateCell(update.date), OutlineCell(words.updateAction(update.action)),
        OutlineCell("", datum: .empty), OutlineCell(update.id, .faint),
      ], of: RecordKey(.update, update.id))
  }
}

extension MeetingsView {
  var outline: [OutlinePart] {
    let columns = [
      OutlineColumn(words(.meetings)), OutlineColumn(words(.date)), OutlineColumn(words(.agenda), isNumber: true),
      OutlineColumn(words(.decisions), isNumber: true), OutlineColumn(words(.id), isDataOnly: true),
    ]
    return groups.flatMap { group in
      [context.counted(group.name, group.meetings.count), .table(columns)]
        + group.meetings.map { meeting in
          .row(
            [
              OutlineCell(meeting.title), context.dateCell(meeting.date),
              context.recordedCountCell(meeting.agenda.count), context.recordedCountCell(meeting.decisions.count),
              OutlineCell(meeting.id, .faint),
            ], of: RecordKey(.meeting, meeting.id))
        }
    }
  }
}

extension UpdatesView {
  var outline: [OutlinePart] {
    let lists = [(UpdateEntry.List.history, Word.history), (.news, .news)].flatMap { list, word -> [OutlinePart] in
      let entries = shown(list)
      guard !entries.isEmpty else { return [] }
      return [context.counted(word, entries.count), .table(context.updateColumns)] + entries.map(context.updateRow)
    }
    let revisions = shownRevisions
    guard !revisions.isEmpty else { return lists }
    var columns = context.updateColumns
    // Here it is a revision's author and number that one looks for.
    for index in columns.indices { columns[index].isDataOnly = false }
    columns[2].isDataOnly = true
    return lists + [context.counted(.revisions, revisions.count), .table(columns)]
      + revisions.map { revision in
        .row([
          OutlineCell(revision.title), context.dateCell(revision.effective), OutlineCell(words(.revision)),
          OutlineCell(revision.author), OutlineCell("r\(revision.number)", .faint),
        ])
      }
  }
}

extension DocumentsView {
  var outline: [OutlinePart] {
    documentsPart + bodiesPart + figuresPart + writtenTerms(context.columns).parts
  }

  private var id: OutlineColumn { OutlineColumn(words(.id), isDataOnly: true) }

  private var documentsPart: [OutlinePart] {
    guard !shownDocuments.isEmpty else { return [] }
    let columns = [OutlineColumn(words(.title)), OutlineColumn(words(.date)), OutlineColumn(words(.kind)), id]
    return [context.counted(.documents, shownDocuments.count), .table(columns)]
      + shownDocuments.map {
        .row(
          [
            OutlineCell($0.title), context.dateCell($0.date), OutlineCell($0.kind), OutlineCell($0.id, .faint),
          ], of: RecordKey(.document, $0.id))
      }
  }

  private var bodiesPart: [OutlinePart] {
    guard !shownBodies.isEmpty else { return [] }
    let columns = [
      OutlineColumn(words(.body)), OutlineColumn(words(.established)), OutlineColumn(words(.chair)), id,
    ]
    return [context.counted(.bodies, shownBodies.count), .table(columns)]
      + shownBodies.map {
        .row(
          [
            OutlineCell($0.name), context.dateCell($0.established), context.textCell($0.chair),
            OutlineCell($0.id, .faint),
          ], of: RecordKey(.body, $0.id))
      }
  }

  private var figuresPart: [OutlinePart] {
    guard !shownFigures.isEmpty else { return [] }
    let columns = [
      OutlineColumn(words(.figures)), OutlineColumn(words(.value), isNumber: true), OutlineColumn(words(.asOfDate)), id,
    ]
    return [context.counted(.figures, shownFigures.count), .table(columns)]
      + shownFigures.map {
        .row(
          [
            OutlineCell($0.name), OutlineCell(words.figure($0), datum: .number($0.value)), context.dateCell($0.asOf),
            OutlineCell($0.id, .faint),
          ], of: RecordKey(.figure, $0.id))
      }
  }
}

extension PillarsView {
  var outline: [OutlinePart] {
    frameworks.editions.reversed().flatMap(edition) + frameworks.plans.reversed().flatMap(plan)
      + writtenPrinciples(context.columns).parts
  }

  private func edition(_ edition: Frameworks.Edition) -> [OutlinePart] {
    let strategy = edition.strategy
    let pillars = edition.pillars.filter { context.passes(.pillar($0.pillar)) }
    guard !pillars.isEmpty || context.passes(.strategy(strategy)) else { return [] }
    let head = heading(.strategy(strategy), strategy.adopted, words.editionStatus(strategy.status))
    guard !pillars.isEmpty else { return head }
    return head + [.table([OutlineColumn(words(.pillars))] + context.phaseOutlineColumns)]
      + pillars.map { entry in
        .row(
          [OutlineCell("\(entry.pillar.order) \(entry.pillar.name)")] + context.phaseCells(entry.phases),
          of: RecordKey(.pillar, entry.pillar.id))
      }
  }

  private func plan(_ entry: Frameworks.PlanEdition) -> [OutlinePart] {
    let plan = entry.plan
    let revisions = entry.revisions.filter { context.passes(.planRevision($0)) }
    guard !revisions.isEmpty || context.passes(.plan(plan)) else { return [] }
    let hasEnded = plan.hasEnded(by: context.today) == true
    return heading(.plan(plan), plan.adopted, hasEnded ? words(.periodEnded) : words.editionStatus(plan.status))
      + revisions.map {
        .point(
          OutlineText("\(context.calendar.text($0.date))  \(words(.planRevisions))"),
          of: RecordKey(.planRevision, $0.id))
      }
  }

  private func heading(_ record: Record, _ adopted: PartialDate?, _ status: String) -> [OutlinePart] {
    [
      .heading(OutlineText(record.title), level: 2),
      .field(label: words(.adopted), context.dateCell(adopted).text),
      .field(label: words(.status), OutlineText(status)),
    ]
  }
}
