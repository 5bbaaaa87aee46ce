import StrategyModel
import TextSearch
import TextUI

/// `F`: filters by name, to be taken and to be made.
extension AppState {
  mutating func openSavedFilters() -> [Effect] { open(.savedFilters) + [.readFilterMemory] }

  mutating func operateSavedFilters(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(.character("x")), .key(.delete): return askToDelete()
    case .key(.character("j")): moveInOverlay(by: 1)
    case .key(.character("k")): moveInOverlay(by: -1)
    case .key(.character("q")), .key(.character("F")): overlay = nil
    default: break
    }
    return []
  }

  private mutating func askToDelete() -> [Effect] {
    guard let overlay else { return [] }
    let entries = OverlayView(state: self, overlay: overlay).entries
    guard entries.indices.contains(overlay.scroll.selection),
      case .saved(let filter)? = entries[overlay.scroll.selection].choice
    else { return refuse(.nothingToDelete) }
    return open(.deleteFilter(filter))
  }

  /// The question is answered by choosing; every other key leaves the filter as it is.
  mutating func answerDeletion(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(.character("j")): moveInOverlay(by: 1)
    case .key(.character("k")): moveInOverlay(by: -1)
    case .key(.character("q")), .key(.character("n")): return open(.savedFilters)
    default: break
    }
    return []
  }

  mutating func take(_ filter: SavedFilter) -> [Effect] {
    do {
      _ = try FilterQuery(parsing: filter.text, today: settings.today)
      return apply(filter: filter.text)
    } catch {
      notice = Notice(.refusal, "\(filter.name): \(error.message)")
      return []
    }
  }

  /// The line in which a name is typed: Enter saves, Esc goes back to the list.
  mutating func typeName(_ event: InputEvent) -> [Effect] {
    guard var overlay else { return [] }
    switch event {
    case .key(.escape), .key(.control("c")): return open(.savedFilters)
    case .key(.enter):
      guard SavedFilter.isName(overlay.field.text) else { return refuse(.badFilterName) }
      self.overlay = nil
      return [.saveFilter(SavedFilter(name: overlay.field.text, text: place.filter))]
    default:
      guard overlay.field.handle(event) else { return refuse(.notWhileTyping) }
      self.overlay = overlay
      return []
    }
  }
}

extension OverlayView {
  func savedFilters() -> [OverlayEntry] {
    var entries = state.filterMemory.saved.map { filter in
      OverlayEntry(
        text: Line(TextFit.fit("@" + filter.name, 22, policy) + " ", theme.style(.key)) + Line(filter.text),
        choice: .saved(filter))
    }
    if entries.isEmpty { entries.append(OverlayEntry(text: Line(words(.noSavedFilter), theme.style(.faint)))) }
    if state.place.filter.isEmpty || state.screen.finding == .search {
      entries.append(OverlayEntry(text: Line(words(.howToSaveFilter), theme.style(.faint))))
    } else {
      let text = Line(words(.saveFilter) + " ", theme.style(.heading)) + Line(state.place.filter, theme.style(.faint))
      entries.append(OverlayEntry(text: text, choice: .nameFilter))
    }
    return entries
  }

  /// What would be lost, and the way out first.
  func deletion(of filter: SavedFilter) -> [OverlayEntry] {
    let shown = Line("@\(filter.name) ", theme.style(.key)) + Line(filter.text)
    return shown.wrapped(to: textColumns, policy).map { OverlayEntry(text: $0) } + [
      OverlayEntry(text: Line(words(.keepSavedFilter)), choice: .keepFilter),
      OverlayEntry(text: Line(words(.doDeleteFilter), theme.style(.warning)), choice: .deleteFilter(filter)),
    ]
  }

  /// What is saved, and what the name would replace.
  func namedFilter() -> [OverlayEntry] {
    let name = overlay.field.text
    var lines = [Line(state.place.filter)]
    if let existing = state.filterMemory.saved.first(where: { $0.isNamed(name) }) {
      lines.append(Line(words.replacesFilter(existing.name, existing.text), theme.style(.warning)))
    } else if !name.isEmpty, !SavedFilter.isName(name) {
      lines.append(Line(words(.badFilterName), theme.style(.warning)))
    }
    return lines.flatMap { $0.wrapped(to: textColumns, policy) }.map { OverlayEntry(text: $0) }
  }
}
