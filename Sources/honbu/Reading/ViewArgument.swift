import Dashboard
import StrategyModel
import StrategyStore

/// VIEW or VIEW/ID of the command line, looked up in a store.
struct ViewArgument {
  let text: String
  /// As far as the words tell; the record may be of another kind of the same view.
  private let place: Place

  init(_ text: String) throws {
    self.text = text
    guard let place = Place(viewArgument: text) else {
      let view = String(text.prefix { $0 != "/" })
      let isView = Place.views.contains { $0.rawValue == view }
      throw isView ? CommandFailure.viewWithoutRecords(view) : CommandFailure.unknownView(text)
    }
    self.place = place
  }

  /// - Parameter revision: the revision as of which the record must be there.
  func place(in reader: StoreReader, asOf revision: Int?, filter: String) throws -> Place {
    var found = place
    switch place.subject {
    case nil: break
    case .revision(let number)?:
      let head = try revision ?? reader.head()
      guard number <= head else { throw CommandFailure.unknownRevision(text, head: head) }
    case .record(let key)?:
      let screen = ScreenID(rawValue: String(text.prefix { $0 != "/" }))
      found = try record(key.id, kinds: Place.kinds(under: screen), reader, revision)
    }
    guard !filter.isEmpty else { return found }
    guard found.subject == nil else { throw CommandFailure.filterWithout(view: text) }
    found.filter = filter
    return found
  }

  private func record(_ id: String, kinds: [RecordKind], _ reader: StoreReader, _ revision: Int?) throws -> Place {
    for kind in kinds where try reader.record(RecordKey(kind, id), asOf: revision) != nil {
      return Place(record: RecordKey(kind, id))
    }
    var known: [String] = []
    let listed = kinds.filter { $0 != .measurement && $0 != .review }
    try reader.forEachRecord(kinds: listed, asOf: revision) { record throws(StoreError) in
      known.append(record.key.id)
    }
    let view = text.prefix { $0 != "/" }
    throw CommandFailure.unknownRecord(text, nearest: NearestIDs.of(id, among: known).map { "\(view)/\($0)" })
  }
}

/// Ids that a mistyped one may have meant.
enum NearestIDs {
  static func of(_ id: String, among known: [String], limit: Int = 3) -> [String] {
    let wanted = Array(id.lowercased())
    let scored = known.map { candidate in
      let letters = Array(candidate.lowercased())
      let isPart = !wanted.isEmpty && candidate.lowercased().contains(id.lowercased())
      return (distance: isPart ? 0 : editDistance(wanted, letters), id: candidate)
    }
    return scored.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }.prefix(limit).map(\.id)
  }
}
