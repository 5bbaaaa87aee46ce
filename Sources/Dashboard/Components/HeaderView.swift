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

  private enum Name {
    case headquarters
    case city
    case none
  }

  private enum Gap {
    case wide
    case narrow
    /// Only the view that is shown has its name.
    case short
  }

  private struct Form {
    /// Columns from which on it is wanted.
    var from = 0
    var name: Name
    var gap: Gap
    var isDateShort = true
  }

  /// From the fullest to the shortest.
  private static let forms = [
    Form(from: 110, name: .headquarters, gap: .wide, isDateShort: false),
    Form(from: 110, name: .city, gap: .wide, isDateShort: false),
    Form(from: 110, name: .none, gap: .wide, isDateShort: false),
    Form(from: 110, name: .none, gap: .narrow, isDateShort: false),
    Form(from: 96, name: .headquarters, gap: .narrow), Form(from: 64, name: .city, gap: .narrow),
    Form(from: 64, name: .none, gap: .narrow), Form(from: 96, name: .headquarters, gap: .short),
    Form(name: .city, gap: .short),
  ]
  private static let shortest = Form(name: .none, gap: .short)

  /// The fullest form that has room.
  private var parts: Parts {
    let wanted = HeaderView.forms.lazy.filter { $0.from <= state.size.columns }.map(parts)
    return wanted.first { $0.left.width(policy) + $0.asOf.width(policy) < state.size.columns }
      ?? parts(HeaderView.shortest)
  }

  /// That the city is made up is said in each, but on the narrowest screens.
  private func parts(_ form: Form) -> Parts {
    let isInName = !form.isDateShort && form.name != .none
    let asOf = asOf(isShort: form.isDateShort, saysFictional: !isInName && state.size.columns >= 64)
    return Parts(name: name(form.name, saysFictional: isInName), tabs: tabs(form.gap), asOf: asOf)
  }

  private func name(_ name: Name, saysFictional: Bool) -> Line {
    let mark = saysFictional && isFictional ? words.remark(words(.fictional)) : ""
    switch name {
    case .headquarters: return state.city.map { Line(" \($0.headquarters)\(mark)  ", .bold) } ?? Line(" ")
    case .city: return state.city.map { Line(" \($0.name)\(mark) ", .bold) } ?? Line(" ")
    case .none: return Line(" ")
    }
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

  private func asOf(isShort: Bool, saysFictional: Bool) -> Line {
    guard let asOf = state.asOf else { return Line() }
    let calendar = state.settings.calendar
    let date = isShort ? calendar.shortText(asOf.effective) : calendar.text(asOf.effective)
    let remark = state.settings.storeRemark.map { "\($0)  " } ?? ""
    let fictional = saysFictional && isFictional ? "\(words(.fictional))  " : ""
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
