import StrategyModel
import TextSearch
import TextUI

/// Filtering lists and searching records.
extension AppState {
  mutating func beginFinding() -> [Effect] {
    prompt = screen.finding == .filter ? Prompt(.filter, place.filter) : Prompt(.search, place.search)
    return prompt?.finding == .filter ? [.readFilterMemory] : []
  }

  mutating func type(_ event: InputEvent) -> [Effect] {
    guard var prompt else { return [] }
    if case .key(let key) = event, prompt.finding == .filter, let action = KeyMap.standard.promptAction(for: key) {
      return perform(action)
    }
    if prompt.completing != nil, endsCompleting(event) { return [] }
    prompt.completing = nil
    self.prompt = prompt
    switch event {
    case .key(.enter): return keep(prompt)
    case .key(.escape), .key(.control("c")):
      self.prompt = nil
      if prompt.finding == .filter { setFilter(prompt.before) } else { place.search = prompt.before }
      return []
    case .key(.up), .key(.down): return perform(event == .key(.up) ? .rowUp : .rowDown)
    case .key(.pageUp), .key(.pageDown): return perform(event == .key(.pageUp) ? .pageUp : .pageDown)
    default: break
    }
    prompt.recalled = nil
    let before = prompt.field.text
    if prompt.isUntouched, event.isWriting { prompt.field = TextField() }
    guard prompt.field.handle(event) else { return refuse(.notWhileTyping) }
    prompt.isUntouched = false
    if prompt.field.text != before { take(&prompt) }
    self.prompt = prompt
    return []
  }

  /// Enter: what was typed stays in force; a wrong filter is not kept.
  private mutating func keep(_ prompt: Prompt) -> [Effect] {
    if let error = prompt.error {
      notice = Notice(.refusal, error.message)
      return []
    }
    self.prompt = nil
    return prompt.finding == .search ? stepHit(1, includesCurrent: true) : remember(prompt.field.text)
  }

  /// A valid text takes effect at once; with a wrong one the last good result stays.
  mutating func take(_ prompt: inout Prompt) {
    let text = prompt.field.text
    guard prompt.finding == .filter else {
      place.search = text
      return
    }
    do {
      let query = try FilterQuery(parsing: text, today: settings.today, saved: filterMemory.saved, bound: .typed)
      prompt.error = nil
      setFilter(query.expandedText)
    } catch {
      prompt.error = error
      // What stands before the wrong part is the last good filter; half a field name is no word to search for.
      let good = String(text.prefix(error.range.lowerBound)).prefixOfWholeTerms
      if let query = try? FilterQuery(
        parsing: good, today: settings.today, saved: filterMemory.saved, bound: .typed)
      {
        setFilter(query.expandedText)
      }
    }
  }

  mutating func setFilter(_ filter: String) {
    guard filter != place.filter else { return }
    place.filter = filter
    if keptFilter != nil { keptFilter = filter }
    // The selection stays on its record as long as the filter finds it.
    for pane in place.cursors.keys { place.cursors[pane]?.isAnew = true }
  }

  /// Steps to the next or previous row that holds the searched text, going round at the end.
  mutating func stepHit(_ step: Int, includesCurrent: Bool = false) -> [Effect] {
    guard !place.search.isEmpty, let pane = focusedPane, pane.rows.count > 0 else { return refuse(.noHit) }
    let needle = TextFold.fold(place.search)
    let count = pane.rows.count
    let start = place.cursors[pane.id]?.row ?? 0
    for distance in (includesCurrent ? 0 : 1)...count {
      let row = ((start + distance * step) % count + count) % count
      guard pane.rows.isLoaded(row) else { continue }
      let candidate = pane.rows.row(row)
      let text = candidate.lines.map(\.text).joined(separator: "\n")
      if candidate.isSelectable, TextFold.fold(text).contains(needle) {
        select(row, in: pane)
        return []
      }
    }
    return refuse(.noHit)
  }

  mutating func keepFilterAcrossViews() -> [Effect] {
    if keptFilter == nil {
      keptFilter = place.filter
      notice = Notice(.information, words(.filterKept))
    } else {
      keptFilter = nil
      notice = Notice(.information, words(.filterNotKept))
    }
    return []
  }
}

extension InputEvent {
  /// Whether it puts text where the caret is.
  fileprivate var isWriting: Bool {
    switch self {
    case .text, .paste, .key(.character): true
    default: false
    }
  }
}

extension String {
  /// The text up to its last space, without it: the terms that were typed to their end.
  fileprivate var prefixOfWholeTerms: String {
    guard let space = lastIndex(where: { $0 == " " || $0 == "\u{3000}" }) else { return "" }
    return String(self[..<space])
  }
}
