import GRDB
import StrategyModel
import Synchronization

/// The years that the plans of all items span, by revision. What counted as of a revision never changes.
final class ItemYearsCache: Sendable {
  private let known = Mutex<[Int: ClosedRange<Int>?]>([:])
  private let most = 16

  subscript(revision: Int) -> ClosedRange<Int>?? { known.withLock { $0[revision] } }

  func keep(_ years: ClosedRange<Int>?, asOf revision: Int) {
    known.withLock { known in
      if known.count >= most { known.removeAll() }
      known[revision] = .some(years)
    }
  }

  func removeAll() { known.withLock { $0.removeAll() } }
}

extension StoreReader {
  private static let slice = 20_000

  /// The fiscal years that schedules, budgets, starts, ends and due dates of all items span.
  ///
  /// The scale of a timeline is fitted to all items, not to those in sight or those that a filter finds: it would jump
  /// with every window, and a snapshot, which reads other windows than the screen, would differ from what was seen. What
  /// happened before or after these years is only pointed at.
  ///
  /// - Returns: `nil` when nobody waited for it any more, `.some(nil)` where no item has a year.
  func itemYears(asOf: Int, while isWanted: SearchPatience) throws(StoreError) -> ClosedRange<Int>?? {
    if let known = years[asOf] { return known }
    var span: ClosedRange<Int>?
    var last: Int? = 0
    while let version = last {
      guard isWanted() else { return nil }
      // 11 ms at 20,000 rows a slice: a writer never waits longer.
      let slice = try read(asOf: asOf) { view in try view.itemYears(after: version, limit: StoreReader.slice) }
      span = union(span, slice.years)
      last = slice.last
    }
    span = union(span, try read(asOf: asOf) { view in try view.dueYears() })
    years.keep(span, asOf: asOf)
    return .some(span)
  }

  private func union(_ one: ClosedRange<Int>?, _ other: ClosedRange<Int>?) -> ClosedRange<Int>? {
    guard let one, let other else { return one ?? other }
    return min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
  }
}

extension LedgerView {
  fileprivate func itemYears(after version: Int, limit: Int) throws -> (years: ClosedRange<Int>?, last: Int?) {
    let rows = try Row.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT max(version), min(CASE WHEN since <= ?1 AND until > ?1 AND first_year >= ?4 THEN first_year END),
            max(CASE WHEN since <= ?1 AND until > ?1 AND last_year <= ?5 THEN last_year END)
          FROM (SELECT version, since, until, first_year, last_year FROM item_row WHERE version > ?2
            ORDER BY version LIMIT ?3)
          """),
      arguments: [asOf, version, limit, FiscalYear.known.lowerBound, FiscalYear.known.upperBound])
    guard let rows, let last: Int = rows[0] else { return (nil, nil) }
    // In a damaged file the tree can lead back to rows before: a scan that does not advance would never end.
    guard last > version else { throw StoreError.damaged(path: "", detail: "表の並びが正しくありません") }
    guard let first: Int = rows[1], let end: Int = rows[2], first <= end else { return (nil, last) }
    return (first...end, last)
  }

  /// From the first day and the last on which a target is due, by their counts.
  fileprivate func dueYears() throws -> ClosedRange<Int>? {
    let ends = try Row.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT min(key), max(key) FROM facet_count
          WHERE facet = '\(Facet.due.rawValue)' AND since <= ?1 AND until > ?1
          """), arguments: [asOf])
    func year(_ column: Int) -> Int? {
      let day: String? = ends?[column]
      return day.flatMap { CivilDate(iso: $0) }?.fiscalYear.year
    }
    guard let first = year(0), let last = year(1) else { return nil }
    return first...max(first, last)
  }
}
