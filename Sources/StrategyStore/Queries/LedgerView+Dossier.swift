import GRDB
import StrategyModel

extension LedgerView {
  /// - Returns: `nil` when no such record counted as of the revision.
  func dossier(_ key: RecordKey, today: CivilDate) throws -> Dossier? {
    guard let record = try record(key) else { return nil }
    var dossier = Dossier(record: record)
    dossier.references = try references(of: record)
    dossier.backlinks = try backlinks(to: key)
    dossier.contradictions = try contradictions(about: key)
    dossier.history = try history(of: key)
    switch record {
    case .item:
      dossier.measurements = try linked(Measurement.self, .measurement, to: key).series
      dossier.reviews = try linked(Review.self, .review, to: key).sorted { ($0.date, $0.id) > ($1.date, $1.id) }
      dossier.meetings = try dossier.backlinks.filter { $0.key.kind == .meeting }.map { meeting in
        MeetingOfItem(meeting: meeting, item: try state(of: key.id, onDayOf: meeting))
      }
      dossier.backlinks.removeAll { $0.key.kind == .meeting }
    case .pillar(let pillar):
      dossier.items = try rows(ofPillar: pillar.id, today: today)
      dossier.itemCount = try pillarCounts(withLegacy: true)[pillar.id]?.total ?? 0
    case .meeting(let meeting):
      try add(itemsOf: meeting, to: &dossier, today: today)
    default: break
    }
    return dossier
  }

  /// The versions of records that name the record `?1` of kind `?2`, each once.
  static let naming = """
    SELECT version FROM link WHERE to_id = ?1 AND to_kind IN ('', ?2)
    UNION ALL SELECT version FROM item_row WHERE ?2 = 'pillar' AND pillar = ?1
    UNION ALL SELECT version FROM item_row WHERE ?2 = 'pillar' AND legacy_pillar = ?1 AND pillar IS NOT ?1
    UNION ALL SELECT version FROM measurement_row WHERE ?2 = 'item' AND item = ?1
    UNION ALL SELECT version FROM review_row WHERE ?2 = 'item' AND item = ?1
    """

  private func references(of record: StrategyModel.Record) throws -> [Reference] {
    let known = try db.cachedStatement(
      sql: """
        SELECT id, title, day, kind FROM version
        WHERE kind IN (\(LedgerView.kinds)) AND id = ?1 AND since <= ?2 AND until > ?2
          AND (?3 = '' OR kind = ?3)
        """)
    return try record.links.flatMap { link in
      try Row.fetchAll(known, arguments: [link.id, asOf, link.kind?.rawValue ?? ""]).compactMap { row in
        RecordKind(rawValue: row[3]).map { Reference($0, row) }
      }
    }
  }

  private static let kinds = RecordKind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")

  /// Records that name this one, by kind, latest first; what has a place of its own in the dossier is left out.
  private func backlinks(to key: RecordKey) throws -> [Reference] {
    let select = try db.cachedStatement(
      sql: """
        SELECT v.id, v.title, v.day, v.kind FROM (\(LedgerView.naming)) n CROSS JOIN version v ON v.number = n.version
        WHERE v.since <= ?3 AND v.until > ?3
          AND v.kind NOT IN ('measurement', 'review', 'contradiction') LIMIT \(LedgerView.entryLimit)
        """)
    let references = try Row.fetchAll(select, arguments: [key.id, key.kind.rawValue, asOf]).compactMap { row in
      RecordKind(rawValue: row[3]).map { Reference($0, row) }
    }
    return references.filter { $0.key != key }.sorted { left, right in
      if left.key.kind != right.key.kind { return left.key.kind.rank < right.key.kind.rank }
      let days = (left.date?.lastDay?.dayNumber ?? Int.min, right.date?.lastDay?.dayNumber ?? Int.min)
      return days.0 == days.1 ? DraftResolution.keyOrder(left.key, right.key) : days.0 > days.1
    }
  }

  private func linked<Value: Decodable>(_ type: Value.Type, _ kind: RecordKind, to key: RecordKey) throws -> [Value] {
    let select = try db.cachedStatement(
      sql: """
        SELECT v.body FROM (\(LedgerView.naming)) n CROSS JOIN version v ON v.number = n.version
        WHERE v.kind = ?3 AND v.since <= ?4 AND v.until > ?4
        ORDER BY v.entered
        """)
    return try String.fetchAll(select, arguments: [key.id, key.kind.rawValue, kind.rawValue, asOf]).map {
      try CanonicalJSON.value(type, $0)
    }
  }

  /// An update's dossier also shows what concerns the update history as a whole.
  private func contradictions(about key: RecordKey) throws -> [Contradiction] {
    var contradictions = try linked(Contradiction.self, .contradiction, to: key)
    if key.kind == .update {
      contradictions += try values(Contradiction.self, .contradiction).filter(\.related.isEmpty)
    }
    return contradictions
  }

  private func rows(ofPillar id: String, today: CivilDate) throws -> [ItemRow] {
    let select = try db.cachedStatement(
      sql: """
        SELECT version FROM item_row WHERE (pillar = ?1 OR legacy_pillar = ?1) AND since <= ?2 AND until > ?2
        ORDER BY entered LIMIT \(LedgerView.entryLimit)
        """)
    return try itemRows(try Int.fetchAll(select, arguments: [id, asOf]), today: today)
  }
}
