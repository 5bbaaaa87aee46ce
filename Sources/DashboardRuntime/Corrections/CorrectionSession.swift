import Foundation
import StrategyModel
import StrategyStore

import enum StrategyModel.Record

/// One record in somebody's editor: shown, read, shown again with what is wrong or what others did, and written once.
public struct CorrectionSession {
  public enum Outcome {
    case written(Revision)
    case unchanged
    /// The text was emptied.
    case givenUp
    /// Nothing is written; the text is kept, unless the editor removed it.
    case stopped(draft: String?, reasons: [String], exitCode: Int32)
  }

  /// What was on the screen before the editor came back.
  private enum Stage {
    case first
    case faults([String])
    case conflict
    /// May be saved as it is.
    case merged
  }

  private let store: CorrectionStore
  public var today: CivilDate
  public var author: String
  public var title: String?
  public var note: String?
  public var effective: CivilDate?
  public var update: String?
  private let kind: RecordKind
  private let fixedID: String?
  private var base: Record?
  private var text: CorrectionText
  private var draftPath: String?
  private static let dataError: Int32 = 65

  /// - Parameters:
  ///   - record: as it was read from the store, or the beginnings of a new one.
  ///   - isNew: the store does not have it.
  public init(_ record: Record, isNew: Bool, store: CorrectionStore, today: CivilDate, author: String) throws {
    self.store = store
    self.today = today
    self.author = author
    kind = record.key.kind
    fixedID = isNew ? nil : record.key.id
    base = isNew ? nil : record
    text = CorrectionText(
      kind: kind, fields: try FieldTree(record), layout: FieldLayout(record), revision: [:])
  }

  /// - Parameter edit: lets somebody edit the file at a path; answers with an exit code, `nil` when it cannot.
  public mutating func run(edit: (String) -> Int32?) throws -> Outcome {
    let draft = try DraftFolder(name: "\(kind.rawValue)-\(fixedID ?? "new")")
    draftPath = draft.path
    text.revision = [.title: title, .note: note, .date: effective?.iso, .update: update].compactMapValues(\.self)
    var shown = try text.text()
    var stage = Stage.first
    while true {
      try draft.write(shown)
      let status = edit(draft.path)
      guard status == 0 else {
        let reason = status.map { "エディターが終了コード \($0) で終わりました" } ?? "エディターを始められません"
        return .stopped(draft: draft.path, reasons: [reason], exitCode: Self.dataError)
      }
      let saved: String
      switch draft.read() {
      case .text(let text): saved = text
      case .gone: return .stopped(draft: nil, reasons: ["エディターのあと、書いたものがありません"], exitCode: Self.dataError)
      case .unreadable(let reason):
        return .stopped(draft: draft.path, reasons: [reason], exitCode: Self.dataError)
      }
      let lines = Self.unmarked(saved)
      guard lines.contains(where: { !$0.isEmpty && !$0.hasPrefix("#") }) else {
        discard(draft)
        return .givenUp
      }
      if lines == Self.unmarked(shown) {
        switch stage {
        case .first:
          discard(draft)
          return .unchanged
        case .faults(let reasons):
          return .stopped(draft: draft.path, reasons: reasons, exitCode: Self.dataError)
        case .conflict:
          return .stopped(
            draft: draft.path, reasons: ["ほかの人が先に保存しています（「# ≠」の行が残っています）"], exitCode: Self.dataError)
        case .merged: break
        }
      }
      var faults: [CorrectionReading.Fault] = []
      switch try written(lines, &faults) {
      case .outcome(let outcome)?:
        discard(draft)
        return outcome
      case .failed(.notConfirmed(let path))?:
        // It may be written: nobody should be told that it is not. The text is kept all the same.
        throw StoreError.notConfirmed(path: path)
      case .failed(let error)?:
        return .stopped(draft: draft.path, reasons: [error.message], exitCode: error.exitCode)
      case .clash(let clash)?:
        stage = clash.merge.conflicts.isEmpty ? .merged : .conflict
        shown = try take(clash, lines)
      case nil:
        stage = .faults(faults.map { "\($0.line)行目: \($0.words)" })
        shown =
          CorrectionText.marked(faults.map { (line: $0.line, words: $0.words) }, .fault, in: lines)
          .joined(separator: "\n") + "\n"
      }
    }
  }

