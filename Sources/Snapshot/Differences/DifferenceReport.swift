import Dashboard
import StrategyModel
import TextUI

/// Writes a difference page by page.
public protocol DifferenceReport {
  /// The text of the next page; before the first of them what stands above all.
  mutating func page(_ difference: LedgerDifference) throws -> String
  /// What stands below all.
  func end() -> String
}

/// The difference as the screen shows it.
public struct DifferenceText: DifferenceReport {
  private let settings: Settings
  private let columns: Int

  public init(settings: Settings, columns: Int) {
    self.settings = settings
    self.columns = columns
  }

  public mutating func page(_ difference: LedgerDifference) throws -> String {
    DifferenceLines.lines(difference, settings: settings, columns: columns)
      .map { SafeText.visible($0).withoutTrailingSpaces + "\n" }.joined()
  }

  public func end() -> String { "" }
}
