import GRDB
import StrategyModel
import Synchronization

/// The last few differences. They never go stale: what a revision did does not change.
final class DifferenceCache: Sendable {
  private struct Page {
    var query: DifferenceQuery
    var today: CivilDate
    var difference: LedgerDifference
  }

  private struct List {
    var query: DifferenceQuery
    var today: CivilDate
    var list: DifferenceList
  }

  private let known = Mutex<[DifferenceEntries]>([])
  private let lists = Mutex<[List]>([])
  private let pages = Mutex<[Page]>([])
  private let limit = 4

  subscript(from: Int, to: Int) -> DifferenceEntries? {
    known.withLock { known in known.first { $0.from == from && $0.to == to } }
  }

  func keep(_ entries: DifferenceEntries) {
    known.withLock { known in
      known.append(entries)
      if known.count > limit { known.removeFirst() }
    }
  }

  func list(_ query: DifferenceQuery, today: CivilDate) -> DifferenceList? {
    lists.withLock { lists in lists.first { $0.query.isSameList(as: query) && $0.today == today }?.list }
  }

  func keep(_ list: DifferenceList, for query: DifferenceQuery, today: CivilDate) {
    lists.withLock { lists in
      lists.append(List(query: query, today: today, list: list))
      if lists.count > limit { lists.removeFirst() }
    }
  }

  func page(_ query: DifferenceQuery, today: CivilDate) -> LedgerDifference? {
    pages.withLock { pages in pages.first { $0.query == query && $0.today == today }?.difference }
  }

  func keep(_ difference: LedgerDifference, for query: DifferenceQuery, today: CivilDate) {
    pages.withLock { pages in
      pages.append(Page(query: query, today: today, difference: difference))
      if pages.count > limit { pages.removeFirst() }
    }
  }

  func removeAll() {
    known.withLock { $0.removeAll() }
    lists.withLock { $0.removeAll() }
    pages.withLock { $0.removeAll() }
  }
}

/// What a filter finds of a difference.
struct DifferenceList: Sendable {
  var entries: [DifferenceEntries.Entry]
  var sizes: [LedgerDifference.Heading: Int]
}

extension StoreReader {
  /// - Parameters: revision numbers, 0 for the time before the first; either may be the later one.
  /// - Returns: `nil` when nobody waited for them any more.
  func differenceEntries(
    from: Int, to: Int, while isWanted: SearchPatience
  ) throws(StoreError) -> DifferenceEntries? {
    if let known = differences[from, to] { return known }
    var scan = DifferenceScan(after: min(from, to), through: max(from, to))
    var records: [DifferingRecord] = []
    while !scan.isDone {
      guard isWanted() else { return nil }
      records += try read { db in try scan.next(db) }
    }
    if from > to { records = records.map(\.reversed) }
    var found = DifferenceEntries(from: from, to: to, entries: [], counts: [:], pillarNames: [:])
    for record in records { found.counts[record.kind, default: [:]][record.change, default: 0] += 1 }
    let isOwned = { (record: DifferingRecord) in record.kind == .measurement || record.kind == .review }
    found.entries = records.filter { !isOwned($0) }.map { .init(kind: $0.kind, old: $0.old, new: $0.new) }
    try add(records.filter(isOwned), to: &found)
    try rank(&found)
    found.sort()
    differences.keep(found)
    return found
  }

  /// Puts measurements and reviews to their items; one without an item stands for itself.
  private func add(_ owned: [DifferingRecord], to found: inout DifferenceEntries) throws(StoreError) {
    guard !owned.isEmpty else { return }
    var places: [Int: Int] = [:]
    for (place, entry) in found.entries.enumerated() where entry.kind == .item {
      for case let version? in [entry.old, entry.new] { places[version] = place }
    }
    let owners = try owners(of: owned, found)
    for record in owned {
      let items = [record.old, record.new].compactMap { $0.flatMap { owners[$0] } }
      if items.isEmpty { found.entries.append(.init(kind: record.kind, old: record.old, new: record.new)) }
      var seen: [Int] = []
      for item in items {
        let version = item.new ?? item.old ?? 0
        let place = places[version] ?? found.entries.count
        if place == found.entries.count { found.entries.append(.init(kind: .item, old: item.old, new: item.new)) }
        for case let version? in [item.old, item.new] { places[version] = place }
        // One that moved from item to item shows at both.
        if !seen.contains(place) { found.entries[place].owned.append(record) }
        seen.append(place)
      }
    }
  }

  /// The versions at both ends of the item to which each version of a measurement or review belongs.
  private func owners(
    of owned: [DifferingRecord], _ found: DifferenceEntries
  ) throws(StoreError) -> [Int: (old: Int?, new: Int?)] {
    var owners: [Int: (old: Int?, new: Int?)] = [:]
    for (kind, table) in [(RecordKind.measurement, "measurement_row"), (.review, "review_row")] {
      let versions = owned.filter { $0.kind == kind }.flatMap { [$0.old, $0.new].compactMap { $0 } }
      try forEachRow(
        of: versions,
        sql: """
          SELECT m.version,
            (SELECT i.version FROM item_row i WHERE i.id = m.item AND i.since <= ?2 AND i.until > ?2),
            (SELECT i.version FROM item_row i WHERE i.id = m.item AND i.since <= ?3 AND i.until > ?3)
          FROM \(table) m WHERE m.version IN (SELECT value FROM json_each(?1))
          """, found.from, found.to
      ) { row in
        let item: (old: Int?, new: Int?) = (row[1], row[2])
        if item.old != nil || item.new != nil { owners[row[0]] = item }
      }
    }
    return owners
  }

  private func rank(_ found: inout DifferenceEntries) throws(StoreError) {
    let ranks = try [found.to, found.from].filter { $0 > 0 }.map { number throws(StoreError) in
      try read { db in PillarRanks(try LedgerView(db, asOf: number).frameworkRecords()) }
    }
    var places: [Int: Int] = [:]
    for (place, entry) in found.entries.enumerated() { places[entry.new ?? entry.old ?? 0] = place }
    var entries = found.entries
    var names = found.pillarNames
    try forEachRow(
      of: Array(places.keys),
      sql: """
        SELECT v.number, v.entered, i.pillar FROM version v LEFT JOIN item_row i ON i.version = v.number
        WHERE v.number IN (SELECT value FROM json_each(?1))
        """
    ) { row in
      guard let place = places[row[0]] else { return }
      entries[place].entered = row[1]
      let pillar: String? = row[2]
      guard let pillar else { return }
      // A pillar that is gone at the later end has its place and name at the earlier one.
      let known = ranks.enumerated().first { $1.knows(pillar) }
      let rank = (known?.element.rank(pillar) ?? 999) + 1_000 * (known?.offset ?? 2)
      entries[place].pillar = rank
      names[rank] = known?.element.name(pillar) ?? pillar
    }
    found.entries = entries
    found.pillarNames = names
  }

  /// Reads rows for many version numbers, in slices.
  func forEachRow(
    of versions: [Int], sql: String, _ arguments: (any DatabaseValueConvertible)?..., row: (Row) throws -> Void
  ) throws(StoreError) {
    for start in stride(from: 0, to: versions.count, by: 2_000) {
      let list =
        "[" + versions[start..<min(start + 2_000, versions.count)].map(String.init).joined(separator: ",") + "]"
      try read { db in
        let rows = try Row.fetchCursor(
          try db.cachedStatement(sql: sql), arguments: StatementArguments([list] + arguments))
        while let next = try rows.next() { try row(next) }
      }
    }
  }
}
