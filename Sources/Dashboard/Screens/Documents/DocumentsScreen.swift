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
    let view = DocumentsView(context: context, city: context.slots[.main]?.answer?.city, library: library)
    let empty = context.emptyText
    let panes = [
      Pane(id: "documents", list: view.documents(columns: widths[0]), columns: widths[0], emptyText: empty),
      Pane(id: "terms", list: view.terms(columns: widths[1]), columns: widths[1], emptyText: empty),
    ]
    return context.isStacked ? [.stacked(panes)] : panes
  }

  public func outline(_ context: ScreenContext) -> [OutlinePart] {
    guard case .library(let library)? = context.content(.main) else { return [] }
    let view = DocumentsView(context: context, city: context.slots[.main]?.answer?.city, library: library)
    return view.outline.orEmpty(context)
  }

  public func counts(_ context: ScreenContext) -> FilterCounts? {
    guard case .library(let library)? = context.content(.main) else { return nil }
    let records = library.records
    return FilterCounts(found: records.filter(context.passes).count, total: records.count)
  }
}

struct DocumentsView {
  let context: ScreenContext
  /// Whose documents these are.
  var city: City?
  let library: Library

  var words: Words { context.words }

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

  func terms(columns: Int) -> [Row] { writtenTerms(columns).rows }

  func writtenTerms(_ columns: Int) -> RowWriter {
    var writer = RowWriter(context, columns: Pane.textColumns(columns))
    writer.align(by: shownTerms.map(\.term))
    section(.terms, shownTerms, &writer) { term, writer in
      writer.field(term.term, term.meaning, door: .record(RecordKey(.term, term.id)))
    }
    writer.align(by: [])
    section(.contradictions, shownContradictions, &writer) { contradiction, writer in
      writer.point(contradiction.text, door: .record(RecordKey(.contradiction, contradiction.id)))
    }
    section(.contact, shownContacts, &writer) { contact, writer in
      writer.point(contact.office, door: .record(RecordKey(.contact, contact.id)))
      if let telephone = contact.telephone { writer.field(.telephone, telephone) }
    }
    if context.filter == nil, let city, !city.id.isEmpty {
      writer.heading(.city)
      writer.point(city.headquarters, door: .record(RecordKey(.city, city.id)))
    }
    return writer
  }

  var shownDocuments: [Document] { library.documents.filter { context.passes(.document($0)) } }
  var shownBodies: [MeetingBody] { library.bodies.filter { context.passes(.body($0)) } }
  var shownFigures: [Figure] { library.figures.filter { context.passes(.figure($0)) } }
  private var shownTerms: [Term] { library.terms.filter { context.passes(.term($0)) } }
  private var shownContradictions: [Contradiction] {
    library.contradictions.filter { context.passes(.contradiction($0)) }
  }
  private var shownContacts: [Contact] { library.contacts.filter { context.passes(.contact($0)) } }

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
