import StrategyModel

/// Goes through the rows of all tables, in the order in which one kind may refer to another.
enum ImportReading {
  /// Rows for which the store is asked at once.
  private static let batch = 2_000

  static func read<Context: ImportContext>(
    _ tables: inout [TableReading], options: ImportOptions, context: Context, progress: ((Int) -> Void)?
  ) throws(Context.Failure) -> ImportWorkspace {
    let kinds = Set(tables.map(\.kind))
    var frameworks: [Record] = []
    for kind in [RecordKind.strategy, .pillar, .body] { frameworks += try context.records(of: kind) }
    let workspace = ImportWorkspace(
      options: options, kinds: kinds, frameworks: frameworks, knownIDs: try knownIDs(for: kinds, options, context))
    var count = 0
    for kind in ImportKind.tables {
      for index in tables.indices where tables[index].kind == kind {
        var isEmpty = true
        while true {
          let rows = tables[index].rows(batch)
          guard !rows.isEmpty else { break }
          isEmpty = false
          try fetch(rows, tables[index], workspace, context)
          let (names, log) = (tables[index].names, tables[index].log)
          for row in rows { read(RowReader(row: row, names: names, log: log), kind, workspace) }
          count += rows.count
          if (count / batch).isMultiple(of: 16) { tables[index].forget() }
          progress?(count)
        }
        if isEmpty { tables[index].log.warn(ImportWording.noRows(tables[index].log.file)) }
      }
      if options.replaces, kinds.contains(kind) { workspace.retireMissing(kind) }
    }
    try warnOfLostPillars(workspace, context)
    return workspace
  }

  /// Items that the files do not touch may still name a pillar that the files retire.
  private static func warnOfLostPillars<Context: ImportContext>(
    _ workspace: ImportWorkspace, _ context: Context
  ) throws(Context.Failure) {
    let retired = workspace.retiredPillars
    guard !retired.isEmpty else { return }
    var items: [String: [String]] = [:]
    let ids = try context.ids(of: .item)
    for start in stride(from: 0, to: ids.count, by: batch) {
      let slice = ids[start..<min(start + batch, ids.count)]
      for case .item(let stored) in try context.records(slice.map { RecordKey(.item, $0) }) {
        guard let item = workspace.outcome(of: stored) else { continue }
        for pillar in Set([item.pillar, item.legacyPillar].compactMap { $0 }) {
          items[pillar, default: []].append(item.id)
        }
      }
    }
    workspace.warnings += retired.compactMap { pillar in
      items[pillar].map { ImportWording.lostPillar(pillar, items: $0) }
    }
  }

  private static func knownIDs<Context: ImportContext>(
    for kinds: Set<ImportKind>, _ options: ImportOptions, _ context: Context
  ) throws(Context.Failure) -> [RecordKind: [String]] {
    var wanted: Set<RecordKind> = []
    for kind in kinds {
      if kind != .pillars { wanted.insert(.item) }
      if kind == .meetings { wanted.insert(.meeting) }
      if kind == .updates { wanted.formUnion(RecordKind.allCases.filter { $0 != .measurement && $0 != .review }) }
      if options.replaces, let record = kind.recordKind { wanted.insert(record) }
    }
    var ids: [RecordKind: [String]] = [:]
    for kind in wanted { ids[kind] = try context.ids(of: kind) }
    return ids
  }

  private static func fetch<Context: ImportContext>(
    _ rows: [ImportRow], _ table: TableReading, _ workspace: ImportWorkspace, _ context: Context
  ) throws(Context.Failure) {
    guard table.kind != .pillars, let kind = table.kind.recordKind else { return }
    let namesItem = table.kind == .measurements || table.kind == .reviews
    let named = namesItem ? RecordKind.item : kind
    let ids = rows.compactMap { $0[namesItem ? .item : .id].map { CellText.trimmed($0.text) } }
    let stored = ids.filter { workspace.isStored($0, named) }
    let records = try context.records(Set(stored).sorted().map { RecordKey(named, $0) })
    // Also of an item that is not there now: one that comes back finds what was measured before.
    let needsMeasurements = table.kind == .measurements || table.names[.actual] != nil
    let needsReviews = table.kind == .reviews || table.names[.reviewed] != nil
    workspace.remember(
      records, measurements: needsMeasurements ? try context.measurements(ofItems: ids) : [],
      reviews: needsReviews ? try context.reviews(ofItems: ids) : [])
  }

  private static func read(_ reader: RowReader, _ kind: ImportKind, _ workspace: ImportWorkspace) {
    switch kind {
    case .items: ItemImport(workspace: workspace, row: reader).read()
    case .pillars: PillarImport(workspace: workspace, row: reader).read()
    case .meetings: MeetingImport(workspace: workspace, row: reader).read()
    case .updates: UpdateImport(workspace: workspace, row: reader).read()
    case .measurements: MeasurementImport(workspace: workspace, row: reader).read()
    case .reviews: ReviewImport(workspace: workspace, row: reader).read()
    case .bundle: break
    }
  }
}

extension ImportWorkspace {
  /// `--replace`: what the files no longer list is retired.
  ///
  /// Measurements and reviews of a retired item stay: they are facts of their own days, and an item that comes back
  /// finds them again.
  func retireMissing(_ kind: ImportKind) {
    guard let record = kind.recordKind else { return }
    for id in (knownIDs[record] ?? []).sorted() where !isPut(RecordKey(record, id)) { retire(RecordKey(record, id)) }
  }
}
