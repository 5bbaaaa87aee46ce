import StrategyModel
import TextUI

/// The board: a lane for each phase, cards from top to bottom. A narrow screen shows one lane under a strip of counts.
struct BoardView {
  /// Two lines of title, the pillar, the KPI or a remark, and a line of air.
  static let cardHeight = 5
  static let allLanes: [Phase?] = Phase.allCases + [nil]

  let context: ScreenContext
  let phases: PhaseCounts

  static func paneID(_ phase: Phase?) -> PaneID { "lane:" + (phase?.code ?? "none") }

  /// On a wide screen all lanes, else the one in focus.
  static func lanes(_ context: ScreenContext) -> [Phase?] {
    guard context.isStacked else { return allLanes }
    return [allLanes[min(max(0, context.place.focus), allLanes.count - 1)]]
  }

  /// The filter language's words for "in this phase, and what was asked for".
  static func filter(of phase: Phase?, within filter: String) -> String {
    let lane = "phase:" + (phase?.name ?? "未記載")
    return filter.isEmpty ? lane : "\(filter) \(lane)"
  }

  func panes() -> [Pane] {
    let lanes = BoardView.lanes(context)
    let widths = context.isStacked ? [context.columns] : laneColumns(lanes)
    return zip(lanes, widths).map { lane($0, columns: $1) }
  }

  /// Lanes without cards are only as wide as their title; the others share the rest.
  private func laneColumns(_ lanes: [Phase?]) -> [Int] {
    let emptyColumns = 13
    let filled = lanes.filter { phases[$0] > 0 }.count
    guard filled > 0, filled < lanes.count else { return context.paneColumns(lanes.map { _ in 1 }) }
    let rest = context.columns - (lanes.count - filled) * (emptyColumns + Pane.gap) - (filled - 1) * Pane.gap
    var extra = rest % filled
    return lanes.map { lane in
      guard phases[lane] > 0 else { return emptyColumns }
      defer { extra -= 1 }
      return rest / filled + (extra > 0 ? 1 : 0)
    }
  }

  private func lane(_ phase: Phase?, columns: Int) -> Pane {
    let empty = ItemPage(total: 0, unfiltered: 0, start: 0, rows: [])
    let page = if case .items(let page)? = context.content(.lane(phase)) { page } else { empty }
    let card = ItemCard(context: context, columns: Pane.textColumns(columns))
    let rows = ItemRows(
      page: page, height: BoardView.cardHeight, line: card.lines, groupHeading: { Line($0.label) },
      placeholder: Line("…", context.style(.faint)))
    return rows.pane(
      id: BoardView.paneID(phase), title: context.isStacked ? strip(current: phase) : title(phase),
      columns: columns, emptyText: context.emptyText(.lane(phase), context.words.pick("なし", "none")))
  }

  private func title(_ phase: Phase?) -> Line {
    Line("  ") + Line(context.words.phase(phase), context.style(.phase(phase)).adding(.bold))
      + Line(" \(context.words.grouped(phases[phase]))", context.style(.heading))
  }

  /// All lanes with their counts on one line, the shown one marked.
  private func strip(current: Phase?) -> Line {
    var line = Line()
    let isNarrow = context.columns < 64
    for phase in BoardView.allLanes {
      let name = isNarrow ? phase?.initial ?? "未" : context.words.phase(phase)
      let text = " \(name) \(context.words.grouped(phases[phase])) "
      line.append(
        phase == current ? "[\(text.dropFirst().dropLast())]" : text,
        phase == current ? context.style(.currentView) : context.style(.phase(phase)))
    }
    return line
  }
}

/// A card of the board.
struct ItemCard {
  let context: ScreenContext
  /// Cells of the card's text.
  let columns: Int

  func lines(_ item: ItemRow) -> [Line] {
    let policy = context.policy
    let wrapped = TextFit.wrap(item.title, columns, policy)
    var lines = [context.marked(wrapped.first ?? "", .bold)]
    if wrapped.count > 1 {
      let rest = wrapped.dropFirst().joined()
      lines.append(context.marked(context.shortened(rest, to: columns), .bold))
    }
    lines.append(pillar(item))
    if item.kpi?.attainment != nil {
      lines.append(context.attainment(item.kpi, columns: columns))
    } else if item.isPhaseDerived {
      lines.append(Line(context.words.pick("フェーズは推定", "phase inferred"), context.style(.derived)))
    }
    return lines
  }

  private func pillar(_ item: ItemRow) -> Line {
    let mark = item.isPillarDerived ? Line("(\(context.words(.derived)))", context.style(.derived)) : Line()
    let name = Line(item.pillarName ?? context.words(.unknown), context.style(.faint))
    return name.truncated(to: max(1, columns - mark.width(context.policy)), context.policy) + mark
  }
}
