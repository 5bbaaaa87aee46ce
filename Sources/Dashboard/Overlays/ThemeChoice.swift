import TextUI

/// `t`: the themes, each shown on the whole screen while it is selected.
extension AppState {
  mutating func openThemes() -> [Effect] {
    overlay = Overlay(.themes(before: settings.theme))
    moveInOverlay(by: ThemeName.allCases.firstIndex(of: settings.theme) ?? 0)
    return []
  }

  mutating func operateThemes(_ event: InputEvent) {
    switch event {
    case .key(.character("j")), .key(.character("t")): moveInOverlay(by: 1)
    case .key(.character("k")): moveInOverlay(by: -1)
    case .key(.character("q")): leaveOverlay()
    default: break
    }
  }

  mutating func showSelectedTheme() {
    guard case .themes? = overlay?.kind, let row = overlay?.scroll.selection, ThemeName.allCases.indices.contains(row)
    else { return }
    settings.theme = ThemeName.allCases[row]
    // Rows that were made once hold the looks of the theme before.
    layOut()
  }
}

extension OverlayView {
  func themes() -> [OverlayEntry] {
    ThemeName.allCases.map { name in
      OverlayEntry(
        text: Line(TextFit.fit(name.rawValue, 16, policy), theme.style(.key)) + Line(words(name.word)),
        choice: .theme(name))
    }
  }
}
