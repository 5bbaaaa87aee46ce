import GRDB
import StrategyModel
import TextSearch

import enum StrategyModel.Record

extension StoreReader {
  /// How the ledger differs between two revisions: the wanted window of it, with counts over all.
  ///
  /// - Throws: ``StoreError/unknownRevision(_:head:)``, ``StoreError/badFilter(_:)``.
  public func difference(_ query: DifferenceQuery, today: CivilDate) throws(StoreError) -> LedgerDifference {
    guard let difference = try difference(query, today: today, while: { true }) else {
      preconditionFailure("a search that is always waited for is never abandoned")
    }
    return difference
  }

  /// - Returns: `nil` when nobody waited for the answer any more.
  func difference(
    _ query: DifferenceQuery, today: CivilDate, while isWanted: @escaping SearchPatience
  ) throws(StoreError) -> LedgerDifference? {
    let (from, to) = try read { db in
      let head = try LedgerRows.head(db)
      for number in [query.from, query.to] where !(0...head).contains(number) {
        throw StoreError.unknownRevision(number, head: head)
      }
      return (try LedgerRows.revision(query.from, db), try LedgerRows.revision(query.to, db))
    }
    if let known = differences.page(query, today: today) { return known }
    guard let all = try differenceEntries(from: query.from, to: query.to, while: isWanted),
      let list = try list(of: all, query, today: today, while: isWanted)
    else { return nil }
    let found = list.entries
    let start = try start(query, found)
    let end = min(found.count, max(0, start) + max(0, query.count))
    let window = found[min(max(0, start), end)..<end]
    var difference = LedgerDifference(
      from: from, to: to, counts: all.counts, changes: all.changes, found: found.count, start: window.startIndex,
      groups: [],
      names: [:])
    var page = DifferencePage(from: query.from, to: query.to)
    for slice in stride(from: window.startIndex, to: window.endIndex, by: 100) {
      let entries = window[slice..<min(slice + 100, window.endIndex)]
      let records = try read { db in try entries.map { try page.record($0, db) } }
      for (entry, record) in zip(entries, records) {
        let heading = all.heading(of: entry)
        if difference.groups.last?.heading != heading {
          let isContinued = slice == window.startIndex && slice > 0 && all.heading(of: found[slice - 1]) == heading
          difference.groups.append(
            .init(
              heading: heading, count: list.sizes[heading] ?? 0, records: [],
              isContinued: isContinued && difference.groups.isEmpty))
        }
        difference.groups[difference.groups.count - 1].records.append(record)
      }
    }
    difference.names = try read { db in try page.names(db) }
    differences.keep(difference, for: query, today: today)
    return difference
  }

  /// What the filter finds, in order, with the sizes of its groups: found once for all windows.
  private func list(
    of all: DifferenceEntries, _ query: DifferenceQuery, today: CivilDate, while isWanted: @escaping SearchPatience
  ) throws(StoreError) -> DifferenceList? {
    if let known = differences.list(query, today: today) { return known }
    guard let found = try entries(of: all, query, today: today, while: isWanted) else { return nil }
    var list = DifferenceList(entries: found, sizes: [:])
    for entry in found { list.sizes[all.heading(of: entry), default: 0] += 1 }
    differences.keep(list, for: query, today: today)
    return list
  }

  /// Where the window begins: around the record that it is to hold.
  private func start(_ query: DifferenceQuery, _ found: [DifferenceEntries.Entry]) throws(StoreError) -> Int {
    guard let key = query.anchor else { return query.start }
    let versions = try read { db in
      try Int.fetchAll(
        db,
        sql: """
          SELECT number FROM version WHERE kind = ?1 AND id = ?2
            AND (since <= ?3 AND until > ?3 OR since <= ?4 AND until > ?4)
          """, arguments: [key.kind.rawValue, key.id, query.from, query.to])
    }
    let place = found.firstIndex { entry in
      entry.kind == key.kind && [entry.old, entry.new].contains { $0.map(versions.contains) ?? false }
    }
    return place.map { max(0, $0 - query.count / 2) } ?? query.start
  }

  /// What the filter finds, in order.
  private func entries(
    of all: DifferenceEntries, _ query: DifferenceQuery, today: CivilDate, while isWanted: @escaping SearchPatience
  ) throws(StoreError) -> [DifferenceEntries.Entry]? {
    guard !query.filter.isEmpty else { return all.entries }
    let filter: FilterQuery
    do {
      filter = try FilterQuery(parsing: query.filter, today: today)
    } catch {
      throw .badFilter(error.message)
    }
    var passing: Set<Int> = []
    var isByReading = false
    for number in [query.from, query.to] where number > 0 {
      guard let order = try wholeOrder(of: query.filter, filter, asOf: number, today: today, while: isWanted) else {
        return nil
      }
      passing.formUnion(order.versions.map(Int.init))
      if order.isByReading { isByReading = true }
    }
    // Other records follow what the items do: Latin words are readings where they stand nowhere as they are.
    let read = isByReading || passing.isEmpty ? filter.withReadings(nil) ?? filter : filter
    passing.formUnion(try versions(of: all.entries.filter { $0.kind != .item }, read))
    return all.entries.filter { entry in
      [entry.old, entry.new].contains { $0.map(passing.contains) ?? false }
    }
  }

  /// In a large store each call looks at some more of the items.
  private func wholeOrder(
    of text: String, _ filter: FilterQuery, asOf: Int, today: CivilDate, while isWanted: @escaping SearchPatience
  ) throws(StoreError) -> ItemOrder? {
    let items = ItemQuery(filter: text)
    while let order = try order(of: items, filter, asOf: asOf, today: today, while: isWanted) {
      if order.searched >= 1 { return order }
    }
    return nil
  }

  /// The versions of records other than items that pass.
  private func versions(
    of entries: [DifferenceEntries.Entry], _ filter: FilterQuery
  ) throws(StoreError) -> Set<Int> {
    var passing: Set<Int> = []
    let versions = entries.flatMap { [$0.old, $0.new].compactMap { $0 } }
    try forEachRow(
      of: versions, sql: "SELECT number, kind, body FROM version WHERE number IN (SELECT value FROM json_each(?1))"
    ) { row in
      guard let kind = RecordKind(rawValue: row[1]) else { return }
      let record = try CanonicalJSON.record(kind, try row.decode(atIndex: 2))
      if filter.matches(texts: record.texts, id: record.key.id) { passing.insert(row[0]) }
    }
    return passing
  }
}
