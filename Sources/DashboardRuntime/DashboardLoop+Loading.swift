import Dashboard
import StrategyModel
import StrategyStore

/// Reading what the core asks for.
extension DashboardLoop {
  /// A short read is done at once; a list of a large store is read in the background.
  func load(_ question: Question) {
    readDictionaryOnce(for: question)
    if question.topic.isLong(inLargeStore: isLarge) {
      if let answer = launch.background.answerFromMemory(question, head: state.head) {
        return apply(.answered(answer))
      }
      awaited.insert(question)
      return background.load(question)
    }
    do {
      let answer = try launch.reader.answer(question)
      notice(sizeIn: answer)
      apply(.answered(answer))
    } catch {
      if error.isBusy, state.slots.values.contains(where: { $0.question == question }) {
        postponed.append(question)
      } else {
        apply(.failed(question, reason: error.message))
      }
    }
  }

  /// What a key would be answered with at once. What cannot be read is told when a key asks for it.
  func answerAtHand(_ question: Question) -> Answer? {
    guard !question.topic.isLong(inLargeStore: isLarge) else {
      return launch.background.answerFromMemory(question, head: state.head)
    }
    return try? launch.reader.answer(question)
  }

  private func notice(sizeIn answer: Answer) {
    switch answer.content {
    case .overview(let overview): isLarge = overview.phases.total > DashboardLoop.largeStore
    case .items(let page): isLarge = page.unfiltered > DashboardLoop.largeStore
    default: break
    }
    if isLarge { background.fill() }
  }
}

extension Topic {
  /// Whether it may take longer than a key should wait. How much two revisions differ in, the number of items does not tell.
  fileprivate func isLong(inLargeStore isLarge: Bool) -> Bool {
    switch self {
    case .items: isLarge
    case .difference: true
    default: false
    }
  }
}

extension StoreError {
  /// Whether the same read may work a moment later.
  var isBusy: Bool {
    if case .busy = self { true } else { false }
  }
}
