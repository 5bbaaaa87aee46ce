import StrategyModel
import TextUI

/// The screen as cells.
public func view(_ state: AppState) -> Grid {
  var canvas = Canvas(size: state.size, policy: state.settings.policy, lineSet: state.context.lineSet)
  guard !Frame.isTooSmall(state.size) else {
    let text = TextFit.truncate(state.words(.tooSmall), state.size.columns, state.settings.policy)
    canvas.draw(text, at: Point(column: 0, row: 0))
    return canvas.grid
  }
  let frame = Frame(state.size)
  HeaderView(state: state).draw(into: &canvas, in: frame.header)
  BreadcrumbView(state: state).draw(into: &canvas, in: frame.topRule)
  // Made once for all parts: a screen's panes are a good half of the cost of a frame.
  let panes = state.panes
  BodyView(state: state, panes: panes).draw(into: &canvas, frame)
  FooterView(state: state, focused: state.focused(in: panes)).draw(into: &canvas, frame)
  if let overlay = state.overlay { OverlayView(state: state, overlay: overlay).draw(into: &canvas) }
  return canvas.grid
}

/// The panes with their titles, rows and selections.
struct BodyView {
  let state: AppState
  let panes: [Pane]

  func draw(into canvas: inout Canvas, _ frame: Frame) {
    guard !panes.isEmpty else {
      canvas.draw(state.words(.loading), Theme.standard.style(.faint), at: frame.body.origin)
      return
    }
    var shown = panes
    if let preview = previewPane(beside: panes) { shown = preview }
    for (index, area) in frame.areas(of: shown).enumerated() {
      let isFocused = panes.count == 1 ? index == 0 : index == min(state.place.focus, panes.count - 1)
      let painter = PanePainter(pane: shown[index], state: state, isFocused: isFocused)
      canvas.within(area) { painter.draw(into: &$0) }
    }
  }

  /// The list at half width and the selected record beside it.
  private func previewPane(beside panes: [Pane]) -> [Pane]? {
    guard state.options.showsPreview, state.previewTopic != nil, let list = state.focused(in: panes) else { return nil }
    var context = state.context
    let columns = context.columns / 2
    let rest = context.columns - columns - Pane.gap
    context.columns = columns
    let dossier: Dossier? =
      if case .dossier(let dossier)? = context.content(.preview) { dossier } else { nil }
    let rows = dossier.map { RecordScreen.rows($0, context, columns: rest) } ?? []
    var narrow = list
    narrow.columns = columns
    return [
      narrow,
      Pane(id: "preview", list: rows, columns: rest, emptyText: state.words(.loading)),
    ]
  }
}
