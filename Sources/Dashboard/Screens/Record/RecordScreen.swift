import StrategyModel
import TextUI

extension ScreenID {
  public static let record = ScreenID(rawValue: "record")
}

/// Everything about one record: an item, a meeting, a pillar, a document, …
public struct RecordScreen: Screen {
  public let id = ScreenID.record
  public let name = Word.record
  public let finding = Finding.search

  public init() {}

  public func topics(_ context: ScreenContext) -> [SlotID: Topic] {
    context.place.record.map { [.main: .dossier($0)] } ?? [:]
  }

  public func panes(_ context: ScreenContext) -> [Pane] {
    guard case .dossier(let dossier)? = context.content(.main) else { return [] }
    let rows = dossier.map { RecordScreen.rows($0, context, columns: context.columns) } ?? []
    return [Pane(id: "record", list: rows, columns: context.columns, emptyText: context.words(.notFound))]
  }

  public func title(_ context: ScreenContext) -> String? {
    guard case .dossier(let dossier?)? = context.content(.main) else { return context.place.record?.id }
    return dossier.record.title
  }

  /// The rows of a record in a pane of so many cells; the preview shows the same.
  static func rows(_ dossier: Dossier, _ context: ScreenContext, columns: Int) -> [Row] {
    written(dossier, context, columns: columns).rows
  }

  public func outline(_ context: ScreenContext) -> [OutlinePart] {
    guard case .dossier(let dossier?)? = context.content(.main) else {
      return [.paragraph(OutlineText(context.words(.notFound), .faint))]
    }
    let parts = RecordScreen.written(dossier, context, columns: context.columns).parts
    // The page is called by the record's title already.
    guard case .heading(let title, 3)? = parts.first else { return parts }
    let rest = Array(parts.dropFirst())
    return title.plain == dossier.record.title ? rest : [.paragraph(OutlineText(title.plain, .heading))] + rest
  }

  private static func written(_ dossier: Dossier, _ context: ScreenContext, columns: Int) -> RowWriter {
    var writer = RowWriter(context, columns: Pane.textColumns(columns))
    let view = RecordView(context: context, dossier: dossier)
    switch dossier.record {
    case .item(let item): ItemView(context: context, dossier: dossier, item: item).write(&writer)
    case .meeting(let meeting): MeetingView(context: context, dossier: dossier, meeting: meeting).write(&writer)
    case .strategy(let strategy): view.write(strategy, &writer)
    case .plan(let plan): view.write(plan, &writer)
    case .pillar(let pillar): view.write(pillar, &writer)
    case .body(let body): view.write(body, &writer)
    case .document(let document): view.write(document, &writer)
    default: view.writeShort(&writer)
    }
    view.writeCommon(&writer)
    return writer
  }
}
