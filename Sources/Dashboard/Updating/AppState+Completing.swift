import StrategyModel
import TextSearch
import TextUI

/// Tab while a filter is typed.
extension AppState {
  /// Names are asked for while the prompt can complete them or the menu lists them.
  var wantsFilterValues: Bool {
    if case .filterMenu? = overlay?.kind { true } else { prompt?.finding == .filter }
  }

  /// What the language and the store offer as values.
  var vocabulary: FilterVocabulary {
    var vocabulary = FilterVocabulary(
      saved: filterMemory.saved.filter { SavedFilter.isName($0.name) }, today: settings.today, head: pinned ?? head,
      prefersEnglish: settings.language == .en)
    vocabulary.offersReadings = offersReadings
    if case .filterValues(let values)? = slots[.filterValues]?.answer?.content {
      vocabulary.pillars = values.pillars
      vocabulary.departments = values.departments
      vocabulary.plans = values.plans
      vocabulary.meetings = values.meetings
    }
    return vocabulary
  }

  /// Whether the sentence says that Latin words would find more as readings.
  private var offersReadings: Bool { (screen.counts(context)?.moreByReading ?? 0) > 0 }

  /// The first Tab completes what all candidates share, or the only one; further ones go round the candidates.
  mutating func complete(_ step: Int) -> [Effect] {
    guard var prompt else { return beginFinding() }
    prompt.isUntouched = false
    prompt.recalled = nil
    if let completing = prompt.completing {
      choose(among: completing, step, &prompt)
    } else {
      offer(&prompt)
    }
    take(&prompt)
    self.prompt = prompt
    return []
  }

  private mutating func offer(_ prompt: inout Prompt) {
    let completion = FilterCompletion(prompt.field.text, caret: prompt.field.caret, vocabulary)
    guard let first = completion.candidates.first else {
      if offersReadings {
        // Some other word than the one at the caret: all that can be readings are taken so.
        prompt.field = TextField(FilterQuery.askingForReadings(prompt.field.text))
        return
      }
      let hint = completion.field.map { "\($0.name(settings.language == .en)): \($0.examples)" }
      notice = Notice(.refusal, hint ?? words(.noCandidate))
      return
    }
    if completion.candidates.count == 1 {
      let before = prompt.field
      prompt.field.replace(completion.range, with: first)
      // The word was whole already: the next one begins.
      if prompt.field == before { prompt.field.insert(" ") }
      return
    }
    if let common = completion.commonPart { prompt.field.replace(completion.range, with: common) }
    prompt.completing = Prompt.Completing(
      completion: FilterCompletion(prompt.field.text, caret: prompt.field.caret, vocabulary), before: prompt.field)
  }

  private func choose(among completing: Prompt.Completing, _ step: Int, _ prompt: inout Prompt) {
    let count = completing.completion.candidates.count
    let chosen = completing.chosen.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    prompt.field = completing.before
    prompt.field.replace(completing.completion.range, with: completing.completion.candidates[chosen])
    prompt.completing?.chosen = chosen
  }

  /// With candidates shown, Enter takes the chosen one and Esc gives back what was typed: one step each.
  mutating func endsCompleting(_ event: InputEvent) -> Bool {
    guard var prompt, let completing = prompt.completing else { return false }
    switch event {
    case .key(.escape): prompt.field = completing.before
    case .key(.enter) where completing.chosen != nil: break
    default: return false
    }
    prompt.completing = nil
    take(&prompt)
    self.prompt = prompt
    return true
  }
}
