import StrategyModel
import TextUI

/// The first line: whose headquarters, the views, and as of when.
struct HeaderView {
  let state: AppState

  private var words: Words { state.words }
  private var policy: WidthPolicy { state.settings.policy }
  private var theme: Theme { state.theme }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    let parts = parts
    let right = parts.asOf.width(policy)
    canvas.draw(parts.left.truncated(to: max(1, rect.columns - right - 1), policy), at: rect.origin)
    canvas.draw(parts.asOf, at: Point(column: rect.endColumn - right, row: rect.row))
  }

  /// The view whose tab covers a column.
  func view(at column: Int) -> ScreenID? {
    let parts = parts
    var start = parts.name.width(policy)
    for (screen, tab) in zip(ScreenList.views, parts.tabs) {
      let end = start + tab.width(policy)
      if (start..<end).contains(column) { return screen.id }
      start = end
    }
    return nil
  }

  private struct Parts {
    var name: Line
    var tabs: [Line]
    var asOf: Line

    var left: Line { tabs.reduce(name, +) }
  }

  /// The fullest form that has room; that the city is made up is said in each, but on the narrowest screens.
  private var parts: Parts {
    let columns = state.size.columns
    let forms = (columns >= 110 ? wideForms : []) + narrowForms(columns)
    let none = Parts(name: Line(" "), tabs: tabs(.short), asOf: asOf(isShort: true, says: columns >= 64))
    return forms.first { $0.left.width(policy) + $0.asOf.width(policy) < columns } ?? none
  }

  private var wideForms: [Parts] {
    let mark = isFictional ? words.remark(words(.fictional)) : ""
    let named = [state.city.map { "\($0.headquarters)\(mark)  " }, state.city.map { "\($0.name)\(mark) " }]
      .compactMap { $0 }.map {
        Parts(name: Line(" \($0)", .bold), tabs: tabs(.wide), asOf: asOf(isShort: false, says: false))
      }
    return named
      + [Gap.wide, .narrow].map { Parts(name: Line(" "), tabs: tabs($0), asOf: asOf(isShort: false, says: true)) }
  }

  private func narrowForms(_ columns: Int) -> [Parts] {
    var names = [Line(" ")]
    if let city = state.city {
      names.insert(Line(" \(city.name) ", .bold), at: 0)
      if columns >= 96 { names.insert(Line(" \(city.headquarters)  ", .bold), at: 0) }
    }
    let asOf = asOf(isShort: true, says: columns >= 64)
    return (columns >= 64 ? [Gap.narrow, .short] : [.short]).flatMap { gap in
      names.map { Parts(name: $0, tabs: tabs(gap), asOf: asOf) }
    }
  }

  private enum Gap {
    case wide
    case narrow
    /// Only the view that is shown has its name.
    case short
  }

  /// `[1]概要  2 柱 …`: brackets mark the current view without colour.
  private func tabs(_ gap: Gap) -> [Line] {
    let current = state.places.rootView
    let space = gap == .wide ? "  " : " "
    return ScreenList.views.enumerated().map { index, screen in
      let number = index + 1
      if screen.id == current {
        return Line("[\(number)]\(words(screen.name))", theme.style(.currentView)) + Line(space)
      }
      return Line(gap == .short ? "\(number) " : "\(number) \(words(screen.name))\(space)")
    }
  }

  private var isFictional: Bool { state.city?.isFictional == true }

  /// - Parameter says: whether it says that the city is made up.
  private func asOf(isShort: Bool, says: Bool) -> Line {
    guard let asOf = state.asOf else { return Line() }
    let calendar = state.settings.calendar
    let date = isShort ? calendar.shortText(asOf.effective) : calendar.text(asOf.effective)
    let remark = state.settings.storeRemark.map { "\($0)  " } ?? ""
    let fictional = says && isFictional ? "\(words(.fictional))  " : ""
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
