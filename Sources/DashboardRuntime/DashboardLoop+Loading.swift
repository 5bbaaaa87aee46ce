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

  /// What costs no more than a frame: rows in memory, a small list, a record. What cannot be read is told when a key asks
  /// for it.
  func answerAtHand(_ question: Question, head: Int?) -> Answer? {
    switch question.topic {
    case .items where isLarge: return launch.background.answerFromMemory(question, head: head)
    // Another revision may hold any number of items.
    case .items where question.revision == state.pinned:
      guard let answer = try? launch.reader.answer(question), case .items(let page) = answer.content,
        page.unfiltered <= DashboardLoop.largeStore
      else { return nil }
      return answer
    case .dossier: return try? launch.reader.answer(question)
    default: return nil
    }
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
