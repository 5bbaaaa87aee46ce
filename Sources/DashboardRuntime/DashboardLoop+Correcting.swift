import Dashboard
import Snapshot
import StrategyModel
import StrategyStore

import enum StrategyModel.Record

/// Corrections: the forms in the background, the editor in the terminal.
extension DashboardLoop {
  func write(_ order: CorrectionOrder) {
    guard let store = launch.corrections else { return }
    let (today, words) = (state.settings.today, state.settings.words)
    background.run { .corrected(store.write(order, today: today, words: words)) }
  }

  func planUndo(_ number: Int) {
    guard let store = launch.corrections else { return }
    background.run { store.undoPlan(number) }
  }

  func undo(_ number: Int) {
    guard let store = launch.corrections else { return }
    let (today, author) = (state.settings.today, state.settings.author)
    background.run { store.undo(number, author: author, today: today) }
  }

  func edit(_ key: RecordKey) {
    editInTerminal { reader throws(StoreError) in try reader.record(key).map { ($0, false) } }
  }

  func add(_ kind: RecordKind) {
    let today = state.settings.today
    editInTerminal { reader throws(StoreError) in
      try Record(new: kind, in: reader, today: today).map { ($0, true) }
    }
  }

  /// The terminal is the editor's until it is closed; no read is under way and no store is open meanwhile.
  private func editInTerminal(_ begin: (StoreReader) throws(StoreError) -> (record: Record, isNew: Bool)?) {
    guard let store = launch.corrections else { return }
    let answer: CorrectionAnswer
    var keptDraft: String?
    do {
      // Nobody should write for an hour and learn then that it cannot be saved.
      guard let (record, isNew) = try begin(try CorrectionWriting(store).reader) else {
        return apply(.noticed(Notice(.refusal, state.settings.words(.notFound))))
      }
      var session = try CorrectionSession(
        record, isNew: isNew, store: store, today: state.settings.today, author: state.settings.author)
      let editor = EditorProgram()
      terminal.suspend()
      defer {
        takeTerminalBack()
        keptDraft = session.keptDraft
      }
      answer = .init(try background.whileIdle { try session.run(edit: editor.edit) })
    } catch let error as StoreError {
      answer = .failed(error.message)
    } catch let error as OutputError {
      answer = .failed(error.message)
    } catch {
      answer = .failed("\(error)")
    }
    apply(.corrected(answer))
    guard let keptDraft else { return }
    keptDrafts.append(keptDraft)
    if case .kept = answer { return }
    // After an error, or where the file could not be removed.
    let told = answer.words(state.settings.words, keptDraft: keptDraft)
    apply(.noticed(Notice(.failure, told, isLasting: true)))
  }
}

extension CorrectionAnswer {
  fileprivate func words(_ words: Words, keptDraft: String) -> String {
    let kept = words.draftKept(keptDraft)
    return if case .failed(let reason) = self { "\(kept): \(reason)" } else { kept }
  }

  fileprivate init(_ outcome: CorrectionSession.Outcome) {
    switch outcome {
    case .written(let revision): self = .written(revision)
    case .unchanged: self = .unchanged
    case .givenUp: self = .givenUp
    case .stopped(let draft?, let reasons, _): self = .kept(draft: draft, reasons: reasons)
    case .stopped(nil, let reasons, _): self = .failed(reasons.first ?? "")
    }
  }
}
