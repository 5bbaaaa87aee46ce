import StrategyModel

import enum StrategyModel.Record

extension StoreReader {
  /// Ids that a record names and the latest revision does not have.
  ///
  /// - Parameter base: a version whose own missing links are nobody's new mistake.
  public func missingLinks(of record: Record, besides base: Record?) throws(StoreError) -> [String] {
    let known = Set(base?.links ?? [])
    return try read(asOf: nil) { view in
      var missing: [String] = []
      for link in record.links where !known.contains(link) && link.id != record.key.id {
        let kinds = link.kind.map { [$0] } ?? RecordKind.allCases
        if try !kinds.contains(where: { try view.record(RecordKey($0, link.id)) != nil }) { missing.append(link.id) }
      }
      if case .measurement(let value) = record, case .item(let item)? = try view.record(RecordKey(.item, value.item)),
        !item.kpis.contains(where: { $0.id == value.kpi })
      {
        missing.append(value.kpi)
      }
      return missing
    }
  }

  /// A new line of the list of updates, before all others of its day.
  public func newUpdate(
    _ title: String, _ date: CivilDate, action: UpdateEntry.Action, about id: String
  ) throws(StoreError) -> UpdateEntry {
    var used: Set<String> = []
    var first = 0
    try forEachRecord(kinds: [.update]) { record throws(StoreError) in
      guard case .update(let entry) = record, entry.date == date else { return }
      used.insert(entry.id)
      if entry.list == .history { first = min(first, entry.order - 1) }
    }
    let ids = (1...used.count + 1).lazy.map { "upd_\(date.iso)_\($0)" }
    let free = ids.first { !used.contains($0) } ?? "upd_\(date.iso)"
    return UpdateEntry(id: free, list: .history, order: first, date: date, title: title, action: action, related: [id])
  }
}
