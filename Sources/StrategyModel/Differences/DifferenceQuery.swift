/// Which part of the difference between two revisions is wanted.
public struct DifferenceQuery: Hashable, Sendable {
  /// Revision numbers; 0 stands for the time before the first. Either may be the later one.
  public var from: Int
  public var to: Int
  /// A filter in the filter language, already known to be valid; empty for all. A record passes as it was or as it is.
  public var filter: String
  /// Place of the first record wanted among those found.
  public var start: Int
  public var count: Int
  /// Asks for a window that holds this record, if it differs; else from ``start`` on.
  public var anchor: RecordKey?

  public init(from: Int, to: Int, filter: String = "", start: Int = 0, count: Int) {
    self.from = from
    self.to = to
    self.filter = filter
    self.start = start
    self.count = count
  }

  /// Whether only the window differs.
  public func isSameList(as other: DifferenceQuery) -> Bool {
    from == other.from && to == other.to && filter == other.filter
  }
}

/// Records that were put after a revision, to be marked in lists.
public struct TouchedRecords: Hashable, Sendable {
  public var keys: Set<RecordKey>
  /// False where there are too many to be marked.
  public var isWhole: Bool

  public init(keys: Set<RecordKey>, isWhole: Bool) {
    self.keys = keys
    self.isWhole = isWhole
  }
}
