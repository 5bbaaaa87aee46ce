import Foundation
import StrategyModel
import TextUI

/// The difference as JSON, schema 1: `{"schema":1,"view":"diff","from":…,"to":…,"counts":…,"found":…,"changes":[…]}`.
///
/// Values are as exact as the store has them: codes and numbers, not words.
public struct DifferenceJSON: DifferenceReport {
  private var hasRecords = false

  public init() {}

  public mutating func page(_ difference: LedgerDifference) throws -> String {
    var text = difference.start == 0 ? try head(difference) : ""
    for group in difference.groups {
      for record in group.records {
        let entry = ChangeEntry(record, group.heading, difference.names)
        text += (hasRecords ? ",\n" : "\n") + (try JSONText.of(entry))
        hasRecords = true
      }
    }
    return text
  }

  public func end() -> String { hasRecords ? "\n]}\n" : "]}\n" }

  private func head(_ difference: LedgerDifference) throws -> String {
    struct Head: Encodable {
      var schema = 1
      var view = "diff"
      var from: RevisionEntry?
      var to: RevisionEntry?
      var total: Int
      var found: Int
      var counts: [String: [String: Int]]
    }
    let counts = difference.counts.map { ($0.rawValue, $1) }.map { kind, changes in
      (kind, Dictionary(uniqueKeysWithValues: changes.map { ($0.rawValue, $1) }))
    }
    let head = try JSONText.of(
      Head(
        from: difference.from.map(RevisionEntry.init), to: difference.to.map(RevisionEntry.init),
        total: difference.total, found: difference.found, counts: Dictionary(uniqueKeysWithValues: counts)))
    return String(head.dropLast()) + ",\"changes\":["
  }
}

/// A revision's header.
struct RevisionEntry: Encodable {
  var number: Int
  var effective: String
  var recorded: String
  var author: String
  var title: String
  var note: String?
  var source: SourceFile?
  var hash: String
  var parent: String

  init(_ revision: Revision) {
    number = revision.number
    effective = revision.effective.iso
    recorded = revision.recorded
    author = revision.author
    title = revision.title
    note = revision.note
    source = revision.sourceFile
    hash = revision.hash
    parent = revision.parentHash
  }
}

/// One record of the difference.
struct ChangeEntry: Encodable {
  var kind: String
  var id: String
  var title: String
  var change: String
  var pillar: String?
  var fields: [Field]

  init(_ record: RecordDifference, _ heading: LedgerDifference.Heading, _ names: [String: String]) {
    kind = record.reference.key.kind.rawValue
    id = record.reference.key.id
    title = record.reference.title
    change = record.change.rawValue
    if case .pillar(let name) = heading { pillar = name }
    fields = record.fields.map { Field($0, names) }
  }

  struct Field: Encodable {
    var field: String
    var of: [Value]?
    var old: Value?
    var new: Value?
    /// Of a text that changed: what stayed, went and came.
    var text: [Piece]?

    init(_ difference: FieldDifference, _ names: [String: String]) {
      field = difference.name
      of = difference.part.isEmpty ? nil : difference.part.map { Value($0, names) }
      old = difference.old.map { Value($0, names) }
      new = difference.new.map { Value($0, names) }
      if case .text(let before)? = difference.old, case .text(let after)? = difference.new {
        text = TextDifference.pieces(from: before, to: after).map { Piece(kind: $0.kind.rawValue, text: $0.text) }
      }
    }
  }

  struct Piece: Encodable {
    var kind: String
    var text: String
  }

  struct Value: Encodable {
    var text: String?
    var number: Double?
    var unit: String?
    var approximate: Bool?
    var date: String?
    var id: String?
    var derived: Bool?

    init(_ value: FieldValue, _ names: [String: String]) {
      switch value {
      case .text(let text): self.text = text
      case .phase(let phase, let isDerived): (text, derived) = (phase.code, isDerived)
      case .date(let date): self.date = date.code
      case .year(let year): number = Double(year.year)
      case .yen(let yen): (number, unit) = (Double(yen), "円")
      case .number(let number, let unit, let isApproximate):
        (self.number, self.unit, approximate) = (number, unit, isApproximate)
      case .measured(let number, let unit, let isApproximate, let date):
        (self.number, self.unit, approximate, self.date) = (number, unit, isApproximate, date?.code)
      case .flag(let isSo): text = isSo ? "true" : "false"
      case .confidence(let confidence): text = confidence.rawValue
      case .status(let status): text = status.rawValue
      case .role(let role): text = role.rawValue
      case .list(let list): text = list.rawValue
      case .action(let action): text = action.rawValue
      case .record(let id, let isDerived):
        (self.id, text, derived) = (id, names[id], isDerived ? true : nil)
      }
    }
  }
}
