import StrategyModel

extension ImportPlan {
  /// What writing the plan would do, for `--dry-run`.
  public func preview(in ledger: Ledger) throws(StoreError) -> ChangePreview {
    try ledger.preview(netChanges)
  }

  /// The last word on each record: a plan of several revisions may name one often.
  private var netChanges: [RecordChange] {
    guard case .revisions(let revisions) = content else {
      if case .changes(let changes) = content { return changes }
      return []
    }
    var places: [RecordKey: Int] = [:]
    var net: [RecordChange] = []
    for change in revisions.flatMap(\.changes) {
      if let place = places[change.key] {
        net[place] = change
      } else {
        places[change.key] = net.count
        net.append(change)
      }
    }
    return net
  }

  /// Writes the plan, if the store is still as it was when the plan was made.
  ///
  /// A bundle's revisions are appended one by one under their own dates and authors; `effective`, `author`, `title`
  /// and `note` are for a plan of changes.
  /// - Throws: ``StoreError/stale(expected:head:)`` when somebody wrote in between.
  public func write(
    to ledger: Ledger, effective: CivilDate, author: String, title: String? = nil, note: String? = nil,
    today: CivilDate, progress: ((AppendProgress) -> Void)? = nil
  ) throws(StoreError) -> AppendResult {
    if let draft = draft(effective: effective, author: author, title: title, note: note) {
      return try ledger.append(draft, today: today, expectedHead: head, progress: progress)
    }
    guard case .revisions(let revisions) = content else { return .unchanged }
    var result = AppendResult.unchanged
    for revision in revisions {
      let expected = revision.revision.number - 1
      result = try ledger.append(revision.draft, today: today, expectedHead: expected, progress: progress)
      guard case .appended(let written) = result, written.hash == revision.revision.hash else {
        throw .invalid(ImportWording.bundleHash(revision.revision.number))
      }
    }
    return result
  }
}

extension StoreReader {
  /// Writes the whole ledger as one JSON bundle, piece by piece, as of the head at which it began.
  public func exportBundle(to output: (String) throws -> Void) throws {
    try BundleWriting.write(try revisions(), changes: { number in try changes(of: number) }, to: output)
  }

  /// Writes one kind as CSV.
  public func exportTable(_ kind: ImportKind, on date: CivilDate, to output: (String) throws -> Void) throws {
    try KindExport(context: try StoreImportContext(self), on: date).write(kind, to: output)
  }
}
