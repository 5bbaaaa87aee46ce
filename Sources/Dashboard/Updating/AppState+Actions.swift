import StrategyModel
import TextUI

/// What each action does.
extension AppState {
  mutating func perform(_ action: Action) -> [Effect] {
    if mustWait(action) {
      waiting.append(.action(action))
      return []
    }
    return carryOut(action)
  }

  private mutating func carryOut(_ action: Action) -> [Effect] {
    switch action {
    case .view(let screen): goToView(screen)
    case .rowDown: move(by: 1)
    case .rowUp: move(by: -1)
    case .pageDown: movePage(1)
    case .pageUp: movePage(-1)
    case .halfPageDown: movePage(1, dividedBy: 2)
    case .halfPageUp: movePage(-1, dividedBy: 2)
    case .first: moveToEdge(false)
    case .last: moveToEdge(true)
    case .paneLeft: moveSideways(-1)
    case .paneRight: moveSideways(1)
    case .nextPane: moveFocus(1, wraps: true)
    case .previousPane: moveFocus(-1, wraps: true)
    case .open: open(selectedDoor)
    case .back: stepBack()
    case .close: close()
    case .quit: [.quit]
    case .olderPlace: goOlder()
    case .newerPlace: goNewer()
    case .filter: beginFinding()
    case .nextHit: stepHit(1)
    case .previousHit: stepHit(-1)
    case .keepFilter: keepFilterAcrossViews()
    case .filterMenu: openFilterMenu()
    case .savedFilters: openSavedFilters()
    case .completeNext: complete(1)
    case .completePrevious: complete(-1)
    case .olderFilter: recall(-1)
    case .newerFilter: recall(1)
    case .layout: changeLayout()
    case .grouping: changeGrouping()
    case .sort: changeSort()
    case .reverseSort: reverseSort()
    case .columns: openColumns()
    case .preview: togglePreview()
    case .source: showSource()
    case .copyID: copyID()
    case .copyMarkdown: copyMarkdown()
    case .copyCommand: copyCommand()
    case .snapshot: order(.text)
    case .exportMenu: open(.export)
    case .olderRevision: stepRevision(-1)
    case .newerRevision: stepRevision(1)
    case .latestRevision: goToLatestRevision()
    case .difference: openDifference()
    case .differenceSince: open(.since)
    case .sinceLastMeeting: openDifferenceSinceLastMeeting()
    case .comparison: openPalette(typing: PointCommand.since)
    case .goTo: openPalette(typing: PointCommand.goTo)
    case .edit: editRecord()
    case .add: openCorrectionMenu()
    case .movePhase: openForm(.phase)
    case .addMeasurement: openForm(.measurement)
    case .addReview: openForm(.review)
    case .addDecision: openForm(.decision)
    case .addItem: addRecord(.item)
    case .addMeeting: addRecord(.meeting)
    case .addUpdate: addRecord(.update)
    case .undo: askToUndo()
    case .present: present()
    case .theme: openThemes()
    case .reload: reload()
    case .redraw: [.redraw]
    case .mouse: toggleMouse()
    case .suspend: [.suspend]
    case .palette: openPalette()
    case .help: openHelp()
    }
  }

  private mutating func reload() -> [Effect] {
    for id in slots.keys { slots[id]?.isStale = true }
    notice = Notice(.information, words(.reloaded))
    return []
  }

  private mutating func toggleMouse() -> [Effect] {
    settings.usesMouse.toggle()
    notice = Notice(.information, words(settings.usesMouse ? .mouseOn : .mouseOff))
    return [.setMouse(settings.usesMouse)]
  }

  func snapshotOrder(revision: Int?) -> SnapshotOrder {
    SnapshotOrder(place: place, options: options, revision: revision, since: since, width: max(40, size.columns))
  }
}
