import StrategyModel
import TextUI

/// A page of a difference as plain lines, for output that is longer than a screen holds.
public enum DifferenceLines {
  public static func lines(_ difference: LedgerDifference, settings: Settings, columns: Int) -> [String] {
    let context = ScreenContext(
      place: Place(.difference), slots: [:], settings: settings, options: ItemListOptions(), columns: columns, rows: 0)
    return DifferenceView(context: context, difference: difference).lines()
  }
}
