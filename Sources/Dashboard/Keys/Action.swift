import StrategyModel

/// All that an operator can order. Keys, footer, help and palette are made from this list.
public enum Action: Hashable, Sendable {
  case view(ScreenID)
  case rowDown, rowUp, pageDown, pageUp, halfPageDown, halfPageUp, first, last
  case paneLeft, paneRight, nextPane, previousPane
  case open, back, close, quit
  case olderPlace, newerPlace
  case filter, nextHit, previousHit, keepFilter
  case filterMenu, savedFilters
  case completeNext, completePrevious, olderFilter, newerFilter
  case layout, grouping, sort, reverseSort, columns
  case preview
  case source, copyID, copyMarkdown, copyCommand
  case snapshot, exportMenu
  case olderRevision, newerRevision, latestRevision, goTo
  case difference, differenceSince, sinceLastMeeting, comparison
  case edit, add, movePhase, addMeasurement, addReview, addDecision, addItem, addMeeting, addUpdate, undo
  case present, theme
  case reload, redraw, mouse, suspend
  case palette, help
}

extension Action: CaseIterable {
  /// In the order in which help lists them.
  public static let allCases: [Action] =
    (ScreenList.views + ScreenList.further).map { .view($0.id) } + [
      .rowDown, .rowUp, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last, .paneLeft, .paneRight, .nextPane,
      .previousPane, .open, .back, .close, .quit, .olderPlace, .newerPlace, .filter, .nextHit, .previousHit,
      .keepFilter, .filterMenu, .savedFilters, .completeNext, .completePrevious, .olderFilter, .newerFilter, .layout,
      .grouping,
      .sort,
      .reverseSort, .columns, .preview,
      .source, .copyID, .copyMarkdown, .copyCommand,
      .snapshot, .exportMenu, .olderRevision, .newerRevision, .latestRevision, .goTo, .difference, .differenceSince,
      .sinceLastMeeting, .comparison, .edit, .add, .movePhase, .addMeasurement, .addReview, .addDecision, .addItem,
      .addMeeting, .addUpdate, .undo, .present, .theme, .reload, .redraw, .mouse, .suspend, .palette, .help,
    ]
}

extension Action {
  /// Whether it leads to a revision of the store.
  var writes: Bool {
    switch self {
    case .edit, .add, .movePhase, .addMeasurement, .addReview, .addDecision, .addItem, .addMeeting, .addUpdate, .undo:
      true
    default: false
    }
  }
}
