import StrategyModel

/// What files say, checked whole and ready to be written: nothing was written yet.
public struct ImportPlan: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// One revision. Records that the store has already are among them; the ledger leaves those out.
    case changes(ImportedChanges)
    /// Whole revisions, which come out with the same hashes.
    case revisions([BundleRevision])
  }

  public var content: Content
  /// Sentences worth saying that do not stand in the way.
  public var warnings: [String]
  public var sourceFile: SourceFile?
  /// `items.csv の取り込み`, for a revision without a title of its own.
  public var title: String
  /// The head that the plan was made for: hand it to `append` as `expectedHead`.
  public var head: Int

  /// Reads and checks files against a store: all rows of all files, before anything is written.
  ///
  /// Files may refer to one another, in any order.
  /// - Parameter progress: called now and then with the number of rows read so far.
  public static func read<Context: ImportContext>(
    _ files: [ImportFile], options: ImportOptions, context: Context, progress: ((Int) -> Void)? = nil
  ) throws(Context.Failure) -> Result<ImportPlan, ImportFaults> {
    var sheets: [ImportSheet] = []
    var faults = FaultTotal()
    for file in files {
      switch ImportSheet.open(file, kind: options.kind) {
      case .success(let sheet): sheets.append(sheet)
      case .failure(let found): faults.add(found)
      }
    }
    let head = try context.headNumber()
    let bundles = sheets.compactMap(\.bundle)
    let content: Content
    var warnings: [String] = []
    if let bundle = bundles.first, sheets.count == 1, faults.isEmpty {
      content = bundle.content(over: try context.revisions())
    } else {
      for bundle in bundles { faults.add(bundle.name, ImportWording.bundleAlone) }
      var tables = sheets.compactMap(\.table)
      let workspace = try ImportReading.read(&tables, options: options, context: context, progress: progress)
      for table in tables {
        faults.add(table.log)
        warnings += table.log.warnings
      }
      warnings += workspace.warnings
      let changes = workspace.finish()
      // Rows after a full disk seem to name records that do not exist: the disk is what is told.
      if changes.failure != nil { faults = FaultTotal() }
      content = .changes(ImportedChanges(changes))
    }
    guard faults.isEmpty else { return .failure(faults.all) }
    return .success(
      ImportPlan(
        content: content, warnings: warnings, sourceFile: ImportFile.source(of: files),
        title: ImportWording.title(files.map(\.name)), head: head))
  }
}

/// Faults of several files, those of one file together.
private struct FaultTotal {
  private var faults: [ImportFault] = []
  private var total = 0

  var isEmpty: Bool { total == 0 }

  mutating func add(_ found: ImportFaults) {
    faults += found.faults
    total += found.total
  }

  mutating func add(_ log: FaultLog) {
    faults += log.faults
    total += log.total
  }

  mutating func add(_ file: String, _ message: String) {
    faults.append(ImportFault(file: file, message: message))
    total += 1
  }

  var all: ImportFaults { ImportFaults(Array(faults.prefix(ImportLimits.reportedFaults)), total: total) }
}
