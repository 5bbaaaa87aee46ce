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

  var presentationTopics: [SlotID: Topic] {
    guard let meeting = presentation?.meeting else { return [:] }
    var topics: [SlotID: Topic] = [.presented: .dossier(RecordKey(.meeting, meeting))]
    if let item = presentedItem { topics[.presentedItem] = .dossier(RecordKey(.item, item.id)) }
    return topics
  }

  /// The meeting with its items, once it has been read.
  var presentedMeeting: Dossier? {
    guard case .dossier(let dossier)? = slots[.presented]?.answer?.content,
      dossier?.record.key.id == presentation?.meeting
    else { return nil }
    return dossier
  }

  /// The agenda and the items; `nil` until it is known.
  var pageCount: Int? { presentedMeeting.map { $0.items.count + 1 } }

  /// The item of the page that is shown, as the meeting lists it.
  var presentedItem: ItemRow? { presentation.flatMap { item(onPage: $0.page) } }

  func item(onPage page: Int) -> ItemRow? {
    guard let items = presentedMeeting?.items, items.indices.contains(page - 1) else { return nil }
    return items[page - 1]
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
      self.presentation = presentation
      return []
    }
    let last = (pageCount ?? 1) - 1
    switch key {
    case .enter where !typed.isEmpty: presentation.page = (Int(typed) ?? 1) - 1
    case .right, .down, .pageDown, .enter, .character(" "), .character("l"), .character("j"): presentation.page += 1
    case .left, .up, .pageUp, .backspace, .character("h"), .character("k"): presentation.page -= 1
    case .home, .character("g"), .function(5): presentation.page = 0
    case .end, .character("G"): presentation.page = last
    case .character("."), .character("b"): presentation.isBlank.toggle()
    case .character("n"): presentation.showsNotes.toggle()
    default: break
    }
    presentation.page = min(max(0, presentation.page), max(0, last))
    // A page that was turned to is there to be seen.
    if presentation.page != self.presentation?.page { presentation.isBlank = false }
    let isTold = presentation.presented == self.presentation?.presented
    self.presentation = presentation
    return isTold || presentation.isKiosk ? [] : [.present(presentation.presented)]
  }

  private mutating func leavePresentation(quits: Bool) -> [Effect] {
    let isKiosk = presentation?.isKiosk == true
    presentation = nil
    return (isKiosk ? [] : [.present(nil)]) + (quits || isKiosk ? [.quit] : [])
  }

  // MARK: News

  /// The page of the presenter who is followed; `nil` when there is none.
  mutating func take(told page: PresentedPage?) {
    guard presentation?.role == .follower else { return }
    presentation?.meeting = page?.meeting
    presentation?.page = page?.page ?? 0
    presentation?.isBlank = page?.isBlank ?? false
    presentation?.revision = page?.revision
  }

  mutating func take(clock minutes: Int) {
    presentation?.clock = minutes
    if presentation?.began == nil { presentation?.began = minutes }
  }
}

extension SlotID {
  static let presented = SlotID.other("presented")
  static let presentedItem = SlotID.other("presented item")
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
