/// What taking back one revision would do to the store as of a head.
public struct UndoPlan: Hashable, Sendable {
  /// The revision to take back.
  public var revision: Revision
  /// The head it was planned on.
  public var head: Int
  /// What puts the records back as they were before it; nothing for those that are so already.
  public var changes: [RecordChange]
  /// What later revisions did with its records. While there is any, nothing is written.
  public var conflicts: [UndoConflict]

  public init(revision: Revision, head: Int, changes: [RecordChange], conflicts: [UndoConflict]) {
    self.revision = revision
    self.head = head
    self.changes = changes
    self.conflicts = conflicts
  }

  /// The title of the revision that takes it back, unless another is given.
  public var title: String { "r\(revision.number)「\(revision.title)」の取り消し" }
}

/// Why a record cannot be put back without overwriting, or leaving behind, what somebody wrote later.
public struct UndoConflict: Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    /// The record itself was changed, retired or put again.
    case changed
    /// The record would go, and another that was written later names it.
    case named(by: Reference)
  }

  public var record: Reference
  public var cause: Cause
  /// The last revision that did so.
  public var revision: Revision

  public init(record: Reference, cause: Cause, revision: Revision) {
    self.record = record
    self.cause = cause
    self.revision = revision
  }
}

public enum UndoResult: Hashable, Sendable {
  case written(Revision, UndoPlan)
  /// All its records are as they were before it.
  case unchanged(UndoPlan)
  case conflict(UndoPlan)
}
