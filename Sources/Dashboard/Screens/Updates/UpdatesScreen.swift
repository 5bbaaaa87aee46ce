import StrategyModel
import TextUI

extension ScreenID {
  public static let updates = ScreenID(rawValue: "updates")
}

/// 履歴: the page's own record of updates, and the revisions of the store.
public struct UpdatesScreen: Screen {
  public let id = ScreenID.updates
  public let name = Word.updates

  public init() {}

  public func topics(_ context: ScreenContext) -> [SlotID: Topic] { [.main: .updates, .revisions: .revisions] }

  public func panes(_ context: ScreenContext) -> [Pane] {
    guard case .updates(let updates)? = context.content(.main) else { return [] }
    let revisions = if case .revisions(let list)? = context.content(.revisions) { list } else { [Revision]() }
    let widths = context.paneColumns([13, 10])
    let view = UpdatesView(context: context, updates: updates, revisions: revisions)
    let empty = context.emptyText
    let panes = [
      Pane(id: "updates", list: view.entries(columns: widths[0]), columns: widths[0], emptyText: empty),
      Pane(id: "revisions", list: view.ledger(columns: widths[1]), columns: widths[1], emptyText: empty),
    ]
    return context.isStacked ? [.stacked(panes)] : panes
  }

  public let isOneSheet = true

  public func outline(_ context: ScreenContext) -> [OutlinePart] {
    guard case .updates(let updates)? = context.content(.main) else { return [] }
    let revisions = if case .revisions(let list)? = context.content(.revisions) { list } else { [Revision]() }
    return UpdatesView(context: context, updates: updates, revisions: revisions).outline.orEmpty(context)
  }

  public func counts(_ context: ScreenContext) -> FilterCounts? {
    guard case .updates(let updates)? = context.content(.main) else { return nil }
    // The revisions are listed too.
    let revisions = if case .revisions(let list)? = context.content(.revisions) { list } else { [Revision]() }
    let view = UpdatesView(context: context, updates: updates, revisions: revisions)
    let entries = updates.filter { context.passes(.update($0)) }.count
    return FilterCounts(found: entries + view.shownRevisions.count, total: updates.count + revisions.count)
  }
}

extension SlotID {
  static let revisions = SlotID.other("revisions")
}

struct UpdatesView {
  let context: ScreenContext
  let updates: [UpdateEntry]
  let revisions: [Revision]

  var words: Words { context.words }

  /// 更新履歴 and 新着情報, each newest first (the page has its news the other way round).
  func entries(columns: Int) -> [Row] {
    let width = Pane.textColumns(columns)
    var rows: [Row] = []
    for (list, word) in [(UpdateEntry.List.history, Word.history), (.news, Word.news)] {
      let entries = shown(list)
      guard !entries.isEmpty else { continue }
      if !rows.isEmpty { rows.append(.blank) }
      rows.append(heading(word, entries.count))
      for entry in entries { rows += context.rows(of: entry, columns: width) }
    }
    return rows
  }

  func shown(_ list: UpdateEntry.List) -> [UpdateEntry] {
    updates.filter { $0.list == list && context.passes(.update($0)) }
      .sorted { ($1.date, list == .news ? $1.order : $0.order) < ($0.date, list == .news ? $0.order : $1.order) }
  }

  var shownRevisions: [Revision] {
    revisions.filter(context.passes).sorted { $0.number > $1.number }
  }

  /// Revisions of the store, newest first.
  func ledger(columns: Int) -> [Row] {
    let width = Pane.textColumns(columns)
    let shown = shownRevisions
    guard !shown.isEmpty else { return [] }
    return [heading(.revisions, shown.count)] + shown.flatMap { context.rows(of: $0, columns: width) }
  }

  private func heading(_ word: Word, _ count: Int) -> Row {
    .heading(Line(words(word), context.style(.heading)) + Line("  \(words.count(count))", context.style(.faint)))
  }
}
