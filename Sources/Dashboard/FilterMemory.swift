import TextSearch

/// Filters that outlive the run, as they were last read from the operator's own files.
public struct FilterMemory: Equatable, Sendable {
  /// Filters that were used, oldest first.
  public var history: [String]
  /// In the order of the config file.
  public var saved: [SavedFilter]

  /// How many used filters are kept.
  public static let historyLimit = 200

  public init(history: [String] = [], saved: [SavedFilter] = []) {
    self.history = history
    self.saved = saved
  }

  /// - Returns: whether the filter is new: an empty one is not kept, nor one that was used just before.
  public mutating func remember(_ filter: String) -> Bool {
    guard filter.contains(where: { !$0.isWhitespace }), filter != history.last else { return false }
    history = Array((history + [filter]).suffix(FilterMemory.historyLimit))
    return true
  }
}
