import StrategyModel
import TextUI

/// Correcting records: in an editor, by a form, and by taking a revision back.
extension AppState {
  /// The record that is selected, else the one that is open.
  var correctable: RecordKey? {
    guard case .record(let key)? = selectedRow?.id else { return place.record }
    return key
  }

  /// Why nothing can be corrected here and now; `nil` where it can.
  private var refusalToWrite: Word? {
    if let refusal = settings.writeAccess.refusal { return refusal }
    return pinned == nil ? nil : .pastIsNotCorrected
  }

  /// `e`: the record as text, in the operator's editor.
  mutating func editRecord() -> [Effect] {
    if let refusal = refusalToWrite { return refuse(refusal) }
    guard let key = correctable else { return refuse(.recordNeeded) }
    return [.edit(key)]
  }

  mutating func addRecord(_ kind: RecordKind) -> [Effect] {
    if let refusal = refusalToWrite { return refuse(refusal) }
    return [.add(kind)]
  }

  /// `a`: what can be added.
  mutating func openCorrectionMenu() -> [Effect] {
    if let refusal = refusalToWrite { return refuse(refusal) }
    return open(.corrections)
  }

  // MARK: Forms

  mutating func openForm(_ kind: CorrectionForm.Kind) -> [Effect] {
    if let refusal = refusalToWrite { return refuse(refusal) }
    // In a record, the form is about that record, whatever row of it is selected.
    let candidates = [correctable, place.record, selectedRow?.key]
    guard let key = candidates.compactMap(\.self).first(where: { $0.kind == kind.subject }) else {
      return refuse(kind.withoutSubject)
    }
    overlay = Overlay(.form(CorrectionForm(kind, key)))
    return []
  }

  /// The record that a form is about is asked for when the form has just been opened.
  var formTopics: [SlotID: Topic] {
    guard case .form(let form)? = overlay?.kind, form.dossier == nil else { return [:] }
    return [.subject: .dossier(form.subject)]
  }

  mutating func beginFormIfRead() {
    guard case .form(var form)? = overlay?.kind, form.dossier == nil,
      case .dossier(let dossier)? = slots[.subject]?.answer?.content
    else { return }
    guard let dossier else {
      overlay = nil
      return notice = Notice(.refusal, words(.notFound))
    }
    if form.kind == .measurement, case .item(let item) = dossier.record, item.kpis.isEmpty {
      overlay = nil
      return notice = Notice(.refusal, words(.noKPI))
    }
    form.begin(dossier, settings)
    overlay?.kind = .form(form)
  }

  mutating func operate(_ form: CorrectionForm, _ event: InputEvent) -> [Effect] {
    var form = form
    defer { if case .form? = overlay?.kind { overlay?.kind = .form(form) } }
    guard form.dossier != nil, !form.isSaving else {
      if event == .key(.escape) { overlay = nil }
      return []
    }
    let mayBeDropped = form.mayBeDropped
    form.mayBeDropped = false
    switch event {
    case .key(.escape), .key(.control("c")):
      guard form.isTouched, !mayBeDropped else {
        overlay = nil
        return []
      }
      form.mayBeDropped = true
      return refuse(.escapeDrops)
    case .key(.tab), .key(.down): form.moveFocus(1)
    case .key(.backTab), .key(.up): form.moveFocus(-1)
    case .key(.enter):
      if form.isOnSave { return save(&form) }
      form.moveFocus(1)
    case .key(.control("s")): return save(&form)
    default:
      guard form.fields.indices.contains(form.focus), form.fields[form.focus].handle(event) else {
        return refuse(.notInForm)
      }
      if form.fault?.field == form.fields[form.focus].id { form.fault = nil }
    }
    return []
  }

  private mutating func save(_ form: inout CorrectionForm) -> [Effect] {
    guard let order = form.order(settings) else { return [] }
    form.isSaving = true
    isWriting = true
    settings.author = order.author
    return [.correct(order)]
  }

  // MARK: Undo

  /// `u`: the revision that is selected, else the newest.
  mutating func askToUndo() -> [Effect] {
    if let refusal = refusalToWrite { return refuse(refusal) }
    let selected: Int? = if case .revision(let number)? = selectedRow?.id { number } else { nil }
    guard let number = selected ?? head, number > 0 else { return refuse(.noSuchRevision) }
    return [.planUndo(number)]
  }

  mutating func take(_ plan: UndoPlan) {
    guard !plan.changes.isEmpty || !plan.conflicts.isEmpty else {
      return notice = Notice(.refusal, words.nothingToUndo(plan.revision.number))
    }
    _ = open(.undo(plan))
  }

  mutating func undo(_ plan: UndoPlan) -> [Effect] {
    overlay = nil
    isWriting = true
    return [.undo(plan.revision.number)]
  }

  mutating func take(_ result: UndoResult) {
    isWriting = false
    switch result {
    case .written(let revision, let plan):
      moved(to: revision, Notice(.information, words.undone(plan.revision.number, by: revision.number)))
    case .unchanged(let plan): notice = Notice(.refusal, words.nothingToUndo(plan.revision.number))
    case .conflict(let plan): _ = open(.undo(plan))
    }
  }

  // MARK: Answers

  mutating func take(_ answer: CorrectionAnswer) {
    isWriting = false
    switch answer {
    case .written(let revision):
      if case .form(let form)? = overlay?.kind {
        overlay = nil
        followOnBoard(form)
      }
      moved(to: revision, Notice(.information, words.corrected(revision.number, revision.title)))
    case .unchanged:
      if case .form? = overlay?.kind { overlay = nil }
      notice = Notice(.information, words(.nothingCorrected))
    case .givenUp: notice = Notice(.information, words(.correctionGivenUp))
    case .kept(let draft, let reasons):
      notice = Notice(.failure, words.correctionKept(draft, reasons.first ?? ""), isLasting: true)
    case .refused(let field, let reason): change { $0.refuse(field, reason) }
    case .overtaken(let record, let remarks):
      let words = words(record == nil ? .overtakenByRetiring : .overtaken)
      change { $0.beOvertaken(by: record, remarks, words) }
    case .failed(let reason):
      change { $0.refuse(nil, reason) }
      notice = Notice(.failure, reason)
    }
  }

  /// An item that went to another lane of the board stays selected there.
  private mutating func followOnBoard(_ form: CorrectionForm) {
    guard form.kind == .phase, place.screen == .actions, options.layout == .board,
      let choice = form[.phase]?.selected, Phase.allCases.indices.contains(choice)
    else { return }
    let phase = Phase.allCases[choice]
    place.focus = BoardView.allLanes.firstIndex(of: phase) ?? 0
    place.cursors[BoardView.paneID(phase)] = Cursor(row: 0, id: .record(form.subject))
    // The cards that are at hand do not have it yet.
    slots[.lane(phase)] = nil
  }

  private mutating func change(_ change: (inout CorrectionForm) -> Void) {
    guard case .form(var form)? = overlay?.kind else { return }
    change(&form)
    overlay?.kind = .form(form)
  }

  /// Shows a revision of one's own, with its changes marked like anybody's.
  private mutating func moved(to revision: Revision, _ words: Notice) {
    storeMoved(to: max(head ?? 0, revision.number))
    notice = words
  }
}

extension WriteAccess {
  /// Why nothing can be written; `nil` where it can.
  var refusal: Word? {
    switch self {
    case .allowed: nil
    case .declined: .declinedToWrite
    case .forbidden: .forbiddenToWrite
    case .temporary: .temporaryStore
    }
  }
}
