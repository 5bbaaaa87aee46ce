import GRDB
import StrategyModel

/// Writes the typed rows that lists read.
enum ListRows {
  static func insert(_ item: ActionItem, number: Int, entered: Int, revision: Int, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO item_row VALUES (?, ?, ?, \(StoreSchema.open), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      number, item.id, revision, entered, item.title, item.titleKey, item.framework, item.pillar, item.legacyPillar,
      item.pillarConfidence == .derived, item.shownPhase?.rawValue, item.isPhaseDerived, item.department,
      item.years?.lowerBound, item.years?.upperBound, item.groupYear, item.traits.rawValue,
    ])
    try db.cachedStatement(sql: "INSERT INTO item_text VALUES (?, ?)").execute(arguments: [number, item.foldedText])
    for (place, kpi) in item.kpis.enumerated() {
      let final = CivilDate(year: 2999, month: 12, day: 31).flatMap { kpi.target(inForceOn: $0) }
      try db.cachedStatement(sql: "INSERT INTO kpi_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
        number, place, kpi.id, kpi.name, kpi.unit, kpi.isApproximate, kpi.baseline, KPIColumns.text(kpi.targets),
        final?.due?.lastDay?.dayNumber, final?.value,
      ])
    }
    for day in Set(item.kpis.flatMap(\.targets).compactMap { $0.due?.lastDay?.dayNumber }) {
      try db.cachedStatement(sql: "INSERT INTO due_row VALUES (?, ?)").execute(arguments: [day, number])
    }
  }

  static func insert(_ measurement: Measurement, number: Int, revision: Int, _ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT INTO measurement_row VALUES (?, ?, ?, ?, ?, \(StoreSchema.open), ?, ?, ?)"
    ).execute(arguments: [
      number, measurement.id, measurement.item, measurement.kpi, revision, measurement.date?.code,
      measurement.date?.lastDay?.dayNumber, measurement.value,
    ])
  }

  static func insert(_ review: Review, number: Int, revision: Int, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO review_row VALUES (?, ?, ?, ?, \(StoreSchema.open), ?)").execute(
      arguments: [number, review.id, review.item, revision, review.date.iso])
  }
}
