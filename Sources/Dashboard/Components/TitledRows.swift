import StrategyModel
import TextUI

/// Rows of a list by date, whose titles stand whole: what tells those of one series apart is often their end.
extension ScreenContext {
  /// Lines that a title may take.
  private static let titleLines = 2

  /// `令和3年3月17日  追加  …の取組実績`, on two lines where the title is long.
  func rows(of update: UpdateEntry, columns: Int) -> [Row] {
    let date = TextFit.fit(calendar.text(update.date), dateColumns, policy)
    let action = TextFit.fit(words.updateAction(update.action), words.language == .ja ? 6 : 11, policy)
    let key = RecordKey(.update, update.id)
    return rows(
      .record(key), head: Line(date, style(.faint)) + Line(action, style(.label)), title: update.title,
      columns: columns, door: .record(key))
  }

  /// `r26   R3.3.17    …の取組実績を追加`.
  func rows(of revision: Revision, columns: Int) -> [Row] {
    let date = calendar.shortText(revision.effective)
    let head = TextFit.fit("r\(revision.number)", 6, policy) + TextFit.fit(date, 11, policy)
    return rows(
      .revision(revision.number), head: Line(head, style(.faint)), title: revision.title, columns: columns,
      door: .revision(revision.number))
  }

  private func rows(_ id: RowID, head: Line, title: String, columns: Int, door: Door) -> [Row] {
    let indent = head.width(policy)
    let room = max(4, columns - indent)
    var pieces = TextFit.paragraph(title, room, policy)
    if pieces.count > Self.titleLines {
      let rest = String(title.dropFirst(pieces[0].count).drop { $0 == " " })
      pieces = [pieces[0], shortened(rest, to: room)]
    }
    return pieces.enumerated().map { index, piece in
      guard index > 0 else { return Row(id, [head + marked(piece)], door: door) }
      return Row(
        id.part(index), [Line(String(repeating: " ", count: indent)) + marked(piece)], isSelectable: false)
    }
  }
}
