/// Records as somebody wants them, with the state of each that they had read.
public struct Correction: Sendable {
  public struct Part: Hashable, Sendable {
    public var key: RecordKey
    /// What was read; `nil` when there was no such record.
    public var base: Record?
    /// What it is to be; `nil` to retire it.
    public var wanted: Record?

    public init(_ wanted: Record, base: Record?) {
      key = wanted.key
      self.base = base
      self.wanted = wanted
    }
  }

  public var parts: [Part]
  public var effective: CivilDate
  public var author: String
  public var title: String
  public var note: String?

  public init(parts: [Part], effective: CivilDate, author: String, title: String, note: String? = nil) {
    self.parts = parts
    self.effective = effective
    self.author = author
    self.title = title
    self.note = note
  }
}

/// A record that somebody else changed while it was being corrected.
public struct CorrectionClash: Hashable, Sendable {
  public var key: RecordKey
  public var base: Record?
  public var mine: Record?
  /// What stands now; `nil` when it was retired.
  public var theirs: Record?
  public var merge: FieldMerge
  /// The merge as a record; `nil` where the two together are none.
  public var proposal: Record?
  /// The revision that brought what stands now, or retired it.
  public var revision: Revision

  public init(
    key: RecordKey, base: Record?, mine: Record?, theirs: Record?, merge: FieldMerge, proposal: Record?,
    revision: Revision
  ) {
    self.key = key
    self.base = base
    self.mine = mine
    self.theirs = theirs
    self.merge = merge
    self.proposal = proposal
    self.revision = revision
  }
}

public enum CorrectionResult: Sendable {
  case written(Revision)
  /// All records are so already.
  case unchanged
  /// Nothing was written.
  case clash([CorrectionClash])
}
