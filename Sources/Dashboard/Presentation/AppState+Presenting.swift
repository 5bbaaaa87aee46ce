import StrategyModel
import TextUI

/// Presenter mode. No key writes, and the audience never sees a prompt or a notice.
extension AppState {
  /// `P`: the meeting that is selected or open.
  mutating func present() -> [Effect] {
    guard let key = [correctable, place.record].compactMap(\.self).first(where: { $0.kind == .meeting }) else {
      return refuse(.meetingNeeded)
    }
    presentation = Presentation(meeting: key.id, revision: pinned)
    return [.present(presentation?.presented)]
  }

  // MARK: Keys

  mutating func operatePresentation(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(let key): return operatePresentation(key)
    case .text(let text):
      guard case .keys(let keys) = CommandKeys.meaning(of: text) else { return [] }
      return keys.flatMap { presentation == nil ? [] : operatePresentation($0) }
    case .paste, .mouse, .resized, .ended: return []
    }
  }

  private mutating func operatePresentation(_ key: Key) -> [Effect] {
    guard var presentation else { return [] }
    let typed = presentation.typed
    presentation.typed = ""
    if key == .enter, typed == ":q" || typed == ":q!" { return leavePresentation(quits: true) }
    if case .character(let character) = key, typed.first == ":" || character == ":" || character.isASCIIDigit {
      presentation.typed = String((typed + String(character)).suffix(8))
      self.presentation = presentation
      return []
    }
    let isLeaving = [.escape, .character("q"), .character("Q"), .character("P"), .control("c")].contains(key)
    if isLeaving, typed.isEmpty, !presentation.isKiosk {
      let quits = [.character("Q"), .control("c")].contains(key) || presentation.role == .follower
      return leavePresentation(quits: quits)
    }
    guard presentation.role == .presenter else {
      // A screen smaller than the presenter's: the rest of the slide is there to be read.
      var own = presentation
      if typed.isEmpty { turn(key, &own) }
      if own.slide == presentation.slide { presentation.place = own.place }
      self.presentation = presentation
      return []
    }
    switch key {
    case .enter where !typed.isEmpty: presentation.turn(to: slide(numbered: Int(typed) ?? 0))
    case .home, .character("g"), .function(5): presentation.turn(to: 0)
    case .end, .character("G"): presentation.turn(to: slides.count - 1)
    case .character("."), .character("b"): presentation.isBlank.toggle()
    case .character("n"): presentation.notes = nextNotes
    default: turn(key, &presentation)
    }
    presentation.slide = min(max(0, presentation.slide), max(0, slides.count - 1))
    if presentation.slide != self.presentation?.slide, presentation.notes != nil { presentation.notes = .start }
    // A page that was turned to is there to be seen.
    if (presentation.slide, presentation.place) != (self.presentation?.slide, self.presentation?.place) {
      presentation.isBlank = false
    }
    let isTold = presentation.presented == self.presentation?.presented
    self.presentation = presentation
    return isTold ? [] : [.present(presentation.presented)]
  }

  /// To the next page of the slide or the first of the next one, and back.
  private func turn(_ key: Key, _ presentation: inout Presentation) {
    let isForward: Bool
    switch key {
    case .right, .down, .pageDown, .enter, .character(" "), .character("l"), .character("j"): isForward = true
    case .left, .up, .pageUp, .backspace, .character("h"), .character("k"): isForward = false
    default: return
    }
    let pages = PresentationView(state: self, presentation: presentation).pages
    let next = PageFlow.index(of: presentation.place, in: pages) + (isForward ? 1 : -1)
    if pages.indices.contains(next) {
      presentation.place = pages[next].start
    } else if slides.indices.contains(presentation.slide + (isForward ? 1 : -1)) {
      presentation.turn(to: presentation.slide + (isForward ? 1 : -1), isForward ? .start : .end)
    }
  }

  /// Where a number of the agenda leads; one that it does not have leads to the end.
  private func slide(numbered number: Int) -> Int {
    guard number > 0 else { return 0 }
    return slides.firstIndex { $0.number == number } ?? slides.count - 1
  }

  /// The notes, page after page, then the slide again.
  private var nextNotes: TextPlace? {
    guard let presentation, let notes = presentation.notes else { return .start }
    let pages = PresentationView(state: self, presentation: presentation).notesPages
    let next = PageFlow.index(of: notes, in: pages) + 1
    return pages.indices.contains(next) ? pages[next].start : nil
  }

  private mutating func leavePresentation(quits: Bool) -> [Effect] {
    let isTelling = presentation?.role == .presenter
    let isKiosk = presentation?.isKiosk == true
    presentation = nil
    return (isTelling ? [.present(nil)] : []) + (quits || isKiosk ? [.quit] : [])
  }

  // MARK: News

  /// The page of the presenter who is followed; `nil` when there is none.
  mutating func take(told page: PresentedPage?) {
    guard presentation?.role == .follower else { return }
    presentation?.meeting = page?.meeting
    presentation?.turn(to: page?.slide ?? 0, page?.place ?? .start)
    presentation?.isBlank = page?.isBlank ?? false
    presentation?.revision = page?.revision
  }

  mutating func take(clock minutes: Int) {
    presentation?.clock = minutes
    if presentation?.began == nil { presentation?.began = minutes }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
