import StrategyModel
import TextUI

/// The first line: whose headquarters, the views, and as of when.
struct HeaderView {
  let state: AppState

  private var words: Words { state.words }
  private var policy: WidthPolicy { state.settings.policy }
  private var theme: Theme { state.theme }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    let asOf = asOf(rect.columns)
    let right = asOf.width(policy)
    canvas.draw(
      (name + tabs).truncated(to: max(1, rect.columns - right - 1), policy), at: rect.origin)
    canvas.draw(asOf, at: Point(column: rect.endColumn - right, row: rect.row))
  }

  /// The view whose tab covers a column.
  func view(at column: Int) -> ScreenID? {
    var start = name.width(policy)
    for (screen, tab) in zip(ScreenList.views, tabLines) {
      let end = start + tab.width(policy)
      if (start..<end).contains(column) { return screen.id }
      start = end
    }
    return nil
  }

  private var name: Line {
    guard let city = state.city else { return Line(" ") }
    guard state.size.columns >= 96 else {
      // A narrow screen names the city alone, where its name leaves room for the rest.
      let short = Line(" \(city.name) ", .bold)
      let rest = tabs.width(policy) + asOf(state.size.columns).width(policy)
      return short.width(policy) + rest < state.size.columns ? short : Line(" ")
    }
    let mark = city.isFictional ? words.remark(words(.fictional)) : ""
    return Line(" \(city.headquarters)\(mark)  ", .bold)
  }

  private var tabs: Line { tabLines.reduce(Line(), +) }

  /// `[1]概要  2 柱 …`: brackets mark the current view without colour.
  private var tabLines: [Line] {
    let current = state.places.rootView
    if state.size.columns < 64 {
      return ScreenList.views.enumerated().map { index, screen in
        screen.id == current
          ? Line("[\(index + 1)]\(words(screen.name)) ", theme.style(.currentView)) : Line("\(index + 1) ")
      }
    }
    let gap = state.size.columns >= 110 ? "  " : " "
    return ScreenList.views.enumerated().map { index, screen in
      screen.id == current
        ? Line("[\(index + 1)]\(words(screen.name))", theme.style(.currentView)) + Line(gap)
        : Line("\(index + 1) \(words(screen.name))\(gap)")
    }
  }

  private func asOf(_ columns: Int) -> Line {
    guard let asOf = state.asOf else { return Line() }
    let isNarrow = columns < 110
    let date =
      isNarrow ? state.settings.calendar.shortText(asOf.effective) : state.settings.calendar.text(asOf.effective)
    let remark = state.settings.storeRemark.map { "\($0)  " } ?? ""
    let fictional = isNarrow && state.city?.isFictional == true && columns >= 64 ? "\(words(.fictional))  " : ""
    if state.pinned != nil {
      return Line(remark + fictional, theme.style(.warning))
        + Line(" r\(asOf.number) \(date) \(words(.asOf)) ", theme.style(.past))
    }
    return Line(remark + fictional, theme.style(.warning))
      + Line("r\(asOf.number) \(date) \(words.dot) \(words(.latest)) ")
  }
}

extension PlaceHistory {
  /// The view that is shown, or from which what is shown was reached.
  var rootView: ScreenID {
    if ScreenList.isView(current.screen) { return current.screen }
    if let view = older.last(where: { ScreenList.isView($0.screen) }) { return view.screen }
    // Where the program was started on it, no view lies before it.
    return ScreenList.isDetail(current.screen) ? current.screen : .overview
  }
}
