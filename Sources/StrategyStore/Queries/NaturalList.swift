import GRDB
import StrategyModel
import Synchronization
import TextSearch

/// All items, or those of one lane of the board, in the order in which they entered, as of a revision.
///
/// A window of such a list comes from an index by keyset, however long the list is: from the nearest row whose place is
/// known, its top and its end among them.
struct NaturalList: Hashable {
  private enum Lane: Hashable {
    case all
    case phase(Phase?)
  }

  private let lane: Lane
  private let asOf: Int

  /// - Returns: `nil` for a query that asks for anything else.
  init?(_ query: ItemQuery, _ filter: FilterQuery, asOf: Int) {
    guard query.sort == .natural, query.grouping == nil else { return nil }
    self.asOf = asOf
    if filter.isEmpty {
      lane = .all
    } else if filter.clauses.count == 1, let term = filter.clauses[0].terms.first, filter.clauses[0].terms.count == 1,
      !term.isNegated, case .phase(let phase) = term.test
    {
      lane = .phase(phase)
    } else {
      return nil
    }
  }

  fileprivate var phases: [Phase?] {
    switch lane {
    case .all: [nil] + Phase.allCases
    case .phase(let phase): [phase]
    }
  }
}

/// A row of a list whose place is known: so many rows stand before it, and it is the first that entered from then on.
struct Landmark {
  var position: Int
  var entered: Int
}

/// Places in lists from which a window near them is found.
final class LandmarkCache: Sendable {
  private let lists = Mutex<[NaturalList: [Landmark]]>([:])
  private let mostLists = 32
  private let mostLandmarks = 64

  func keep(_ landmark: Landmark, in list: NaturalList) {
    lists.withLock { lists in
      if lists[list] == nil, lists.count >= mostLists { lists.removeAll() }
      var known = lists[list] ?? []
      guard !known.contains(where: { $0.position == landmark.position }) else { return }
      if known.count >= mostLandmarks { known.removeFirst() }
      known.append(landmark)
      lists[list] = known
    }
  }

  subscript(list: NaturalList) -> [Landmark] { lists.withLock { $0[list] ?? [] } }

  func removeAll() { lists.withLock { $0.removeAll() } }
}

extension LedgerView {
  func page(
    of list: NaturalList, _ span: ItemSpan, isDescending: Bool, landmarks: LandmarkCache, today: CivilDate
  ) throws -> ItemPage {
    var counts = PhaseCounts()
    for (_, phases) in try pillarCounts() { counts.add(phases) }
    let unfiltered = counts.total
    for phase in [nil] + Phase.allCases where !list.phases.contains(phase) { counts[phase] = 0 }
    let total = counts.total
    let walk = NaturalWalk(view: self, list: list, total: total, landmarks: landmarks)
    var anchor: Int?
    var start: Int
    switch span.anchor {
    case .position(let position): start = position
    case .item(let id):
      anchor = try walk.position(ofItem: id).map { isDescending ? total - 1 - $0 : $0 }
      start = anchor.map { span.start(around: $0) } ?? 0
    }
    let count = min(max(span.count, 0), total)
    start = max(0, min(start, total - count))
    var versions = try walk.versions(from: isDescending ? total - start - count : start, count: count)
    if isDescending { versions.reverse() }
    return ItemPage(
      total: total, unfiltered: unfiltered, start: start,
      rows: try itemRows(versions, today: today, timing: span.timing, wantsKPIs: span.wantsKPIs),
      phases: counts, anchorPosition: anchor)
  }
}

/// Steps through the index of a list.
private struct NaturalWalk {
  let view: LedgerView
  let list: NaturalList
  let total: Int
  let landmarks: LandmarkCache

  func versions(from start: Int, count: Int) throws -> [Int] {
    guard count > 0, let first = try landmark(at: start) else { return [] }
    let rows = try self.rows(from: first.entered, isForward: true, skip: 0, limit: count)
    if let last = rows.last, rows.count == count {
      landmarks.keep(Landmark(position: start + count - 1, entered: last.entered), in: list)
    }
    return rows.map(\.version)
  }

  /// The row at a position, found from the nearest landmark.
  private func landmark(at position: Int) throws -> Landmark? {
    let top = Landmark(position: 0, entered: 0)
    let end = Landmark(position: total, entered: try bound())
    let nearest = ([top, end] + landmarks[list]).min { abs($0.position - position) < abs($1.position - position) }
    guard let nearest, nearest.position != position else { return nearest }
    let isForward = nearest.position < position
    let steps = abs(nearest.position - position)
    let row = try rows(
      from: nearest.entered, isForward: isForward, skip: isForward ? steps : steps - 1, limit: 1
    ).first
    guard let row else { return nil }
    let found = Landmark(position: position, entered: row.entered)
    landmarks.keep(found, in: list)
    return found
  }

  /// - Returns: the item's place; `nil` when the list does not hold it.
  func position(ofItem id: String) throws -> Int? {
    let row = try Row.fetchOne(
      try view.db.cachedStatement(
        sql: "SELECT entered, phase FROM item_row WHERE id = ?1 AND since <= ?2 AND until > ?2"),
      arguments: [id, view.asOf])
    guard let row else { return nil }
    let entered: Int = row[0]
    let phase: Int? = row[1]
    guard list.phases.contains(phase.flatMap(Phase.init(rawValue:))) else { return nil }
    let before = landmarks[list].filter { $0.entered <= entered }.max { $0.entered < $1.entered }
    let from = before ?? Landmark(position: 0, entered: 0)
    let parts = Array(
      repeating: """
        SELECT count(*) AS rows FROM item_row
        WHERE phase IS ? AND entered >= ? AND entered < ? AND since <= ? AND until > ?
        """, count: list.phases.count)
    let arguments = list.phases.flatMap { phase -> [(any DatabaseValueConvertible)?] in
      [phase?.rawValue, from.entered, entered, view.asOf, view.asOf]
    }
    let between = try Int.fetchOne(
      try view.db.cachedStatement(sql: "SELECT sum(rows) FROM (\(parts.joined(separator: " UNION ALL ")))"),
      arguments: StatementArguments(arguments))
    return from.position + (between ?? 0)
  }

  /// Rows from an entry on (forward, with it; backward, without it), nearest first.
  private func rows(from entered: Int, isForward: Bool, skip: Int, limit: Int) throws -> [(entered: Int, version: Int)]
  {
    let part = """
      SELECT entered, version FROM item_row
      WHERE phase IS ? AND entered \(isForward ? ">=" : "<") ? AND since <= ? AND until > ?
      """
    let arguments = list.phases.flatMap { phase -> [(any DatabaseValueConvertible)?] in
      [phase?.rawValue, entered, view.asOf, view.asOf]
    }
    let rows = try Row.fetchCursor(
      try view.db.cachedStatement(
        sql: Array(repeating: part, count: list.phases.count).joined(separator: " UNION ALL ")
          + " ORDER BY entered\(isForward ? "" : " DESC") LIMIT ?"),
      arguments: StatementArguments(arguments + [skip + limit]))
    var found: [(entered: Int, version: Int)] = []
    var passed = 0
    while let row = try rows.next() {
      passed += 1
      if passed > skip { found.append((row[0], row[1])) }
    }
    return found
  }

  /// An entry after all that count as of the revision: later ones need not be walked through from the end.
  private func bound() throws -> Int {
    let last = try Int.fetchOne(
      try view.db.cachedStatement(
        sql: "SELECT max(number) FROM version WHERE since = (SELECT max(since) FROM version WHERE since <= ?)"),
      arguments: [view.asOf])
    return (last ?? 0) + 1
  }
}
