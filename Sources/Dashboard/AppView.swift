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
  if let presentation = state.presentation {
    PresentationView(state: state, presentation: presentation).draw(into: &canvas)
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
  let ground = state.theme.ground
  if ground != .plain { canvas.restyle(canvas.bounds) { $0.over(ground) } }
  return canvas.grid
}

/// The panes with their titles, rows and selections.
struct BodyView {
  let state: AppState
  let panes: [Pane]

  func draw(into canvas: inout Canvas, _ frame: Frame) {
    guard !panes.isEmpty else {
      let failure = state.slots[.main]?.failure
      let text = Line(failure ?? state.words(.loading), state.theme.style(failure == nil ? .faint : .warning))
      for (row, line) in text.wrapped(to: frame.body.columns, state.settings.policy).enumerated() {
        canvas.draw(line, at: Point(column: frame.body.column, row: frame.body.row + row))
      }
      return
    }
    let shown = state.showsPreview ? [panes[0], previewPane] : panes
    for (index, area) in frame.areas(of: shown).enumerated() {
      let isFocused = panes.count == 1 ? index == 0 : index == min(state.place.focus, panes.count - 1)
      let painter = PanePainter(pane: shown[index], state: state, isFocused: isFocused)
      canvas.within(area) { painter.draw(into: &$0) }
    }
  }

  /// The selected record, beside the list that has the left half.
  private var previewPane: Pane {
    let columns = state.size.columns - state.context.columns - Pane.gap
    let dossier: Dossier? =
      if case .dossier(let dossier)? = state.context.content(.preview) { dossier } else { nil }
    let rows = dossier.map { RecordScreen.rows($0, state.context, columns: columns) } ?? []
    return Pane(id: "preview", list: rows, columns: columns, emptyText: state.words(.nothingToOpen))
  }
}
