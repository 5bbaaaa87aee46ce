import StrategyModel
import TextSearch
import TextUI

/// A screen's name: the word of the command line (`honbu snapshot meetings`) and of the JSON.
public struct ScreenID: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A screen: what it asks of the store, and what it shows of the answers. It holds nothing itself.
public protocol Screen: Sendable {
  var id: ScreenID { get }
  var name: Word { get }
  /// What `/` does here.
  var finding: Finding { get }
  /// The questions that feed the screen, by the part they feed.
  func topics(_ context: ScreenContext) -> [SlotID: Topic]
  /// The panes from left to right; a screen too narrow for them gives one.
  func panes(_ context: ScreenContext) -> [Pane]
  /// Rows that are to be made once for an answer and a width, for a screen with dear ones.
  func layOut(_ context: ScreenContext) -> RowLayout?
  /// How many parts can have the focus; more than panes where a narrow screen shows one part at a time.
  func focusCount(_ context: ScreenContext) -> Int
  /// Which part has the focus on arrival.
  func firstFocus(_ context: ScreenContext) -> Int?
  /// The last part of the breadcrumb, if it is more than the screen's name.
  func title(_ context: ScreenContext) -> String?
  /// How many things the filter finds, of how many; `nil` while that is not known.
  func counts(_ context: ScreenContext) -> FilterCounts?
  /// What the screen says, for formats that lay it out in their own way.
  func outline(_ context: ScreenContext) -> [OutlinePart]
  /// Whether all tables of the outline have the same columns: they make one sheet.
  var isOneSheet: Bool { get }
}

public enum Finding: Sendable {
  /// Narrows the rows while one types.
  case filter
  /// Looks for text and steps from hit to hit.
  case search
}

public struct FilterCounts: Hashable, Sendable {
  public var found: Int
  public var total: Int
  /// The share of all that was looked at so far, from 0 to 1.
  public var searched: Double
  /// Latin words were taken for readings, because they stand nowhere as they are.
  public var isByReading: Bool
  /// Further records that Latin words would find as readings.
  public var moreByReading: Int
  /// The counts are those of the filter before: this one's answer has not come.
  public var isPending = false

  public init(
    found: Int, total: Int, searched: Double = 1, isByReading: Bool = false, moreByReading: Int = 0
  ) {
    self.found = found
    self.total = total
    self.searched = searched
    self.isByReading = isByReading
    self.moreByReading = moreByReading
  }

  /// The filter in words, as it was understood: 「madoguchi」の読み where the letters stand nowhere.
  func sentence(of filter: FilterQuery, _ calendar: CalendarStyle) -> String {
    (isByReading ? filter.withReadings(nil) ?? filter : filter).sentence(calendar)
  }
}

extension Screen {
  public var finding: Finding { .filter }
  public func layOut(_ context: ScreenContext) -> RowLayout? { nil }
  public func focusCount(_ context: ScreenContext) -> Int { panes(context).count }
  public func firstFocus(_ context: ScreenContext) -> Int? {
    panes(context).firstIndex { $0.rows.count > 0 }
  }
  public func title(_ context: ScreenContext) -> String? { nil }
  public func counts(_ context: ScreenContext) -> FilterCounts? { nil }
  public var isOneSheet: Bool { false }
  public func outline(_ context: ScreenContext) -> [OutlinePart] {
    panes(context).flatMap { pane in
      (0..<pane.rows.count).flatMap { pane.rows.row($0).lines }.filter { !$0.isEmpty }
        .map { .paragraph(OutlineText($0.text)) }
    }
  }
}

/// The screens that there are. A new one is a folder beside the others and a line here.
public enum ScreenList {
  /// Those with a digit, in the order of their digits.
  public static let views: [any Screen] = [
    OverviewScreen(), PillarsScreen(), ActionsScreen(), MeetingsScreen(), UpdatesScreen(), DocumentsScreen(),
  ]

  /// Those that open from a view, and have a name of their own on the command line.
  public static let further: [any Screen] = [AttentionScreen()]

  /// Those that open from a row.
  public static let details: [any Screen] = [RecordScreen(), DifferenceScreen()]

  private static let byID = Dictionary(uniqueKeysWithValues: (views + further + details).map { ($0.id, $0) })

  /// Whether it has a digit and a tab.
  static func isView(_ id: ScreenID) -> Bool { views.contains { $0.id == id } }

  static func isDetail(_ id: ScreenID) -> Bool { details.contains { $0.id == id } }

  public static func screen(_ id: ScreenID) -> any Screen { byID[id] ?? OverviewScreen() }
}
