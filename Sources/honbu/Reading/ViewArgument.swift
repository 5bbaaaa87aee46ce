import Dashboard
import StrategyModel
import StrategyStore

/// VIEW or VIEW/ID of the command line, looked up in a store.
struct ViewArgument {
  let text: String
  /// As far as the words tell; the record may be of another kind of the same view.
  private let place: Place
  /// The ends of a difference, to be looked up.
  private let ends: DifferenceEnds?

  init(_ text: String) throws {
    self.text = text
    if let written = Place.ends(viewArgument: text) {
      ends = try DifferenceEnds(written.from, written.to, in: text)
      place = Place(differenceFrom: 0, to: 0)
      return
    }
    ends = nil
    guard let place = Place(viewArgument: text) else {
      let view = String(text.prefix { $0 != "/" })
      let isView = Place.views.contains { $0.rawValue == view }
      throw isView ? CommandFailure.viewWithoutRecords(view) : CommandFailure.unknownView(text)
    }
    self.place = place
  }

  /// - Parameter revision: the revision as of which the record must be there.
  func place(in reader: StoreReader, asOf revision: Int?, filter: String) throws -> Place {
    var found = try ends.map { try $0.place(in: reader, asOf: revision) } ?? place
    switch place.subject {
    case nil: break
    case .difference(_, let number)?:
      let head = try revision ?? reader.head()
      guard ends != nil || number <= head else { throw CommandFailure.unknownRevision(text, head: head) }
    case .record(let key)?:
      let screen = ScreenID(rawValue: String(text.prefix { $0 != "/" }))
      found = try record(key.id, kinds: Place.kinds(under: screen), reader, revision)
    }
    guard !filter.isEmpty else { return found }
    guard found.subject == nil || found.screen == .difference else { throw CommandFailure.filterWithout(view: text) }
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

/// A and B of a difference, as the command line names them.
struct DifferenceEnds {
  private enum End {
    /// The time before the first revision.
    case beforeFirst
    case point(PointInTime)
    case latest
  }

  private let from: End
  private let to: End

  /// - Parameters:
  ///   - from: WHEN, or `r0` for the time before the first revision.
  ///   - to: the same; empty for the latest.
  ///   - argument: what a message shows.
  init(_ from: String, _ to: String, in argument: String) throws {
    self.from = try DifferenceEnds.end(from, in: argument)
    self.to = to.isEmpty ? .latest : try DifferenceEnds.end(to, in: argument)
  }

  private static func end(_ text: String, in argument: String) throws -> End {
    text == "r0" ? .beforeFirst : .point(try Choices.point(text, option: argument))
  }

  /// - Parameter revision: what counts as the latest; no end may lie behind it.
  func place(in reader: StoreReader, asOf revision: Int?) throws -> Place {
    let (first, last) = (try number(from, reader, revision), try number(to, reader, revision))
    if let revision, max(first, last) > revision {
      throw CommandFailure.endAfterRevision(end: max(first, last), at: revision)
    }
    return Place(differenceFrom: first, to: last)
  }

  private func number(_ end: End, _ reader: StoreReader, _ revision: Int?) throws -> Int {
    switch end {
    case .beforeFirst: 0
    case .point(let point): try reader.revision(at: point).number
    case .latest: try revision ?? reader.head()
    }
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
