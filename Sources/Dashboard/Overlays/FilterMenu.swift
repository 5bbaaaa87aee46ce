import StrategyModel
import TextSearch
import TextUI

/// `f`: fields and values to choose from, for those who do not know the filter language yet; it is shown beside each.
extension AppState {
  mutating func openFilterMenu() -> [Effect] { open(.filterMenu(nil)) }

  /// Esc: from a field's values to the fields, from a question to the saved filters, else out.
  mutating func leaveOverlay() {
    if case .deleteFilter? = overlay?.kind {
      overlay = Overlay(.savedFilters)
      return moveInOverlay(by: 0)
    }
    if case .themes(let before)? = overlay?.kind {
      settings.theme = before
      layOut()
    }
    guard case .filterMenu(let field?)? = overlay?.kind else { return overlay = nil }
    overlay = Overlay(.filterMenu(nil))
    moveInOverlay(by: FilterField.allCases.firstIndex(of: field) ?? 0)
  }

  mutating func add(_ value: String, to field: FilterField) -> [Effect] {
    overlay = nil
    return apply(filter: filterAdding(value, to: field))
  }

  /// What cannot be chosen from a list is typed: the prompt opens behind the field's name.
  mutating func typeValue(of field: FilterField) -> [Effect] {
    overlay = nil
    let text = filterAdding("", to: field)
    if place.screen != .actions, place.screen != .difference { go(to: Place(.actions)) }
    let effects = beginFinding()
    guard var prompt else { return effects }
    prompt.field = TextField(text)
    prompt.isUntouched = false
    take(&prompt)
    self.prompt = prompt
    return effects
  }

  private func filterAdding(_ value: String, to field: FilterField) -> String {
    let filter = screen.finding == .filter ? place.filter : ""
    let name = field.name(settings.language == .en)
    guard !value.isEmpty else { return (filter.isEmpty ? "" : filter + " ") + name + ":" }
    return FilterQuery.text(filter, adding: value, to: field, named: name)
  }
}

extension Overlay.Kind {
  /// The key that opens it, and closes it again while nothing is typed.
  var opener: Key {
    switch self {
    case .help: .character("?")
    case .since: .character("D")
    default: .character("f")
    }
  }

  /// What is said when nothing that was listed fits what was typed.
  var emptyChoice: Word {
    if case .filterMenu = self { .noCandidate } else { .noSuchAction }
  }
}

extension OverlayView {
  private var isEnglish: Bool { state.settings.language == .en }

  func filterMenu(_ field: FilterField?) -> [OverlayEntry] {
    let entries = field.map(values) ?? fields()
    let needle = TextFold.fold(overlay.field.text)
    return needle.isEmpty ? entries : entries.filter { TextFold.fold($0.text.text).contains(needle) }
  }

  private func fields() -> [OverlayEntry] {
    FilterField.allCases.map { field in
      OverlayEntry(
        text: Line(TextFit.fit(words(field.word), 14, policy), theme.style(.key))
          + Line(TextFit.fit(field.name(isEnglish) + ":", 13, policy), theme.style(.faint)) + Line(field.examples),
        choice: .field(field))
    }
  }

  /// Each value, with the term that it adds or what that means where it says more. Names fill the line.
  private func values(_ field: FilterField) -> [OverlayEntry] {
    let width = max(12, textColumns / 2 - 2)
    let entries = state.vocabulary.words(of: field).map { word in
      let value = word.exactText(isEnglish)
      let label = word.label(isEnglish)
      let term = "\(field.name(isEnglish)):\(value)"
      let text =
        word.isName
        ? Line(label)
        : Line(TextFit.fit(label, width, policy) + "  ") + Line(isEnglish ? term : meaning(term), theme.style(.faint))
      return OverlayEntry(text: text, choice: .value(field, value))
    }
    let typing = "\(words(.typeValue))  \(field.examples)"
    return entries + [OverlayEntry(text: Line(typing, theme.style(.heading)), choice: .typeValue(field))]
  }

  private func meaning(_ term: String) -> String {
    // The vocabulary only has what the language understands; what it did not would show as it is.
    do {
      let sentence = try FilterQuery(parsing: term, today: state.settings.today).sentence(state.settings.calendar)
      return sentence.replacing("=", with: ":") == term ? term : sentence
    } catch {
      return term
    }
  }
}

extension FilterField {
  /// What it is called on the screen.
  var word: Word {
    switch self {
    case .phase: .phase
    case .pillar: .pillar
    case .department: .department
    case .plan: .plan
    case .id: .id
    case .kpi: .attainment
    case .due: .due
    case .year: .year
    case .review: .review
    case .has: .hasRecord
    case .state: .derivedPhase
    case .changed: .changedIn
    }
  }
}