  /// Where the text lies that was written, also after an error; `nil` when it is gone.
  public var keptDraft: String? { draftPath.flatMap { access($0, F_OK) == 0 ? $0 : nil } }

  /// A text that cannot be removed is told as one that is kept.
  private mutating func discard(_ draft: DraftFolder) {
    do {
      try draft.remove()
      draftPath = nil
    } catch {
      draftPath = draft.path
    }
  }

  private enum Attempt {
    case outcome(Outcome)
    case clash(CorrectionClash)
    case failed(StoreError)
  }

  /// - Returns: `nil` when there are faults.
  private func written(_ lines: [String], _ faults: inout [CorrectionReading.Fault]) throws -> Attempt? {
    if let place = lines.firstIndex(where: { CorrectionText.Mark.conflict.marks($0) }) {
      faults = [.init(line: place + 1, words: "次の項目をどうするか決めて、「# ≠」の行を消してください")]
      return nil
    }
    let reading = CorrectionReading(lines.joined(separator: "\n") + "\n", kind: kind, fixedID: fixedID)
    guard let record = reading.record else {
      faults = reading.faults
      return nil
    }
    guard record != base else { return .outcome(.unchanged) }
    do {
      let writing = try CorrectionWriting(store)
      let reader = writing.reader
      for id in try reader.missingLinks(of: record, besides: base) {
        faults += (reading.lines(naming: id).first.map { [$0] } ?? [1]).map {
          .init(line: $0, words: id.isEmpty ? "番号が要ります" : "「\(id)」という番号の記録はありません")
        }
      }
      if base == nil, fixedID == nil, try reader.record(record.key) != nil {
        faults.append(.init(line: reading.lines(naming: record.key.id).first ?? 1, words: "この番号はもう使われています"))
      }
      guard faults.isEmpty else { return nil }
      return try write(record, reading, writing)
    } catch {
      switch error {
      case .effectiveBeforeParent, .effectiveInFuture:
        let field = CorrectionText.RevisionField.date.rawValue
        let place = lines.firstIndex { $0.hasPrefix(field) || $0.hasPrefix("# \(field)") }
        faults = [.init(line: (place ?? 0) + 1, words: error.message)]
        return nil
      default: return .failed(error)
      }
    }
  }

  private func write(
    _ record: Record, _ reading: CorrectionReading, _ writing: CorrectionWriting
  ) throws(StoreError) -> Attempt {
    let outcome = fixedID == nil ? "追加" : "訂正"
    let correction = Correction(
      parts: [Correction.Part(record, base: base)], effective: reading.effective ?? today, author: author,
      title: reading.revision[.title] ?? "「\(record.title)」の\(outcome)", note: reading.revision[.note])
    let update = reading.revision[.update].map { line in
      CorrectionWriting.Update(line: line, action: fixedID == nil ? .added : .revised, about: record.key.id)
    }
    return switch try writing.write(correction, update, today: today) {
    case .written(let revision): .outcome(.written(revision))
    case .unchanged: .outcome(.unchanged)
    case .clash(let clashes): clashes.first.map { .clash($0) } ?? .outcome(.unchanged)
    }
  }

  /// The text that brings both together, with what is said of it.
  private mutating func take(_ clash: CorrectionClash, _ lines: [String]) throws -> String {
    let reading = CorrectionReading(lines.joined(separator: "\n") + "\n", kind: kind, fixedID: fixedID)
    let words = ClashWords(clash)
    base = clash.theirs
    text.fields = clash.merge.proposal ?? text.fields
    text.revision = reading.revision
    if let effective = reading.effective { text.revision[.date] = effective.iso }
    text.remarks = words.remarks
    text.conflicts = words.conflicts
    return try text.text()
  }

  /// Lines without what was said of them; those of open conflicts stay.
  private static func unmarked(_ text: String) -> [String] {
    var lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    lines.removeAll { CorrectionText.Mark.fault.marks($0) || CorrectionText.Mark.remark.marks($0) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
