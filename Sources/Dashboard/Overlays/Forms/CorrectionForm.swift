import StrategyModel
import TextUI

/// A form for one of the four corrections that staff make most.
public struct CorrectionForm: Equatable, Sendable {
  public enum Kind: CaseIterable, Sendable {
    case phase
    case measurement
    case review
    case decision
  }

  /// What a field cannot be, or what has to be said of the whole (`nil`).
  struct Fault: Equatable {
    var field: CorrectionField?
    var words: String
  }

  public let kind: Kind
  /// The item or meeting that it is about.
  public let subject: RecordKey
  /// As it was read when the form was opened; later versions are told when the form is saved.
  var dossier: Dossier?
  public internal(set) var fields: [FormField] = []
  /// The line with the caret; the one after the fields saves.
  var focus = 0
  var fault: Fault?
  /// What others did with the record meanwhile.
  var remarks: [String] = []
  var isSaving = false
  /// Esc was pressed on what was typed: once more, and it is dropped.
  var mayBeDropped = false

  init(_ kind: Kind, _ subject: RecordKey) {
    self.kind = kind
    self.subject = subject
  }

  var isOnSave: Bool { focus == fields.count }
  var isTouched: Bool { fields.contains(where: \.isTouched) }

  subscript(id: CorrectionField) -> FormField? { fields.first { $0.id == id } }

  func text(_ id: CorrectionField) -> String { self[id]?.text ?? "" }

  /// Takes the record as it was read, and makes the lines to be filled in.
  mutating func begin(_ dossier: Dossier, _ settings: Settings) {
    self.dossier = dossier
    let today = settings.calendar.text(settings.today)
    let own: [FormField]
    switch (kind, dossier.record) {
    case (.phase, .item(let item)):
      let phase = item.shownPhase ?? .planning
      own = [
        FormField(
          .phase, .phase, choice: Phase.allCases.map { settings.words.phase($0) },
          selected: Phase.allCases.firstIndex(of: phase) ?? 0),
        FormField(.date, .date, today), FormField(.reason, .reason, hint: .reasonHint),
      ]
    case (.measurement, .item(let item)):
      own = [
        FormField(.kpi, .kpi, choice: item.kpis.map(\.name), selected: 0),
        FormField(.value, .measured, hint: .valueHint),
        FormField(.date, .measuredOn, today, hint: .partialDateHint), FormField(.source, .source, hint: .sourceHint),
      ]
    case (.review, .item):
      own = [
        FormField(.date, .reviewedOn, today), FormField(.reviewer, .reviewer, hint: .reviewerHint),
        FormField(.note, .note, hint: .reviewNoteHint),
      ]
    case (.decision, .meeting):
      own = [
        FormField(.text, .decisions, hint: .decisionHint), FormField(.items, .items, hint: .decisionItemsHint),
      ]
    default: own = []
    }
    fields =
      own + [
        FormField(.update, .updateLine, hint: .updateLineHint), FormField(.author, .author, settings.author),
      ]
  }

  /// The KPI that is chosen.
  var kpi: KPI? {
    guard case .item(let item)? = dossier?.record, let place = self[.kpi]?.selected else { return nil }
    return item.kpis.indices.contains(place) ? item.kpis[place] : nil
  }

  /// Moves to another line; the last is followed by the first.
  mutating func moveFocus(_ step: Int) { focus = (focus + step + fields.count + 1) % (fields.count + 1) }

  mutating func refuse(_ id: CorrectionField?, _ words: String) {
    isSaving = false
    fault = Fault(field: id, words: words)
    if let place = fields.firstIndex(where: { $0.id == id }) { focus = place }
  }

  /// What is saved next stands on what somebody else made of the record.
  mutating func beOvertaken(by record: Record?, _ told: [String], _ words: String) {
    remarks = told
    if let record { dossier?.record = record }
    refuse(nil, words)
    focus = fields.count
  }
}
