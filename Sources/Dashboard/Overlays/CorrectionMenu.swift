import StrategyModel
import TextUI

/// `a`: what can be recorded, first for the record at hand, then anew. `u`: what taking a revision back would do.
extension OverlayView {
  func correctionMenu() -> [OverlayEntry] {
    let key = state.correctable ?? state.place.record
    var entries: [OverlayEntry] = []
    let forms: [Action] = [.movePhase, .addMeasurement, .addReview, .addDecision]
    let fitting = forms.filter { action in
      switch action {
      case .addDecision: key?.kind == .meeting
      default: key?.kind == .item
      }
    }
    if !fitting.isEmpty {
      entries.append(OverlayEntry(text: Line(words(.forSelected), theme.style(.heading))))
      entries += fitting.compactMap { action in KeyMap.standard.binding(of: action).map { entry($0) } }
    }
    entries.append(OverlayEntry(text: Line(words(.addInEditor), theme.style(.heading))))
    entries += [Action.addItem, .addMeeting, .addUpdate].compactMap { action in
      KeyMap.standard.binding(of: action).map { entry($0) }
    }
    return entries
  }

  /// What would change, and the way out first; or who stands in the way.
  func undoQuestion(_ plan: UndoPlan) -> [OverlayEntry] {
    let revision = plan.revision
    var lines = [
      Line("r\(revision.number)  ", theme.style(.key))
        + Line("\(state.settings.calendar.text(revision.effective))  \(revision.author)", theme.style(.faint)),
      Line(revision.title, .bold), Line(),
    ]
    if plan.conflicts.isEmpty {
      lines.append(Line(words.undoEffect(plan.changes.count), theme.style(.heading)))
      lines += plan.changes.prefix(OverlayView.namedRecords).map(line)
      if plan.changes.count > OverlayView.namedRecords {
        lines.append(Line(words.more(plan.changes.count - OverlayView.namedRecords), theme.style(.faint)))
      }
    } else {
      lines.append(Line(words.undoConflicts(revision.number), theme.style(.warning)))
      lines += plan.conflicts.prefix(OverlayView.namedRecords).map { Line(words.conflict($0, state.settings.calendar)) }
      if plan.conflicts.count > OverlayView.namedRecords {
        lines.append(Line(words.more(plan.conflicts.count - OverlayView.namedRecords), theme.style(.faint)))
      }
    }
    let shown = lines.flatMap { $0.isEmpty ? [Line()] : $0.wrapped(to: textColumns, policy) }
      .map { OverlayEntry(text: $0) }
    guard plan.conflicts.isEmpty else {
      return shown + [OverlayEntry(text: Line()), OverlayEntry(text: Line(words(.leaveAsIs)), choice: .leave)]
    }
    return shown + [
      OverlayEntry(text: Line()), OverlayEntry(text: Line(words(.leaveAsIs)), choice: .leave),
      OverlayEntry(text: Line(words.takeBack(revision.number), theme.style(.warning)), choice: .undo(plan)),
    ]
  }

  /// Records that are named one by one.
  private static let namedRecords = 12

  private func line(_ change: RecordChange) -> Line {
    switch change {
    case .put(let record):
      Line("\(words(.putBack))  ", theme.style(.changed)) + Line("\(words.recordKind(record.key.kind)) \(record.title)")
    case .retire(let key):
      Line("\(words(.takenOut))  ", theme.style(.removed)) + Line("\(words.recordKind(key.kind)) \(key.id)")
    }
  }
}
