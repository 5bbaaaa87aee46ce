import StrategyModel
import TextUI

extension ScreenID {
  public static let revision = ScreenID(rawValue: "revision")
}

/// One revision of the store with what it changed.
public struct RevisionScreen: Screen {
  public let id = ScreenID.revision
  public let name = Word.revision
  public let finding = Finding.search

  public init() {}

  public func topics(_ context: ScreenContext) -> [SlotID: Topic] {
    guard case .revision(let number)? = context.place.subject else { return [:] }
    return [.main: .revision(number)]
  }

  public func panes(_ context: ScreenContext) -> [Pane] {
    guard case .revision(let changes)? = context.content(.main) else { return [] }
    var writer = RowWriter(context, columns: Pane.textColumns(context.columns))
    if let changes { write(changes, &writer) }
    return [
      Pane(id: "revision", list: writer.rows, columns: context.columns, emptyText: context.words(.notFound))
    ]
  }

  public func title(_ context: ScreenContext) -> String? {
    guard case .revision(let number)? = context.place.subject else { return nil }
    return "r\(number)"
  }

  private func write(_ changes: RevisionChanges, _ writer: inout RowWriter) {
    let words = writer.context.words
    let calendar = writer.context.calendar
    let revision = changes.revision
    writer.paragraph("r\(revision.number)  \(revision.title)", style: .bold)
    writer.field(.effective, calendar.text(revision.effective))
    writer.field(.recorded, revision.recorded)
    writer.field(.author, revision.author)
    if let note = revision.note { writer.field(.note, note) }
    if let file = revision.sourceFile { writer.field(.sourceFile, "\(file.name)  SHA-256 \(file.sha256)") }
    writer.field(.hash, revision.hash)
    for kind in RecordKind.allCases {
      guard let counts = changes.counts[kind], !counts.isEmpty else { continue }
      let summary = [RevisionTouch.Change.added, .changed, .retired].compactMap { change in
        counts[change].map { "\(words.change(change)) \(words.grouped($0))" }
      }
      writer.heading("\(words.recordKind(kind))  \(summary.joined(separator: "  "))")
      for entry in changes.entries where entry.reference.key.kind == kind {
        let fields = entry.fields.map(words.fieldName).joined(separator: words.pick("・", ", "))
        writer.link(
          entry.reference,
          remark: fields.isEmpty ? words.change(entry.change) : "\(words.change(entry.change)): \(fields)")
      }
    }
  }
}
