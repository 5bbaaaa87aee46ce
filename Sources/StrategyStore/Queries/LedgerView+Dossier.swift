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
      dossier.items = try rows(of: meeting)
      dossier.itemCount = dossier.items.count
      for item in dossier.items {
        guard let version = try version(of: item.id, asOf: asOf) else { continue }
        dossier.itemsSince[item.id] = try itemRows([version], today: today).first
      }
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

  /// An item at the end of a meeting's day.
  private func state(of item: String, onDayOf meeting: Reference) throws -> ItemRow? {
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

  /// The items that a meeting dealt with as they were at the end of its day; one that entered later, as it entered.
  private func rows(of meeting: Meeting) throws -> [ItemRow] {
    let ids = Record.meeting(meeting).links.filter { $0.kind == .item }.map(\.id)
    let evening = try lastRevision(by: meeting.date)
    let first = try db.cachedStatement(sql: "SELECT min(since) FROM item_row WHERE id = ? AND since <= ?")
    return try ids.compactMap { id in
      var then = evening ?? 0
      var version = try self.version(of: id, asOf: then)
      if version == nil, let entered = try Int.fetchOne(first, arguments: [id, asOf]) {
        then = max(entered, then)
        version = try self.version(of: id, asOf: then) ?? self.version(of: id, asOf: entered)
      }
      guard let version else { return nil }
      return try LedgerView(self, asOf: then).itemRows([version], today: meeting.date).first
    }
  }
}
