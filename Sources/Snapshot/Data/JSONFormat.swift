import Dashboard
import StrategyModel

/// A view as data, schema 1: `{"schema":1,"view":"actions","revision":7,…,"items":[…],"command":…}`.
///
/// `items` are the records that the view shows, each with its `kind` and `id`; `counts` is what a view counts beside
/// them. Values are as exact as the store has them: codes and numbers, not words.
struct JSONFormat: AnswerFormat {
  static let schema = 1

  private let view: ShownView
  private let order: SnapshotOrder
  private let today: CivilDate
  /// An item waits for the next one, which puts a comma behind it.
  private var last: String?
  private var isOpen = false
  private var told: Set<RecordKey> = []

  /// - Parameter view: answers which records pass the filter and which are marked.
  init(_ view: ShownView, order: SnapshotOrder, today: CivilDate) {
    self.view = view
    self.order = order
    self.today = today
  }

  func begin(_ header: SnapshotHeader) -> [String] {
    let place = order.place.viewArgument.split(separator: "/", maxSplits: 1).map(String.init)
    let head: [(String, JSONValue?)] = [
      ("schema", .whole(Self.schema)), ("view", .text(place[0])), ("id", .text(place.dropFirst().first)),
      ("city", .text(header.city.name)), ("headquarters", .text(header.city.headquarters)),
      ("fictional", header.city.isFictional ? .flag(true) : nil),
      ("title", .text(header.title)), ("revision", .whole(header.asOf.number)), ("hash", .text(header.asOf.hash)),
      ("effective", .text(header.asOf.effective.iso)), ("today", .text(today.iso)),
      ("since", .whole(order.since)), ("filter", order.place.filter.isEmpty ? nil : .text(order.place.filter)),
    ]
    return ["{" + JSONValue.members(head) + ","]
  }

  mutating func answer(_ answer: Answer) throws -> [String] {
    var lines: [String] = []
    if !isOpen, let counts = JSONCounts.of(answer.content) { lines.append("\"counts\":\(counts.written),") }
    if !isOpen {
      isOpen = true
      lines.append("\"items\":[")
    }
    for item in try JSONItems(view: view, hasMarks: order.since != nil).of(answer) {
      if let key = item.key, !told.insert(key).inserted { continue }
      if let last { lines.append(last + ",") }
      last = item.value.written
    }
    return lines
  }

  func end() -> [String] { isOpen ? (last.map { [$0] } ?? []) + ["],"] : ["\"items\":[],"] }

  func proof(_ proof: SnapshotProof) -> [String] {
    let entries: [(String, JSONValue?)] = [
      ("command", .text(proof.command)), ("layout", .whole(SnapshotProof.layout)),
      ("recordsSHA256", .text(proof.records)),
    ]
    return entries.map { JSONValue.members([$0]) + "," }
  }

  func seal(_ digest: String) -> [String] { [JSONValue.members([("bodySHA256", .text(digest))]) + "}"] }
}
