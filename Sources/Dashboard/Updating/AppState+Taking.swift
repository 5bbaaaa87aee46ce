import StrategyModel
import TextUI

/// Taking something away: sources, ids, rows as Markdown.
extension AppState {
  mutating func show(source addresses: [String]) -> [Effect] {
    guard !addresses.isEmpty else { return refuse(.noSource) }
    overlay = Overlay(.sources(addresses))
    return [.copy(addresses.joined(separator: "\n"))]
  }

  mutating func showSource() -> [Effect] {
    if case .address(let address)? = selectedDoor { return show(source: [address]) }
    if case .dossier(let dossier?)? = slots[.main]?.answer?.content {
      return show(source: dossier.record.source.addresses)
    }
    guard let key = selectedRow?.key else { return refuse(.noSource) }
    // A list does not hold the sources of all its rows.
    guard let addresses = addresses(of: key) else { return refuse(.openForSource) }
    return show(source: addresses)
  }

  /// The sources of a record that a list on the screen holds.
  private func addresses(of key: RecordKey) -> [String]? {
    for slot in slots.values {
      switch slot.answer?.content {
      case .updates(let updates)?:
        if let update = updates.first(where: { key == RecordKey(.update, $0.id) }) { return update.source.addresses }
      case .meetings(let list)?:
        if let meeting = list.meetings.first(where: { key == RecordKey(.meeting, $0.id) }) {
          return meeting.source.addresses
        }
      case .library(let library)?:
        if let document = library.documents.first(where: { key == RecordKey(.document, $0.id) }) {
          return document.source.addresses
        }
      case .dossier(let dossier?)?:
        if dossier.record.key == key { return dossier.record.source.addresses }
      default: continue
      }
    }
    return nil
  }

  mutating func copyID() -> [Effect] {
    switch selectedRow?.id {
    case .record(let key)?: return [.copy(key.id)]
    case .revision(let number)?: return [.copy("r\(number)")]
    default: break
    }
    if let key = place.record { return [.copy(key.id)] }
    return refuse(.nothingToCopy)
  }

  /// The command that gives the rows that are shown, whatever is committed later.
  mutating func copyCommand() -> [Effect] {
    [.copyCommand(snapshotOrder(revision: pinned ?? asOf?.number))]
  }

  /// The selected row as an item of a Markdown list; in a record, its title with its source.
  mutating func copyMarkdown() -> [Effect] {
    if case .dossier(let dossier?)? = slots[.main]?.answer?.content, place.subject != nil {
      let title = MarkdownText.escaped(dossier.record.title)
      let source = dossier.record.source.address.map { " (\(MarkdownText.link($0)))" } ?? ""
      return [.copy("- \(title)\(source)")]
    }
    // Without a row there still is the filter that finds none.
    guard let row = selectedRow else { return copyCommand() }
    if case .record(let key) = row.id, let text = labelled(key) {
      return [.copy("- \(MarkdownText.escaped(text))")]
    }
    let text = row.lines.map(\.withoutBars).joined(separator: " ").split(separator: " ").joined(separator: " ")
    return [.copy("- \(MarkdownText.escaped(text))")]
  }

  /// `名称（フェーズ: 企画中、所管: 福祉部）`: a record of a list with all that its row would say, were there room.
  private func labelled(_ key: RecordKey) -> String? {
    if let item = item(key) {
      let outline = ItemOutline(context: context, columns: context.options.columns)
      return labelled(outline.cellsInList(item), outline.columnsInList, title: item.title)
    }
    // A difference has rows of its own for what changed of a record.
    guard place.subject == nil else { return nil }
    var columns: [OutlineColumn] = []
    for part in screen.outline(context) {
      switch part {
      case .table(let heads): columns = heads
      case .row(let cells, let found) where found == key:
        return labelled(cells, columns, title: cells.first?.text.plain ?? "")
      default: continue
      }
    }
    return nil
  }

  private func labelled(_ cells: [OutlineCell], _ columns: [OutlineColumn], title: String) -> String {
    let fields = zip(columns, cells).compactMap { column, cell -> String? in
      let text = cell.text.plain
      guard !column.isDataOnly, text != title, ![words.dash, words.dot, ""].contains(text) else { return nil }
      return words.labelled(column.title, text)
    }
    return title + (fields.isEmpty ? "" : words.remark(fields.joined(separator: words.pick("、", ", "))))
  }

  /// An item of a list that is shown: a row may have cut its title.
  private func item(_ key: RecordKey) -> ItemRow? {
    guard key.kind == .item else { return nil }
    for slot in slots.values {
      guard case .items(let page)? = slot.answer?.content else { continue }
      if let item = page.rows.first(where: { $0.id == key.id }) { return item }
    }
    return nil
  }
}

extension Line {
  /// The text without bars: they say again what the number beside them says, and mean nothing outside a grid.
  fileprivate var withoutBars: String {
    spans.filter { !$0.text.isBar }.map(\.text).joined()
  }
}

extension String {
  fileprivate var isBar: Bool {
    let ink = unicodeScalars.filter { $0 != " " }
    let sets = [LineSet.unicode, .ascii]
    let glyphs = Set(sets.flatMap { [$0.block, $0.track] + $0.eighths }.flatMap(\.unicodeScalars))
    return !ink.isEmpty && ink.allSatisfy(glyphs.contains)
  }
}
