import GRDB
import StrategyModel

/// The items that meetings dealt with, as they were.
extension LedgerView {
  /// The items that a meeting dealt with, in their state at the end of its day and in that of today.
  func add(itemsOf meeting: Meeting, to dossier: inout Dossier, today: CivilDate) throws {
    for id in Record.meeting(meeting).links.filter({ $0.kind == .item }).map(\.id) {
      guard let moment = try moment(of: id, in: meeting), let then = try version(of: id, asOf: moment.revision),
        let row = try LedgerView(self, asOf: moment.revision).itemRows([then], today: meeting.date).first
      else { continue }
      dossier.items.append(row)
      dossier.itemMoments[id] = moment
      guard let now = try version(of: id, asOf: asOf) else { continue }
      dossier.itemsSince[id] = try itemRows([now], today: today).first
    }
    dossier.itemCount = dossier.items.count
  }

  /// - Returns: `nil` for an item that never was there.
  private func moment(of item: String, in meeting: Meeting) throws -> ItemMoment? {
    let isGone = try version(of: item, asOf: asOf) == nil
    let retired = try isGone ? lastEnd(of: item, by: asOf).flatMap(day) : nil
    let evening = try lastRevision(by: meeting.date) ?? 0
    if try version(of: item, asOf: evening) != nil {
      return ItemMoment(revision: evening, day: meeting.date, retired: retired)
    }
    if let end = try lastEnd(of: item, by: evening) {
      return ItemMoment(revision: end - 1, day: meeting.date, retired: retired)
    }
    let entered = try Int.fetchOne(
      try db.cachedStatement(sql: "SELECT min(since) FROM item_row WHERE id = ?1 AND since <= ?2"),
      arguments: [item, asOf])
    return try entered.map { ItemMoment(revision: $0, day: try day(of: $0) ?? meeting.date, retired: retired) }
  }

  /// The last revision in which a version of an item was replaced or retired.
  private func lastEnd(of item: String, by revision: Int) throws -> Int? {
    try Int.fetchOne(
      try db.cachedStatement(sql: "SELECT max(until) FROM item_row WHERE id = ?1 AND until <= ?2"),
      arguments: [item, revision])
  }

  private func day(of revision: Int) throws -> CivilDate? {
    try String.fetchOne(
      try db.cachedStatement(sql: "SELECT effective FROM revision WHERE number = ?"), arguments: [revision]
    ).flatMap { CivilDate(iso: $0) }
  }

  /// An item at the end of a meeting's day.
  func state(of item: String, onDayOf meeting: Reference) throws -> ItemRow? {
    guard let day = meeting.date?.lastDay, let evening = try lastRevision(by: day),
      let version = try version(of: item, asOf: evening)
    else { return nil }
    return try LedgerView(self, asOf: evening).itemRows([version], today: day).first
  }

  private func lastRevision(by day: CivilDate) throws -> Int? {
    try Int.fetchOne(
      try db.cachedStatement(sql: "SELECT max(number) FROM revision WHERE number <= ? AND effective <= ?"),
      arguments: [asOf, day.iso])
  }

  private func version(of item: String, asOf revision: Int) throws -> Int? {
    try Int.fetchOne(
      try db.cachedStatement(sql: "SELECT version FROM item_row WHERE id = ?1 AND since <= ?2 AND until > ?2"),
      arguments: [item, revision])
  }
}
