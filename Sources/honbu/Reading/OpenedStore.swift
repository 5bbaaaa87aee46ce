import Dashboard
import DashboardRuntime
import Glibc
import StrategyModel
import StrategyStore

/// A store that is open for reading, wherever it lives.
struct OpenedStore {
  /// For the screen: never waits for a writer.
  var reader: StoreReader
  /// For everything else: waits.
  var background: StoreReader
  /// `nil` for a store in memory.
  var path: String?
  /// Where corrections go; `nil` where nothing can be written.
  var corrections: CorrectionStore?
  /// What the header says of the store.
  var remark: Remark?
  /// What is to be said once.
  var notice: String?

  enum Remark {
    case inMemory
    case readOnly
    /// By `--read-only`.
    case declined
  }

  /// - Parameter creates: whether the default store is made where there is none yet; else the same is shown from memory.
  static func open(_ choices: Choices, creates: Bool = true) throws -> OpenedStore {
    guard let location = choices.location else { return try inMemory(SampleCity.revisions()) }
    do {
      return try open(location.path)
    } catch {
      guard location.isDefault else { throw error }
      switch error {
      case .missing: return creates ? try createDefault(location.path) : try inMemory(OsakaSeed.revisions())
      // A home that nobody may look into is no home.
      case .forbidden(let path) where access(path, F_OK) != 0:
        return try inMemory(OsakaSeed.revisions(), because: error)
      default: throw error
      }
    }
  }

  /// The same, for somebody who does not mean to write.
  func readOnly() -> OpenedStore {
    var store = self
    store.corrections = nil
    store.remark = store.remark ?? .declined
    return store
  }

  private static func open(_ path: String) throws(StoreError) -> OpenedStore {
    let background = StoreReader(openingLater: path, busy: .seconds(5))
    let reader = try OpenedStore.patiently { () throws(StoreError) in try StoreReader(path: path) }
    // The journal is made in the folder.
    let isReadOnly = access(path, W_OK) != 0 || access(StoreLocation.folder(of: path), W_OK) != 0
    return OpenedStore(
      reader: reader, background: background, path: path,
      corrections: isReadOnly ? nil : CorrectionStore(path: path), remark: isReadOnly ? .readOnly : nil)
  }

  /// The first browse makes the default store; where that cannot be, the same lives in memory.
  private static func createDefault(_ path: String) throws -> OpenedStore {
    let revisions = try OsakaSeed.revisions()
    do {
      _ = try Ledger.create(at: path, revisions: revisions)
    } catch {
      switch error {
      case .exists: break
      // The file stands, whatever a loss of power would do to it.
      case .notConfirmed: break
      case .readOnly, .forbidden, .cannotCreate, .fullDisk, .networkFileSystem, .io:
        return try inMemory(revisions, because: error)
      default: throw error
      }
    }
    return try open(path)
  }

  private static func inMemory(_ revisions: [RevisionDraft], because reason: StoreError? = nil) throws -> OpenedStore {
    let (ledger, reader) = try Ledger.inMemory(revisions: revisions)
    return OpenedStore(
      reader: reader, background: try ledger.reader(busy: .seconds(5)),
      corrections: reason == nil ? CorrectionStore(ledger) : nil,
      remark: reason == nil ? nil : .inMemory,
      notice: reason.map { "大阪市の公開資料をメモリー上で開きました。\($0.message)" })
  }

  /// Another process's commit keeps a reader out for a moment only.
  private static func patiently<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
    let start = ContinuousClock.now
    while true {
      do {
        return try body()
      } catch {
        guard case .busy = error, ContinuousClock.now - start < .seconds(5) else { throw error }
        usleep(10_000)
      }
    }
  }

  /// The number of the revision that held at a point in time.
  func revision(at point: PointInTime?) throws -> Int? {
    try point.map { try background.revision(at: $0).number }
  }
}

extension OpenedStore.Remark {
  var writeAccess: WriteAccess {
    switch self {
    case .inMemory: .temporary
    case .readOnly: .forbidden
    case .declined: .declined
    }
  }

  func words(_ language: Language) -> String {
    switch self {
    case .inMemory: language.pick("メモリー上", "in memory")
    case .readOnly, .declined: language.pick("閲覧のみ", "read only")
    }
  }
}
