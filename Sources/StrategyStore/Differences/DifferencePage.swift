import GRDB
import StrategyModel

import enum StrategyModel.Record

/// Reads the records of a window and compares them.
struct DifferencePage {
  let from: Int
  let to: Int
  /// Ids that fields name, to be told by their titles.
  private var ids: Set<String> = []

  init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }

  mutating func record(_ entry: DifferenceEntries.Entry, _ db: Database) throws -> RecordDifference {
    let old = try entry.old.map { try version($0, entry.kind, db) }
    let new = try entry.new.map { try version($0, entry.kind, db) }
    guard let shown = new ?? old else { throw StoreError.damaged(path: "", detail: "変更の記録がありません") }
    var fields: [FieldDifference] = []
    if let old, let new, entry.old != entry.new {
      fields = FieldDifference.fields(from: old.record, to: new.record)
    } else if case .item(let item)? = new?.record, old == nil, let phase = item.shownPhase {
      fields = [FieldDifference("phase", old: nil, new: .phase(phase, isDerived: item.isPhaseDerived))]
    }
    if !entry.owned.isEmpty, case .item(let item) = shown.record {
      fields += try OwnedDifference(from: from, to: to, item: item).fields(entry.owned, db)
    }
    for case .record(let id, _)? in fields.flatMap({ [$0.old, $0.new] }) { ids.insert(id) }
    return RecordDifference(reference: shown.reference, change: entry.change, fields: fields)
  }

  private func version(
    _ number: Int, _ kind: RecordKind, _ db: Database
  ) throws -> (reference: Reference, record: Record) {
    let select = try db.cachedStatement(sql: "SELECT id, title, day, body FROM version WHERE number = ?")
    guard let row = try Row.fetchOne(select, arguments: [number]) else {
      throw StoreError.damaged(path: "", detail: "版 \(number) がありません")
    }
    return (Reference(kind, row), try CanonicalJSON.record(kind, try row.decode(atIndex: 3)))
  }

  /// What the ids are called at the later end, else at the earlier one.
  func names(_ db: Database) throws -> [String: String] {
    let kinds = RecordKind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let select = try db.cachedStatement(
      sql: """
        SELECT title FROM version WHERE kind IN (\(kinds)) AND id = ?1 AND since <= max(?2, ?3)
        ORDER BY since <= ?3 AND until > ?3 DESC, since DESC LIMIT 1
        """)
    return try ids.reduce(into: [:]) { names, id in
      names[id] = try String.fetchOne(select, arguments: [id, from, to])
    }
  }
}

/// What measurements and reviews say of their item: a KPI that moves, a review that was recorded.
private struct OwnedDifference {
  let from: Int
  let to: Int
  let item: ActionItem

  func fields(_ owned: [DifferingRecord], _ db: Database) throws -> [FieldDifference] {
    var measurements: [(old: Measurement?, new: Measurement?)] = []
    var reviews: [(old: Review?, new: Review?)] = []
    for record in owned {
      if record.kind == .measurement {
        measurements.append(
          (try own(Measurement.self, record.old, \.item, db), try own(Measurement.self, record.new, \.item, db)))
      } else {
        reviews.append((try own(Review.self, record.old, \.item, db), try own(Review.self, record.new, \.item, db)))
      }
    }
    return try self.measurements(measurements, db) + reviews.flatMap(review)
  }

  /// A version of a record, as far as it belongs to this item.
  private func own<Value: Decodable>(
    _ type: Value.Type, _ version: Int?, _ owner: KeyPath<Value, String>, _ db: Database
  ) throws -> Value? {
    let select = try db.cachedStatement(sql: "SELECT body FROM version WHERE number = ?")
    guard let version, let body = try String.fetchOne(select, arguments: [version]) else { return nil }
    let value = try CanonicalJSON.value(type, body)
    return value[keyPath: owner] == item.id ? value : nil
  }

  private func measurements(
    _ changes: [(old: Measurement?, new: Measurement?)], _ db: Database
  ) throws -> [FieldDifference] {
    var kpis: [String] = []
    for case let measurement? in changes.flatMap({ [$0.old, $0.new] }) where !kpis.contains(measurement.kpi) {
      kpis.append(measurement.kpi)
    }
    let order = Dictionary(item.kpis.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return try kpis.sorted { (order[$0] ?? Int.max, $0) < (order[$1] ?? Int.max, $1) }.flatMap { id in
      let kpi = item.kpis.first { $0.id == id } ?? KPI(id: id, name: id)
      return fields(
        kpi, changes.filter { ($0.new ?? $0.old)?.kpi == id }, before: try latest(id, asOf: from, db),
        after: try latest(id, asOf: to, db))
    }
  }

  private func latest(_ kpi: String, asOf number: Int, _ db: Database) throws -> Measurement? {
    let select = try db.cachedStatement(
      sql: "SELECT id, day, value FROM measurement_row WHERE kpi = ?1 AND since <= ?2 AND until > ?2")
    return try Row.fetchAll(select, arguments: [kpi, number]).map { row in
      let day: String? = row[1]
      return Measurement(id: row[0], item: item.id, kpi: kpi, date: day.map { PartialDate(code: $0) }, value: row[2])
    }.latest
  }

  /// First how the KPI's latest value moved, then what was recorded beside it.
  private func fields(
    _ kpi: KPI, _ changes: [(old: Measurement?, new: Measurement?)], before: Measurement?, after: Measurement?
  ) -> [FieldDifference] {
    func value(_ measurement: Measurement?) -> FieldValue? {
      measurement.map {
        .measured($0.value, unit: kpi.unit, isApproximate: kpi.isApproximate, on: $0.date)
      }
    }
    var fields: [FieldDifference] = []
    let hasMoved = value(before) != value(after)
    if hasMoved {
      fields.append(FieldDifference("measurements", part: [.text(kpi.name)], old: value(before), new: value(after)))
    }
    for change in changes {
      let told = hasMoved ? [before?.id, after?.id].compactMap { $0 } : []
      if !told.contains(change.new?.id ?? change.old?.id ?? ""), value(change.old) != value(change.new) {
        fields.append(
          FieldDifference("measurements", part: [.text(kpi.name)], old: value(change.old), new: value(change.new)))
      }
      fields += remarks(change.old.map(Record.measurement), change.new.map(Record.measurement), [.text(kpi.name)]) {
        !["value", "date"].contains($0)
      }
    }
    return fields
  }

  private func review(_ change: (old: Review?, new: Review?)) -> [FieldDifference] {
    func day(_ review: Review?) -> FieldValue? { review.map { .date(.day($0.date)) } }
    var fields: [FieldDifference] = []
    if day(change.old) != day(change.new) {
      fields.append(FieldDifference("reviews", old: day(change.old), new: day(change.new)))
    }
    let part = [day(change.new) ?? day(change.old)].compactMap { $0 }
    return fields + remarks(change.old.map(Record.review), change.new.map(Record.review), part) { $0 != "date" }
  }

  /// What else changed in a measurement or review that was there before.
  private func remarks(
    _ old: Record?, _ new: Record?, _ part: [FieldValue], where isWanted: (String) -> Bool
  ) -> [FieldDifference] {
    guard let old, let new else { return [] }
    return FieldDifference.fields(from: old, to: new).filter { isWanted($0.name) }.map { field in
      FieldDifference(field.name, part: part + field.part, old: field.old, new: field.new)
    }
  }
}
