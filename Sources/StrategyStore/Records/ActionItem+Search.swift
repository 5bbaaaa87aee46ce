import StrategyModel
import TextSearch

/// The only place where records are folded for searching.
extension ActionItem {
  var foldedText: String {
    FilterSubject.text(
      of: [id, title, reading, summary, department, planRelation, note] + kpis.map(\.name) + schedule.map(\.text)
        + events.map(\.text))
  }

  /// By reading where there is one, as Japanese lists are sorted.
  var titleKey: String { TextFold.fold(reading ?? title) }

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
