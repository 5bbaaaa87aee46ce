import StrategyModel
import TextUI

/// What a filter finds among all records, view by view. Each view's own list counts the same.
struct HitsView {
  /// Hits of one view.
  struct Group {
    var screen: ScreenID
    var name: Word
    /// The first of them.
    var shown: [Reference]
    var found: Int
    var total: Int
    /// Latin words were taken for readings.
    var isByReading = false
    /// The share that was looked at so far.
    var searched = 1.0
  }

  static let items = SlotID.other("items")
  static let frameworks = SlotID.other("frameworks")
  static let meetings = SlotID.other("meetings")
  static let updates = SlotID.other("updates")
  static let library = SlotID.other("library")

  /// Records of a view that are listed here.
  private static let listed = 8

  let context: ScreenContext

  /// The questions of the views, asked all at once.
  static func topics(_ filter: String) -> [SlotID: Topic] {
    [
      items: .items(ItemQuery(filter: filter), ItemSpan(count: listed)), frameworks: .frameworks, meetings: .meetings,
      updates: .updates, .revisions: .revisions, library: .library,
    ]
  }

  var groups: [Group] {
    var groups: [Group] = []
    if case .items(let page)? = context.content(Self.items) {
      let shown = page.rows.map { Reference(key: RecordKey(.item, $0.id), title: $0.title) }
      groups.append(
        Group(
          screen: .actions, name: .actions, shown: Array(shown.prefix(Self.listed)), found: page.total,
          total: page.unfiltered, isByReading: page.isByReading, searched: page.searched))
    }
    if case .frameworks(let frameworks)? = context.content(Self.frameworks) {
      groups.append(group(.pillars, .pillars, frameworks.records))
    }
    if case .meetings(let list)? = context.content(Self.meetings) {
      groups.append(group(.meetings, .meetings, list.meetings.map(Record.meeting)))
    }
    if case .updates(let updates)? = context.content(Self.updates) {
      let revisions = if case .revisions(let list)? = context.content(.revisions) { list } else { [Revision]() }
      groups.append(group(.updates, .updates, updates.map(Record.update), revisions))
    }
    if case .library(let library)? = context.content(Self.library) {
      groups.append(group(.documents, .documents, library.records))
    }
    return groups
  }

  /// - Parameter revisions: what the view lists beside its records; counted, not shown here.
  private func group(
    _ screen: ScreenID, _ name: Word, _ records: [Record], _ revisions: [Revision] = []
  ) -> Group {
    var found = records.filter(context.passes)
    var others = revisions.count(where: context.passes)
    // As in the view's own list: Latin words that stand nowhere in it are readings.
    let isByReading = found.isEmpty && others == 0
    if isByReading {
      found = records.filter(readingContext.passes)
      others = revisions.count(where: readingContext.passes)
    }
    let shown = found.prefix(Self.listed).map { Reference(key: $0.key, title: $0.title, date: $0.day) }
    return Group(
      screen: screen, name: name, shown: Array(shown), found: found.count + others,
      total: records.count + revisions.count, isByReading: isByReading && found.count + others > 0)
  }

  private var readingContext: ScreenContext {
    var reading = context
    reading.readLatinWords()
    return reading
  }

  func pane(columns: Int) -> Pane {
    Pane(id: "hits", list: written(columns).rows, columns: columns, emptyText: context.emptyText)
  }

  var outline: [OutlinePart] {
    let parts = written(context.columns).parts
    return parts.isEmpty ? [.paragraph(OutlineText(context.words(.nothingMatches), .faint))] : parts
  }

  private func written(_ columns: Int) -> RowWriter {
    let groups = groups
    // Readings are marked only where some list took the words for them.
    let marking = groups.contains(where: \.isByReading) ? readingContext : context
    var writer = RowWriter(marking, columns: Pane.textColumns(columns))
    for group in groups where group.found > 0 {
      writer.door(
        "\(context.words(group.name))  \(context.words.count(group.found))", style: .heading,
        to: .view(group.screen, filter: context.place.filter))
      for reference in group.shown { writer.link(reference) }
      if group.found > group.shown.count {
        writer.door(
          context.words.more(group.found - group.shown.count), style: .faint,
          to: .view(group.screen, filter: context.place.filter))
      }
    }
    return writer
  }
}

extension Frameworks {
  /// Everything that the view of pillars lists.
  public var records: [Record] {
    goals.map(Record.principle)
      + editions.flatMap { edition in
        [.strategy(edition.strategy)] + edition.pillars.map { .pillar($0.pillar) }
          + (edition.stances + edition.visions).map(Record.principle)
      }
      + plans.flatMap { plan in
        [.plan(plan.plan)] + plan.revisions.map(Record.planRevision) + plan.visions.map(Record.principle)
      }
      + onlineIdeals.map(Record.principle)
  }
}

extension Library {
  /// Everything that the view of documents lists.
  public var records: [Record] {
    documents.map(Record.document) + bodies.map(Record.body) + figures.map(Record.figure) + terms.map(Record.term)
      + contradictions.map(Record.contradiction) + contacts.map(Record.contact)
  }
}

extension Record {
  /// The day that stands before a record in a list by date.
  fileprivate var day: PartialDate? {
    switch self {
    case .meeting(let value): .day(value.date)
    case .update(let value): .day(value.date)
    case .document(let value): value.date
    case .plan(let value): value.adopted
    case .strategy(let value): value.adopted
    default: nil
    }
  }
}
