import StrategyModel
import TextSearch

/// The only place where records are folded for searching.
extension ActionItem {
  /// All text fields as ``FilterSubject/text(of:)`` joins them.
  func writeSearchedText(to room: inout ByteRoom) {
    func write(_ text: String?, _ room: inout ByteRoom) {
      guard let text, !text.isEmpty else { return }
      room.append(folded: text)
      room.append(UInt8(ascii: "\n"))
    }
    for text in [id, title, reading, summary, department, planRelation, note] { write(text, &room) }
    for kpi in kpis { write(kpi.name, &room) }
    for entry in schedule { write(entry.text, &room) }
    for event in events { write(event.text, &room) }
  }

  /// By reading where there is one, as Japanese lists are sorted.
  func writeTitleKey(to room: inout ByteRoom) { room.append(folded: reading ?? title) }

  /// `has:review` is told by reviews, which are records of their own.
  var traits: FilterTraits {
    var traits: FilterTraits = []
    if !kpis.isEmpty { traits.insert(.kpi) }
    if !budgets.isEmpty { traits.insert(.budget) }
    if !schedule.isEmpty { traits.insert(.schedule) }
    if !events.isEmpty { traits.insert(.events) }
    return traits
  }
}
