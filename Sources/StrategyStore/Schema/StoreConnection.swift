import CSQLite
import GRDB
import GRDBSQLite
import Glibc

/// Opens connections and refuses what is not a sound store of this version.
enum StoreConnection {
  /// How long a writer waits for another one.
  static let writerPatience = 5.0

  static func reader(_ place: StorePlace, busy: BusyRule) throws(StoreError) -> DatabaseQueue {
    if case .file(let path) = place { try StoreFile.checkReadable(path) }
    return try recovering(place) { () throws(StoreError) in
      let queue = try connect(place, writes: false, busy: busy)
      try identify(queue, place)
      return queue
    }
  }

  /// Reads again once what a killed writer left half done was rolled back.
  ///
  /// A read-only connection cannot roll back; whoever may write does it with another one, in passing.
  static func recovering<Value>(
    _ place: StorePlace, _ body: () throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    do {
      return try body()
    } catch {
      guard case .hotJournal(let path) = error else { throw error }
      do {
        retire(try writer(place))
      } catch {
        guard case .readOnly = error else { throw error }
        throw .hotJournal(path: path)
      }
      return try body()
    }
  }

  static func writer(_ place: StorePlace) throws(StoreError) -> DatabaseQueue {
    if case .file(let path) = place {
      try StoreFile.checkReadable(path)
      try StoreFile.checkWritable(path)
    }
    let queue = try connect(place, writes: true, busy: .seconds(writerPatience))
    try identify(queue, place)
    return queue
  }

  /// A connection to a store that is being made: nobody else sees the file yet, and it is synced once at the end.
  static func builder(_ place: StorePlace) throws(StoreError) -> DatabaseQueue {
    let queue = try draft(place)
    try translating(place) {
      try queue.inTransaction(.immediate) { db in
        try StoreSchema.migrate(db, from: 0)
        return .commit
      }
    }
    return queue
  }

  /// A connection to a file that is being made and that nobody else sees yet, whatever is in it.
  static func draft(_ place: StorePlace) throws(StoreError) -> DatabaseQueue {
    try connect(place, writes: true, busy: .seconds(writerPatience), isDraft: true)
  }

  /// Closes a connection and keeps what is left of it, for ever.
  ///
  /// GRDB's connection owns a dispatch queue. To use it starts no thread, but to let it go does, and from then on
  /// libdispatch wakes the process every second. What is kept is a few hundred bytes.
  static func retire(_ queue: DatabaseQueue) {
    _ = Unmanaged.passRetained(queue)
    do {
      try queue.close()
    } catch {
      // A damaged file can leave a statement half run: the connection is then open as long as the process lives.
      queue.interrupt()
    }
  }

  /// Runs a body that stages rows of an import.
  ///
  /// Their references hold by the way in which they are made, and `check` looks at them; SQLite would look up each. A
  /// batch need not outlive a loss of power, only come in order: so the journal is cut to nothing where else it goes from
  /// the folder and the folder is synced. The last commit, which counts, does that.
  static func staging(
    _ queue: DatabaseQueue, _ place: StorePlace, _ body: () throws(StoreError) -> Void
  ) throws(StoreError) {
    func set(_ pragmas: String) throws(StoreError) {
      try translating(place) { try queue.writeWithoutTransaction { try $0.execute(sql: pragmas) } }
    }
    try set("PRAGMA foreign_keys = OFF; PRAGMA synchronous = FULL; PRAGMA journal_mode = TRUNCATE")
    let result: Result<Void, StoreError>
    do throws(StoreError) {
      try body()
      result = .success(())
    } catch {
      result = .failure(error)
    }
    try set("PRAGMA synchronous = EXTRA; PRAGMA journal_mode = DELETE; PRAGMA foreign_keys = ON")
    try result.get()
  }

  private static func connect(
    _ place: StorePlace, writes: Bool, busy: BusyRule, isDraft: Bool = false
  ) throws(StoreError) -> DatabaseQueue {
    var configuration = Configuration()
    switch busy {
    case .immediate: configuration.busyMode = .immediateError
    case .seconds(let seconds): configuration.busyMode = .callback { tries in waits(tries, seconds: seconds) }
    }
    configuration.prepareDatabase { db in
      // A view or trigger that a stranger put into the file runs no function of consequence, no SQL reaches behind the
      // schema, and no other file is drawn in.
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      let code = sqlite_defend(db.sqliteConnection)
      guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_ATTACHED, 0)
      if !writes {
        // The rows in sight of a large list lie on some 200 pages: a smaller cache reads many of them twice.
        try db.execute(sql: "PRAGMA query_only = ON; PRAGMA cache_size = -8192")
        return
      }
      // Of what was appended nothing is ever deleted, but what a dead import staged, so nothing need be overwritten with
      // zeros. Where the library does so unasked, it does it for each row that moves to another page.
      try db.execute(sql: "PRAGMA secure_delete = OFF")
      if isDraft {
        // Of a page each change costs its share in the journal, in copies and in searches: those of four kilobytes took a
        // third longer to fill with a large import.
        try db.execute(sql: "PRAGMA page_size = 16384; PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
      } else {
        // A spilled cache takes the exclusive lock before the commit, and readers would be refused that long.
        try db.execute(sql: "PRAGMA synchronous = EXTRA; PRAGMA cache_spill = OFF; PRAGMA cache_size = -32768")
      }
    }
    let settled = configuration
    return try translating(place) {
      switch place {
      case .file(let path):
        var configuration = settled
        configuration.readonly = !writes
        return try DatabaseQueue(path: path, configuration: configuration)
      case .memory(let name):
        return try DatabaseQueue(named: name, configuration: settled)
      }
    }
  }

  /// Waits a moment for whoever holds the lock. SQLite's own waits grow to ten times what a commit takes.
  ///
  /// - Parameter tries: how often that was done already.
  /// - Returns: `false` once all the time has passed.
  private static func waits(_ tries: Int, seconds: Double) -> Bool {
    let (short, often, long) = (0.002, 100, 0.02)
    guard Double(min(tries, often)) * short + Double(max(tries - often, 0)) * long < seconds else { return false }
    usleep(UInt32((tries < often ? short : long) * 1e6))
    return true
  }

  private static func identify(_ queue: DatabaseQueue, _ place: StorePlace) throws(StoreError) {
    let (application, version, strangers) = try translating(place) {
      try queue.unsafeRead { db in
        (
          try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
          // The rows of a virtual table come from code that the file chooses.
          try Int.fetchOne(
            db,
            sql: """
              SELECT count(*) FROM sqlite_schema
              WHERE type IN ('trigger', 'view') OR type = 'table' AND rootpage = 0
              """) ?? 0
        )
      }
    }
    guard application == StoreSchema.applicationID else { throw .foreign(path: place.path) }
    guard version <= StoreSchema.version else {
      throw .newerVersion(path: place.path, found: version, known: StoreSchema.version)
    }
    guard version >= 1 else { throw .damaged(path: place.path, detail: "版の番号がありません") }
    guard strangers == 0 else {
      throw .damaged(path: place.path, detail: "honbu が作らないビュー、トリガー、仮想表のどれかがあります")
    }
  }
}
