/// A quick correction as it is to be written: whose it is, and whether the update history tells of it.
public struct CorrectionOrder: Hashable, Sendable {
  public var correction: QuickCorrection
  public var author: String
  /// A line for 更新履歴; empty for none.
  public var update: String

  public init(_ correction: QuickCorrection, author: String, update: String = "") {
    self.correction = correction
    self.author = author
    self.update = update
  }
}

/// What became of a correction that was ordered.
public enum CorrectionAnswer: Hashable, Sendable {
  /// A revision of the store; the latest, when it was written.
  case written(Revision)
  /// The records were so already.
  case unchanged
  /// The text was emptied: nothing was written.
  case givenUp
  /// Nothing was written; what was typed in the editor lies in this file.
  case kept(draft: String, reasons: [String])
  /// A field of the form cannot be so.
  case refused(CorrectionField, String)
  /// Somebody changed the record since it was read: what stands now (`nil`: it was retired), and what is said of it.
  case overtaken(by: Record?, [String])
  case failed(String)
}

/// A field of a form for a quick correction.
public enum CorrectionField: Hashable, Sendable {
  case phase, kpi, value, date, reason, source, reviewer, note, text, items, update, author
}
