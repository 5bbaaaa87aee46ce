import GRDB
import StrategyModel

/// The tables of a store, one migration a version. A migration is never edited once released.
enum StoreSchema {
  /// `honb`.
  static let applicationID = 0x686F_6E62
  /// In `user_version`. A store of a later version is refused untouched.
  static var version: Int { migrations.count }

  /// `until` of what still counts. Not NULL, so that "as of N" is one range on an index: `until > N`.
  static let open = Int.max

  /// Whether a version has ended: in a query, it opens `version_as_of`.
  static func isEnded(_ version: String = "version") -> String { "\(version).until < \(open)" }

  /// Whether a version is of a kind without a table of its own: in a query, it opens `version_as_of`.
  static func isListed(_ version: String) -> String {
    let others = LedgerTable.ownKinds.map { "\(version).kind = '\($0.rawValue)'" }
    return "NOT (\(others.joined(separator: " OR ")))"
  }

  static func migrate(_ db: Database, from found: Int, to last: Int = version) throws {
    for migration in migrations[found..<last] { try migration(db) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(last)")
  }

  /// Within the transaction that is about to write: who only looks changes nothing of a store of an earlier version.
  static func bringUpToDate(_ db: Database) throws {
    guard let found = try Int.fetchOne(db, sql: "PRAGMA user_version"), found < version else { return }
    try migrate(db, from: found)
  }

  private static let migrations: [@Sendable (Database) throws -> Void] = [
    { db in
      try db.execute(sql: ledger)
      try db.execute(sql: lists)
    },
    { db in try db.execute(sql: fewerEntries) },
  ]

  /// The ledger itself. A constraint that compares text with a list would cost more than the row; `check` does that.
  /// Everything with `since` above `state.head` is staged and counts for nobody yet.
  private static let ledger = """
    CREATE TABLE revision (
      number INTEGER PRIMARY KEY CHECK (number >= 1),
      effective TEXT NOT NULL CHECK (length(effective) = 10),
      recorded TEXT NOT NULL CHECK (length(recorded) = 20),
      author TEXT NOT NULL,
      title TEXT NOT NULL,
      note TEXT,
      source_name TEXT,
      source_sha256 TEXT CHECK (length(source_sha256) = 64),
      content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
      parent_hash TEXT NOT NULL CHECK (length(parent_hash) = 64),
      hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
      CHECK ((source_name IS NULL) = (source_sha256 IS NULL))
    ) STRICT;
    CREATE TABLE state (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      head INTEGER NOT NULL CHECK (head >= 0),
      -- The revision that a large import is staging, and its process, for people who look.
      claim INTEGER CHECK (claim = head + 1),
      claimant INTEGER,
      CHECK ((claim IS NULL) = (claimant IS NULL))
    ) STRICT;
    INSERT INTO state VALUES (1, 0, NULL, NULL);
    CREATE TABLE version (
      number INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      id TEXT NOT NULL CHECK (id <> ''),
      since INTEGER NOT NULL REFERENCES revision,
      until INTEGER NOT NULL CHECK (until > since),
      -- The number of the record's first version: the order in which records entered.
      entered INTEGER NOT NULL CHECK (entered <= number),
      title TEXT NOT NULL,
      day TEXT,
      tag TEXT,
      body TEXT NOT NULL,
      UNIQUE (kind, id, since)
    ) STRICT;
    CREATE INDEX version_as_of ON version (kind, until, since);
    CREATE INDEX version_since ON version (since);
    CREATE TABLE link (
      version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
      place INTEGER NOT NULL,
      -- Empty where a field may name records of several kinds.
      to_kind TEXT NOT NULL,
      to_id TEXT NOT NULL,
      PRIMARY KEY (version, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX link_to ON link (to_id, to_kind);
    CREATE TABLE facet_count (
      facet TEXT NOT NULL,
      key TEXT NOT NULL,
      since INTEGER NOT NULL REFERENCES revision,
      until INTEGER NOT NULL CHECK (until > since),
      count INTEGER NOT NULL,
      PRIMARY KEY (facet, key, since)
    ) STRICT, WITHOUT ROWID;
    """

  /// What lists, filters and sorting read instead of bodies; all of it follows from the bodies.
  private static let lists = """
    CREATE TABLE item_row (
      version INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
      id TEXT NOT NULL,
      since INTEGER NOT NULL,
      until INTEGER NOT NULL,
      entered INTEGER NOT NULL,
      title TEXT NOT NULL,
      title_key TEXT NOT NULL,
      framework TEXT,
      pillar TEXT,
      legacy_pillar TEXT,
      pillar_derived INTEGER NOT NULL,
      phase INTEGER CHECK (phase BETWEEN 1 AND 5),
      phase_derived INTEGER NOT NULL,
      department TEXT,
      first_year INTEGER,
      last_year INTEGER,
      group_year INTEGER,
      traits INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX item_lane ON item_row (phase, entered, since, until);
    CREATE INDEX item_id ON item_row (id, until, since);
    CREATE INDEX item_pillar ON item_row (pillar, until);
    CREATE INDEX item_legacy_pillar ON item_row (legacy_pillar, until) WHERE legacy_pillar IS NOT NULL;
    CREATE TABLE item_text (
      version INTEGER PRIMARY KEY REFERENCES item_row ON DELETE CASCADE,
      folded TEXT NOT NULL
    ) STRICT;
    CREATE TABLE kpi_row (
      version INTEGER NOT NULL REFERENCES item_row ON DELETE CASCADE,
      place INTEGER NOT NULL,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      unit TEXT,
      is_approximate INTEGER NOT NULL,
      baseline REAL,
      targets TEXT NOT NULL,
      -- The target in force once all are past: its last day, as a day number, and its value.
      final_day INTEGER,
      final_value REAL,
      PRIMARY KEY (version, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX kpi_id ON kpi_row (id) WHERE final_value IS NOT NULL;
    CREATE TABLE measurement_row (
      version INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
      id TEXT NOT NULL,
      item TEXT NOT NULL,
      kpi TEXT NOT NULL,
      since INTEGER NOT NULL,
      until INTEGER NOT NULL,
      day TEXT,
      last_day INTEGER,
      value REAL NOT NULL
    ) STRICT;
    CREATE INDEX measurement_kpi ON measurement_row (kpi, last_day, id);
    CREATE INDEX measurement_item ON measurement_row (item, until);
    CREATE TABLE review_row (
      version INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
      id TEXT NOT NULL,
      item TEXT NOT NULL,
      since INTEGER NOT NULL,
      until INTEGER NOT NULL,
      day TEXT NOT NULL
    ) STRICT;
    CREATE INDEX review_item ON review_row (item, until, since, day);
    """

  /// Of the kinds that have tables of their own, only what has ended: what counts is found there. A large import is made
  /// of such records, and their entries cost it a twentieth of its time.
  ///
  /// SQLite takes the index for a query that has one of the two terms in it, to the letter.
  private static let fewerEntries = """
    DROP INDEX version_as_of;
    CREATE INDEX version_as_of ON version (kind, until, since)
      WHERE until < 9223372036854775807 OR NOT (kind = 'item' OR kind = 'measurement' OR kind = 'review');
    """
}
