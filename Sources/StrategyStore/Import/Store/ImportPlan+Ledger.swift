import StrategyModel

extension ImportPlan {
  /// What writing the plan would do, for `--dry-run`.
  public func preview(in ledger: Ledger) throws(StoreError) -> ChangePreview {
    switch content {
    case .changes(let changes): try ledger.preview(changes.prepared)
    case .revisions(let revisions): try ledger.preview(BundleRevision.net(revisions))
    }
  }

  /// What making a store with the plan would do where none is yet.
  public func previewOfNewStore() throws(StoreError) -> ChangePreview {
    switch content {
    case .changes(let changes): try ChangePreview(ofNewStore: [changes.prepared])
    case .revisions(let revisions): try ChangePreview(ofNewStore: revisions.map(\.changes.prepared))
    }
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
    switch content {
    case .changes(let changes):
      return try ledger.append(
        header(effective, author, title, note), changes.prepared, today: today, expectedHead: head, progress: progress)
    case .revisions(let revisions):
      var result = AppendResult.unchanged
      for revision in revisions {
        let expected = revision.revision.number - 1
        result = try ledger.append(
          revision.revision.header, revision.changes.prepared, today: today, expectedHead: expected, progress: progress)
        guard case .appended(let written) = result, written.hash == revision.revision.hash else {
          throw .invalid(ImportWording.bundleHash(revision.revision.number))
        }
      }
      return result
    }
  }

  /// Makes a new store with what the plan says, whole or not at all.
  ///
  /// - Throws: ``StoreError/exists(path:)`` when somebody was quicker.
  public func create(
    at path: String, effective: CivilDate, author: String, title: String? = nil, note: String? = nil,
    today: CivilDate
  ) throws(StoreError) -> Ledger {
    let last: CivilDate?
    switch content {
    case .changes: last = effective
    case .revisions(let revisions): last = revisions.map(\.revision.effective).max()
    }
    if let last, last > today { throw .effectiveInFuture(date: last.iso, today: today.iso) }
    switch content {
    case .changes(let changes):
      return try Ledger.create(
        at: path, [NewRevision(header: header(effective, author, title, note), changes: changes.prepared)])
    case .revisions(let revisions):
      return try Ledger.create(
        at: path,
        revisions.map { bundled in
          NewRevision(
            header: bundled.revision.header, changes: bundled.changes.prepared, hash: bundled.revision.hash)
        })
    }
  }

  private func header(_ effective: CivilDate, _ author: String, _ title: String?, _ note: String?) -> RevisionHeader {
    RevisionHeader(
      effective: effective, author: author, title: title ?? self.title, note: note, sourceFile: sourceFile)
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
