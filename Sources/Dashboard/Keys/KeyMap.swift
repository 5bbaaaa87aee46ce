import TextUI

/// The one registry of keys. Footer, help and palette are read from it; so is the meaning of a key.
public struct KeyMap: Sendable {
  public static let standard = KeyMap(
    bindings: views + moving + places + finding + lists + taking + revisions + correcting + program)

  public let bindings: [Binding]
  private let byKey: [Key: [Binding]]
  /// Those that the foot of a screen offers, most wanted first; of one rank side by side.
  private let inFooter: [[Binding]]

  public init(bindings: [Binding]) {
    self.bindings = bindings
    byKey = bindings.reduce(into: [:]) { map, binding in
      for key in binding.keys { map[key, default: []].append(binding) }
    }
    inFooter = Dictionary(grouping: bindings.filter { $0.footerRank != nil }) { $0.footerRank ?? 0 }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  /// What a key means on a screen; a meaning of that screen alone comes before one that holds everywhere.
  public func action(for key: Key, on screen: any Screen) -> Action? {
    let candidates = byKey[key, default: []].filter { $0.scope != .prompt && $0.applies(on: screen) }
    return (candidates.first { $0.scope != .everywhere } ?? candidates.first)?.action
  }

  /// What a key means while a filter is typed, beside editing.
  public func promptAction(for key: Key) -> Action? {
    byKey[key, default: []].first { $0.scope == .prompt || $0.action == .copyCommand }?.action
  }

  public func binding(of action: Action) -> Binding? { bindings.first { $0.action == action } }

  /// What the foot of a screen offers, most wanted first; of one rank side by side.
  public func footer(on screen: any Screen) -> [[Binding]] {
    inFooter.map { $0.filter { $0.applies(on: screen) } }.filter { !$0.isEmpty }
  }

  private static let views =
    ScreenList.views.enumerated().map { index, screen in
      Binding(.view(screen.id), [.character(Character(String(index + 1)))], screen.name, .views)
    } + [Binding(.view(.attention), [.character("w")], .allAttention, .views)]

  private static let moving = [
    Binding(.rowDown, [.character("j"), .down], .rowDown, .moving),
    Binding(.rowUp, [.character("k"), .up], .rowUp, .moving),
    Binding(.paneLeft, [.character("h"), .left], .paneLeft, .moving),
    Binding(.paneRight, [.character("l"), .right], .paneRight, .moving),
    Binding(.first, [.character("g"), .home], .first, .moving),
    Binding(.last, [.character("G"), .end], .last, .moving),
    Binding(.halfPageDown, [.control("d")], .halfPageDown, .moving),
    Binding(.halfPageUp, [.control("u")], .halfPageUp, .moving),
    Binding(.pageDown, [.pageDown, .control("f"), .character(" ")], .pageDown, .moving),
    Binding(.pageUp, [.pageUp, .control("b")], .pageUp, .moving),
    Binding(.nextPane, [.tab], .nextPane, .moving),
    Binding(.previousPane, [.backTab], .previousPane, .moving),
  ]

  private static let places = [
    Binding(.open, [.enter], .open, .places, footer: 2),
    Binding(.back, [.escape], .back, .places, footer: 6),
    Binding(.close, [.character("q")], .close, .places),
    Binding(.olderPlace, [.character("[")], .olderPlace, .places),
    Binding(.newerPlace, [.character("]")], .newerPlace, .places),
  ]

  private static let finding = [
    Binding(.filter, [.character("/")], .filter, .finding, in: .lists, footer: 1),
    Binding(.filter, [.character("/")], .searchText, .finding, in: .records, footer: 1),
    Binding(.nextHit, [.character("n")], .nextHit, .finding, in: .records),
    Binding(.previousHit, [.character("N")], .previousHit, .finding, in: .records),
    Binding(.keepFilter, [.character(";")], .keepFilter, .finding),
    Binding(.filterMenu, [.character("f")], .filterMenu, .finding),
    Binding(.savedFilters, [.character("F")], .savedFilters, .finding),
    Binding(.completeNext, [.tab], .completeNext, .finding, in: .prompt),
    Binding(.completePrevious, [.backTab], .completePrevious, .finding, in: .prompt),
    Binding(.olderFilter, [.control("p")], .olderFilter, .finding, in: .prompt),
    Binding(.newerFilter, [.control("n")], .newerFilter, .finding, in: .prompt),
  ]

  private static let lists = [
    Binding(.layout, [.character("v")], .layout, .lists, in: .screen(.actions), footer: 3),
    Binding(.grouping, [.character("b")], .grouping, .lists, in: .screen(.actions)),
    Binding(.sort, [.character("s")], .sort, .lists, in: .screen(.actions), footer: 4),
    Binding(.reverseSort, [.character("S")], .reverseSort, .lists, in: .screen(.actions)),
    Binding(.columns, [.character("C")], .columns, .lists, in: .screen(.actions)),
    Binding(.preview, [.character("p")], .preview, .lists),
  ]

  private static let taking = [
    Binding(.source, [.character("o")], .showSource, .taking),
    Binding(.copyID, [.character("y")], .copyID, .taking),
    Binding(.copyMarkdown, [.character("Y")], .copyMarkdown, .taking),
    Binding(.copyCommand, [.control("y")], .copyCommand, .taking),
    Binding(.snapshot, [.control("s")], .snapshot, .taking, footer: 7),
    Binding(.exportMenu, [.character("x")], .exportMenu, .taking),
  ]

  private static let revisions = [
    Binding(.olderRevision, [.character(",")], .olderRevision, .revisions, footer: 5),
    Binding(.newerRevision, [.character(".")], .newerRevision, .revisions, footer: 5),
    Binding(.latestRevision, [.character("=")], .latestRevision, .revisions),
    Binding(.goTo, [.character("A")], .goTo, .revisions),
    Binding(.difference, [.character("d")], .showDifference, .revisions),
    Binding(.differenceSince, [.character("D")], .differenceSince, .revisions),
    Binding(.sinceLastMeeting, [.character("M")], .sinceLastMeeting, .revisions),
    Binding(.comparison, [.character("B")], .comparison, .revisions),
  ]

  private static let correcting = [
    Binding(.edit, [.character("e")], .editRecord, .correcting),
    Binding(.add, [.character("a")], .addRecord, .correcting),
    Binding(.movePhase, [.character("m")], .movePhase, .correcting),
    Binding(.addMeasurement, [.character("K")], .addMeasurement, .correcting),
    Binding(.addReview, [.character("R")], .addReview, .correcting),
    Binding(.addDecision, [.character("E")], .addDecision, .correcting),
    Binding(.addItem, [.character("I")], .addItem, .correcting),
    Binding(.addMeeting, [.character("T")], .addMeeting, .correcting),
    Binding(.addUpdate, [.character("H")], .addUpdate, .correcting),
    Binding(.undo, [.character("u")], .undoRevision, .correcting),
  ]

  private static let program = [
    Binding(.reload, [.character("r")], .reload, .program),
    Binding(.redraw, [.control("l")], .redrawScreen, .program),
    Binding(.present, [.character("P")], .present, .program),
    Binding(.theme, [.character("t")], .themes, .program),
    Binding(.mouse, [.function(2)], .mouse, .program),
    Binding(.suspend, [.control("z")], .suspend, .program),
    Binding(.palette, [.character(":")], .palette, .program, footer: 8),
    Binding(.help, [.character("?")], .help, .program, footer: 9),
    Binding(.quit, [.character("Q"), .control("c")], .quit, .program),
  ]
}
