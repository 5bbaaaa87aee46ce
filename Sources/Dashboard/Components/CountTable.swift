import StrategyModel
import TextUI

/// A table of numbers where every number is a door: pillars × phases, pillars × years.
struct CountTable {
  struct Column {
    var title: Line
    var columns: Int
    /// Whether its numbers have a cell behind them for a mark, which counts among `columns`.
    var hasMarks = false

    fileprivate var markColumns: Int { hasMarks ? 1 : 0 }
  }

  struct Number {
    var text: String
    var role: Role
    /// Behind the number, in a column that has marks.
    var mark = ""
    /// `nil` for a number that counts nothing.
    var door: Door?
  }

  let context: ScreenContext
  /// Cells of the pane's text.
  let width: Int
  let columns: [Column]

  /// Cells of the longest bar.
  static let barColumns = 10

  private var nameColumns: Int { max(8, width - columns.reduce(0) { $0 + $1.columns }) }

  func heading(_ title: String) -> Row {
    var line = Line(title, context.style(.heading)).fitted(to: nameColumns, context.policy)
    for column in columns {
      line.append(column.title.fitted(to: column.columns - column.markColumns, context.policy, alignment: .trailing))
      if column.hasMarks { line.append(" ") }
    }
    return .heading(line)
  }

  /// Whether bars have room behind these names, without cutting one.
  func hasRoomForBars(behind names: [Line]) -> Bool {
    let longest = names.map { $0.width(context.policy) }.max() ?? 0
    return longest + 1 + CountTable.barColumns <= nameColumns
  }

  /// - Parameter bar: stands at the end of the name's column; empty for none.
  func row(_ id: RowID, name: Line, bar: Line = Line(), numbers: [Number], door: Door) -> Row {
    var line = name.fitted(to: nameColumns, context.policy)
    if !bar.isEmpty {
      line = name.fitted(to: nameColumns - CountTable.barColumns - 1, context.policy)
      line = line + Line(" ") + bar.fitted(to: CountTable.barColumns, context.policy)
    }
    var cells: [RowCell] = []
    var column = nameColumns
    for (number, layout) in zip(numbers, columns) {
      let room = layout.columns - layout.markColumns
      let text = TextFit.fit(number.text, room, context.policy, alignment: .trailing)
      line.append(text, context.style(number.role))
      if layout.hasMarks { line.append(number.mark.isEmpty ? " " : number.mark, context.style(.bar)) }
      if let door = number.door {
        let width = context.policy.width(of: number.text)
        cells.append(RowCell((column + room - width)..<(column + room), door: door))
      }
      column += layout.columns
    }
    return Row(id, [line], door: door, cells: cells)
  }
}

extension ScreenContext {
  /// Columns for the phases, and one for 未記載, wide enough for the largest of the counts.
  ///
  /// - Parameter marks: leaves a cell behind each number.
  func phaseColumns(_ least: Int, for counts: [PhaseCounts], marks: Bool = false) -> [CountTable.Column] {
    let columns = max(least, words.grouped(counts.map(\.largest).max() ?? 0).count + (marks ? 2 : 1))
    return BoardView.allLanes.map { phase in
      let title = words.language == .ja ? phase?.initial ?? "未" : String(words.phase(phase).prefix(2))
      return CountTable.Column(title: Line(title, style(.phase(phase))), columns: columns, hasMarks: marks)
    }
  }

  /// A bar of the phases one behind the other, as long as the count is to the largest.
  func phaseBar(_ counts: PhaseCounts, of largest: Int) -> Line {
    guard counts.total > 0, largest > 0 else { return Line() }
    let block = lineSet.block
    let cells = CountTable.barColumns / max(1, policy.width(of: block))
    var bar = Line()
    var counted = 0
    var drawn = 0
    for phase in BoardView.allLanes {
      counted += counts[phase]
      // Rounded up, so that the first item shows; the sums are rounded, so that no cell is lost.
      let end = (counted * cells + largest - 1) / largest
      bar.append(String(repeating: block, count: max(0, end - drawn)), style(.phaseBar(phase)))
      drawn = max(drawn, end)
    }
    return bar
  }

  /// The counts by phase, each opening its list within `filter`.
  ///
  /// - Parameter heat: marks each with its shade; `nil` for none.
  func phaseNumbers(
    _ counts: PhaseCounts, within filter: String, heat: HeatScale? = nil
  ) -> [CountTable.Number] {
    BoardView.allLanes.map { phase in
      let count = counts[phase]
      guard count > 0 else { return CountTable.Number(text: words.dot, role: .faint, door: nil) }
      return CountTable.Number(
        text: words.grouped(count), role: .phase(phase), mark: heat?.shade(of: count) ?? "",
        door: .view(.actions, filter: BoardView.filter(of: phase, within: filter)))
    }
  }
}
