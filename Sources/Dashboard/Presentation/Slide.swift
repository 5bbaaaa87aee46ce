import StrategyModel

/// What a presentation shows at a time: the agenda, a topic of it, or an item.
struct Slide: Equatable {
  /// As the agenda's page numbers it; `nil` for that page itself.
  var number: Int?
  /// The topic of the agenda under which it stands; `nil` for an item that the meeting dealt with beside it.
  var topic: String?
  var item: ItemRow?

  /// The agenda, then each item under its topic, then what the agenda does not name. A topic without items has a slide of
  /// its own, so that each number leads somewhere.
  static func all(of meeting: Meeting, _ items: [ItemRow]) -> [Slide] {
    let rows = Dictionary(items.map { ($0.id, $0) }) { first, _ in first }
    var slides = [Slide()]
    for (index, topic) in meeting.agenda.enumerated() {
      let own = topic.items.compactMap { rows[$0] }
      let shown = own.isEmpty ? [nil] : own.map(Optional.some)
      slides += shown.map { Slide(number: index + 1, topic: topic.title, item: $0) }
    }
    for item in others(of: meeting, items) {
      slides.append(Slide(number: (slides.last?.number ?? 0) + 1, item: item))
    }
    return slides
  }

  /// The items that no topic of the agenda names.
  private static func others(of meeting: Meeting, _ items: [ItemRow]) -> [ItemRow] {
    let named = Set(meeting.agenda.flatMap(\.items))
    return items.filter { !named.contains($0.id) }
  }
}
