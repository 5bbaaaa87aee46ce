import StrategyModel
import TextUI

extension ScreenID {
  public static let documents = ScreenID(rawValue: "documents")
}

/// 資料: documents, glossary, figures, bodies, contradictions and the contact.
public struct DocumentsScreen: Screen {
  public let id = ScreenID.documents
  public let name = Word.documents

  public init() {}

  public func topics(_ context: ScreenContext) -> [SlotID: Topic] { [.main: .library] }

  public func panes(_ context: ScreenContext) -> [Pane] {
    guard case .library(let library)? = context.content(.main) else { return [] }
    let widths = context.paneColumns([1, 1])
    let view = DocumentsView(context: context, library: library)
    let empty = context.words(context.filter == nil ? .empty : .emptyFiltered)
    let panes = [
      Pane(id: "documents", list: view.documents(columns: widths[0]), columns: widths[0], emptyText: empty),
      Pane(id: "terms", list: view.terms(columns: widths[1]), columns: widths[1], emptyText: empty),
    ]
    return context.isStacked ? [.stacked(panes)] : panes
  }

  public func counts(_ context: ScreenContext) -> FilterCounts? {
    guard case .library(let library)? = context.content(.main) else { return nil }
    let view = DocumentsView(context: context, library: library)
    return FilterCounts(found: view.found, total: library.count)
  }
}

extension Library {
  var count: Int {
    documents.count + terms.count + figures.count + contacts.count + bodies.count + contradictions.count
  }
}

struct DocumentsView {
  let context: ScreenContext
  let library: Library

  private var words: Words { context.words }

  func documents(columns: Int) -> [Row] {
    var writer = RowWriter(context, columns: Pane.textColumns(columns))
    section(.documents, shownDocuments, &writer) { document, writer in
      writer.link(
        Reference(key: RecordKey(.document, document.id), title: document.title, date: document.date),
        remark: document.kind, isDated: true)
    }
    section(.bodies, shownBodies, &writer) { body, writer in
      writer.link(Reference(key: RecordKey(.body, body.id), title: body.name))
    }
    section(.figures, shownFigures, &writer) { figure, writer in
      writer.point(
        "\(figure.name)  \(words.figure(figure))", door: .record(RecordKey(.figure, figure.id)))
    }
    return writer.rows
  }

  func terms(columns: Int) -> [Row] {
    var writer = RowWriter(context, columns: Pane.textColumns(columns))
    section(.terms, shownTerms, &writer) { term, writer in
      writer.field(term.term, term.meaning, door: .record(RecordKey(.term, term.id)))
    }
    section(.contradictions, shownContradictions, &writer) { contradiction, writer in
      writer.point(contradiction.text, door: .record(RecordKey(.contradiction, contradiction.id)))
    }
    section(.contact, shownContacts, &writer) { contact, writer in
      writer.point(contact.office, door: .record(RecordKey(.contact, contact.id)))
      if let telephone = contact.telephone { writer.field(.telephone, telephone) }
    }
    return writer.rows
  }

  var found: Int {
    shownDocuments.count + shownTerms.count + shownFigures.count + shownContacts.count + shownBodies.count
      + shownContradictions.count
  }

  private var shownDocuments: [Document] {
    library.documents.filter { context.passes([$0.title, $0.kind, $0.availability], id: $0.id) }
  }
  private var shownBodies: [MeetingBody] { library.bodies.filter { context.passes([$0.name, $0.note], id: $0.id) } }
  private var shownFigures: [Figure] { library.figures.filter { context.passes([$0.name, $0.note], id: $0.id) } }
  private var shownTerms: [Term] {
    library.terms.filter { context.passes([$0.term, $0.reading, $0.expansion, $0.meaning], id: $0.id) }
  }
  private var shownContradictions: [Contradiction] {
    library.contradictions.filter { context.passes([$0.text, $0.note], id: $0.id) }
  }
  private var shownContacts: [Contact] {
    library.contacts.filter { context.passes([$0.office, $0.address], id: $0.id) }
  }

  private func section<Entry>(
    _ word: Word, _ entries: [Entry], _ writer: inout RowWriter, _ write: (Entry, inout RowWriter) -> Void
  ) {
    guard !entries.isEmpty else { return }
    writer.heading(word, count: entries.count)
    for entry in entries { write(entry, &writer) }
  }
}

extension Words {
  /// `74件（76件中）`, `約10%`.
  func figure(_ figure: Figure) -> String {
    let unit = figure.unit ?? ""
    let sum = unit == "円" ? Int(exactly: figure.value) : nil
    let value = sum.map(yen) ?? number(figure.value) + unit
    let shown = (figure.isApproximate ? self(.approximately) : "") + value
    guard let whole = figure.whole else { return shown }
    return shown + pick("（\(number(whole))\(unit)中）", " (of \(number(whole)))")
  }
}
