import StrategyModel
import TextSearch
import TextUI

/// The line being typed at the foot of the screen.
public struct Prompt: Equatable, Sendable {
  public var finding: Finding
  public var field: TextField
  /// What was in force when typing began; Esc brings it back.
  public var before: String
  /// Why the text as it stands is not a filter, and where.
  public var error: FilterError?
  /// Nothing was typed yet: the first letter takes the place of what was kept.
  public var isUntouched = true
  /// The candidates that Tab offered, until another key is pressed.
  public var completing: Completing?
  /// Which of the earlier filters stands in the field, and what had been typed before it.
  public var recalled: Recalled?

  init(_ finding: Finding, _ text: String) {
    self.finding = finding
    field = TextField(text)
    before = text
  }

  /// A choice among candidates for the word at the caret.
  public struct Completing: Equatable, Sendable {
    public var completion: FilterCompletion
    /// The text before any candidate took its place.
    public var before: TextField
    /// The candidate that stands in the field.
    public var chosen: Int?
  }

  public struct Recalled: Equatable, Sendable {
    /// Place among the filters of earlier runs, 0 the oldest.
    public var place: Int
    public var typed: TextField
  }
}
