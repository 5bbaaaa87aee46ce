import Glibc
import StrategyModel
import StrategyStore

/// One import: read and checked whole, compared with the store, then written as one step.
struct ImportRun {
  var path: String
  /// Reads the files, anew for each attempt: between reading and writing they take no memory.
  var read: () throws -> [ImportFile]
  var options: ImportOptions
  var today: CivilDate
  var author: String
  var title: String?
  var note: String?
  var progress: ProgressLine

  /// What the import would do.
  func preview() throws -> ImportReport {
    let prepared = try prepare()
    return ImportReport(outcome: .preview, changes: prepared.preview, warnings: prepared.plan.warnings)
  }

  /// Writes it; what another import wrote in between is taken into account by preparing anew.
  func commit() throws -> ImportReport {
    var attempts = 0
    while true {
      let prepared = try prepare()
      var report = ImportReport(
        outcome: .unchanged, changes: prepared.preview, warnings: prepared.plan.warnings)
      do {
        Interruption.enter(.writing)
        if let revision = try prepared.write(self) { report.outcome = .imported(revision) }
        Interruption.enter(.written)
        progress.clear()
        return report
      } catch let error as StoreError {
        Interruption.enter(.reading)
        attempts += 1
        switch error {
        case .stale where attempts < 20, .exists where attempts < 20: continue
        default: throw error
        }
      }
    }
  }

  private func prepare() throws -> PreparedImport {
    let target = try ImportTarget(path)
    let result = try ImportPlan.read(try read(), options: options, context: try target.context()) { rows in
      progress.show("読み込み中 \(rows)行")
    }
    let plan: ImportPlan
    switch result {
    case .success(let read): plan = read
    case .failure(let faults):
      progress.clear()
      throw faults
    }
    progress.show("台帳と比べています")
    let preview = try target.store.map { try plan.preview(in: $0.ledger) } ?? plan.previewOfNewStore()
    progress.clear()
    return PreparedImport(plan: plan, preview: preview, target: target)
  }
}

/// The store that an import goes into.
struct ImportTarget {
  let path: String
  /// `nil` where nothing is yet.
  let store: (ledger: Ledger, reader: StoreReader)?

  init(_ path: String) throws(StoreError) {
    self.path = path
    var found = stat()
    if lstat(path, &found) != 0, errno == ENOENT || errno == ENOTDIR {
      store = nil
    } else {
      let ledger = try Ledger.open(path: path)
      store = (ledger, try ledger.reader(busy: .seconds(5)))
    }
  }

  func context() throws(StoreError) -> any ImportContext<StoreError> {
    if let store { try StoreImportContext(store.reader) } else { NewStoreContext() }
  }
}

/// What an import has read, and what that would do to the store.
struct PreparedImport {
  let plan: ImportPlan
  let preview: ChangePreview
  let target: ImportTarget

  /// - Returns: the last revision written; `nil` when nothing changes.
  func write(_ run: ImportRun) throws -> Revision? {
    guard !preview.changesNothing else { return nil }
    guard let ledger = target.store?.ledger else { return try create(run) }
    let result = try plan.write(
      to: ledger, effective: run.options.effective, author: run.author, title: run.title, note: run.note,
      today: run.today
    ) { step in
      run.progress.show("書き込み中 \(step.written)／\(step.total)件")
    }
    guard case .appended(let revision) = result else { return nil }
    return revision
  }

  /// A new store appears with all its revisions, or not at all.
  private func create(_ run: ImportRun) throws -> Revision? {
    let ledger = try plan.create(
      at: target.path, effective: run.options.effective, author: run.author, title: run.title, note: run.note,
      today: run.today)
    return try ledger.head
  }
}
