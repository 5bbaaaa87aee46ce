import StrategyModel
import TextUI

/// Going from place to place and from revision to revision.
extension AppState {
  mutating func go(to place: Place) {
    var place = place
    if let keptFilter, place.subject == nil, place.filter.isEmpty { place.filter = keptFilter }
    places.visit(place)
    arrive()
  }

  private mutating func arrive() {
    slots = [:]
    prompt = nil
    overlay = nil
  }

  mutating func open(_ door: Door?) -> [Effect] {
    switch door {
    case nil: return refuse(.nothingToOpen)
    case .record(let key)?: go(to: Place(record: key))
    case .recordAsOf(let key, let number)?:
      let effects = goTo(revision: number)
      go(to: Place(record: key))
      return effects
    case .revision(let number)?: go(to: Place(revision: number))
    case .view(let screen, let filter)?: go(to: Place(screen, filter: filter))
    case .address(let address)?: return show(source: [address])
    }
    return []
  }

  mutating func goToView(_ screen: ScreenID) -> [Effect] {
    guard place.screen != screen else {
      notice = Notice(.information, words(.alreadyHere))
      return perform(.first)
    }
    go(to: places.view(screen))
    return []
  }

  /// Esc: the popup, then the marks and the filter, then the place.
  mutating func stepBack() -> [Effect] {
    if overlay != nil {
      overlay = nil
    } else if !changed.isEmpty {
      changed = []
      notice = nil
    } else if !place.search.isEmpty {
      place.search = ""
    } else if place.filter != place.openingFilter, screen.finding == .filter {
      keptFilter = nil
      setFilter(place.openingFilter)
    } else if places.goOlder() {
      arrive()
    } else if !place.filter.isEmpty {
      keptFilter = nil
      setFilter("")
    } else {
      return refuse(.atTop)
    }
    return []
  }

  /// q: closes what is open; on the first screen it quits.
  mutating func close() -> [Effect] {
    if overlay != nil {
      overlay = nil
      return []
    }
    guard !ScreenList.isView(place.screen), places.goOlder() else { return [.quit] }
    arrive()
    return []
  }

  mutating func goOlder() -> [Effect] {
    guard places.goOlder() else { return refuse(.noOlder) }
    arrive()
    return []
  }

  mutating func goNewer() -> [Effect] {
    guard places.goNewer() else { return refuse(.noNewer) }
    arrive()
    return []
  }

  /// `,` and `.`: the revision before or after the one that is shown.
  mutating func stepRevision(_ step: Int) -> [Effect] {
    guard let head else { return [] }
    if case .difference(let from, let to)? = place.subject { return stepDifference(from, to, step, head) }
    let next = (pinned ?? head) + step
    if next < 1 { return refuse(.noOlderRevision) }
    if next > head || pinned == nil && step > 0 { return refuse(.noNewerRevision) }
    pinned = next == head ? nil : next
    changed = []
    return []
  }

  /// What a revision changed leads to what its neighbour changed; a difference over several has none.
  private mutating func stepDifference(_ from: Int, _ to: Int, _ step: Int, _ head: Int) -> [Effect] {
    guard to == from + 1 else { return refuse(.noNeighbourOfDifference) }
    let next = to + step
    if next < 1 { return refuse(.noOlderRevision) }
    if next > head { return refuse(.noNewerRevision) }
    go(to: Place(revision: next))
    return []
  }

  mutating func goToLatestRevision() -> [Effect] {
    guard pinned != nil else { return refuse(.noNewerRevision) }
    pinned = nil
    return []
  }
}
