/// How a record differs between two points in time.
public struct RecordDifference: Hashable, Sendable {
  public var reference: Reference
  public var change: RevisionTouch.Change
  /// In the order in which the record shows its fields; of an added or retired record empty but for what was measured.
  public var fields: [FieldDifference]

  public init(reference: Reference, change: RevisionTouch.Change, fields: [FieldDifference] = []) {
    self.reference = reference
    self.change = change
    self.fields = fields
  }
}

/// How one field of a record differs. Without old and new value the order within the field changed.
public struct FieldDifference: Hashable, Sendable {
  /// By its name in the model: `phase`, `schedule`; what is nested by one of its own: `phaseBasis`.
  public var name: String
  /// Of which part of the record: a KPI's name, a fiscal year.
  public var part: [FieldValue]
  public var old: FieldValue?
  public var new: FieldValue?

  public init(_ name: String, part: [FieldValue] = [], old: FieldValue?, new: FieldValue?) {
    self.name = name
    self.part = part
    self.old = old
    self.new = new
  }
}

/// How the ledger differs between two revisions, in words of records: a measurement or review shows at its item.
public struct LedgerDifference: Hashable, Sendable {
  public enum Heading: Hashable, Sendable {
    /// Items of a pillar, by its name; `nil` for items without one.
    case pillar(String?)
    /// Records of another kind.
    case kind(RecordKind)
  }

  public struct Group: Hashable, Sendable {
    public var heading: Heading
    /// All of the group that were found, of which ``records`` may be a part.
    public var count: Int
    public var records: [RecordDifference]
    /// Earlier records of the group stand on the page before.
    public var isContinued: Bool

    public init(heading: Heading, count: Int, records: [RecordDifference], isContinued: Bool = false) {
      self.heading = heading
      self.count = count
      self.isContinued = isContinued
      self.records = records
    }
  }

  /// `nil` stands for the time before the first revision.
  public var from: Revision?
  public var to: Revision?
  /// All that differ, by kind and change, whatever the filter.
  public var counts: [RecordKind: [RevisionTouch.Change: Int]]
  /// The same by change alone, measurements and reviews counted at their items.
  public var changes: [RevisionTouch.Change: Int]
  /// How many records differ, measurements and reviews counted at their items.
  public var total: Int { changes.values.reduce(0, +) }
  /// How many of these the filter finds.
  public var found: Int
  /// Place of the first record in ``groups`` among those found.
  public var start: Int
  public var groups: [Group]
  /// What the ids in the fields are called.
  public var names: [String: String]

  public init(
    from: Revision?, to: Revision?, counts: [RecordKind: [RevisionTouch.Change: Int]],
    changes: [RevisionTouch.Change: Int], found: Int, start: Int, groups: [Group], names: [String: String]
  ) {
    self.from = from
    self.to = to
    self.counts = counts
    self.changes = changes
    self.found = found
    self.start = start
    self.groups = groups
    self.names = names
  }

  public func count(_ change: RevisionTouch.Change) -> Int { changes[change] ?? 0 }

  /// How many records ``groups`` hold.
  public var shown: Int { groups.reduce(0) { $0 + $1.records.count } }
}
