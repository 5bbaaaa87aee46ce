import TextUI

/// What came from the terminal.
extension AppState {
  mutating func receive(_ event: InputEvent) -> [Effect] {
    if case .resized(let size) = event {
      self.size = size
      fitPanes()
      return []
    }
    if case .ended = event { return [.quit] }
    if presentation != nil { return operatePresentation(event) }
    if event == .key(.control("c")), prompt == nil, overlay == nil { return [.quit] }
    notice = nil
    if mustQueue { return queue(event) }
    if case .mouse(let mouse) = event { return receive(mouse) }
    if prompt != nil { return type(event) }
    if overlay != nil { return operateOverlay(event) }
    switch event {
    case .key(let key): return press(key)
    case .text(let text): return command(text)
    case .paste, .mouse, .resized, .ended: return []
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    guard let action = KeyMap.standard.action(for: key, on: screen) else { return refuse(.unknownKey) }
    return perform(action)
  }

  /// Text where keys are commands: full-width keys act, other kana say that the IME is on.
  private mutating func command(_ text: String) -> [Effect] {
    switch CommandKeys.meaning(of: text) {
    case .imeOn: return refuse(.imeOn)
    case .keys(let keys):
      return keys.flatMap { key in
        let effects = receive(.key(key))
        return effects + askForWhatIsMissing()
      }
    }
  }

  private mutating func receive(_ mouse: Mouse) -> [Effect] {
    guard settings.usesMouse, mouse.isPress, overlay == nil else { return [] }
    let frame = Frame(size)
    if mouse.button == .left, mouse.position.row == frame.header.row {
      guard let view = HeaderView(state: self).view(at: mouse.position.column) else { return [] }
      return perform(.view(view))
    }
    let panes = panes
    guard let index = frame.pane(at: mouse.position, among: panes) else { return [] }
    switch mouse.button {
    case .wheelDown: scroll(by: 3 / panes[index].rowHeight + 1, in: panes[index])
    case .wheelUp: scroll(by: -3 / panes[index].rowHeight - 1, in: panes[index])
    case .left: return click(mouse.position, in: panes[index], index: panes.count == 1 ? place.focus : index)
    case .middle, .right: break
    }
    return []
  }

  /// A click selects; a click on what is selected opens it.
  private mutating func click(_ point: Point, in pane: Pane, index: Int) -> [Effect] {
    let area = Frame(size).rowArea(of: pane)
    // A key means the row that it will find; a click means the one that is seen, which is about to go.
    guard !awaitsRows, point.row >= area.row, let cursor = place.cursors[pane.id] else { return [] }
    let row = cursor.offset + (point.row - area.row) / pane.rowHeight
    guard row < pane.rows.count, pane.rows.isLoaded(row), pane.rows.isSelectable(row) else { return [] }
    if place.focus == index, cursor.row == row { return perform(.open) }
    place.focus = index
    select(row, in: pane)
    return []
  }
}
