import TextUI

/// The rule under the header, with the way to here: 取組 › 戸籍事務のAI化.
struct BreadcrumbView {
  let state: AppState

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let policy = state.settings.policy
    let text = TextFit.truncate(
      path.joined(separator: state.settings.lines == .unicode ? " › " : " > "), max(4, rect.columns - 8), policy)
    Rule(title: Line(" \(text) ", state.theme.style(.heading)), style: state.theme.style(.faint))
      .draw(into: &canvas, in: rect)
  }

  private var path: [String] {
    let words = state.words
    guard !ScreenList.isView(state.place.screen) else { return [words(state.screen.name)] }
    let view = ScreenList.screen(state.places.rootView)
    let title = state.screen.title(state.context)
    let own = title ?? words(state.screen.name)
    // Where the program was started on it, no view lies before it.
    return view.id == state.place.screen && view.id == .difference ? [own] : [words(view.name), own]
  }
}
