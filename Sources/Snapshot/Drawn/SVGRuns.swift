import TextUI

/// A line cut into runs that can be placed each for itself.
enum SVGRuns {
  struct Run {
    var column: Int
    var cells: Int
    /// Empty for spaces that only have a ground.
    var text: String
    var style: Style
    var block: Block?

    /// `…`, `×`: in a Japanese font they are as wide as a kanji, so another is asked for.
    var isAmbiguous: Bool { cells == 1 && !text.allSatisfy(\.isASCII) }
  }

  /// Cells of a bar.
  struct Block: Equatable {
    var cells: Int
    /// Of the last cell.
    var eighths: Int
    /// In percent.
    var opacity: Int
    /// Eighths of the line's height, from its foot.
    var height = 8
  }

  /// Full-width characters of one look make one run, which every font sets alike; others are placed one by one, since
  /// fonts differ in how wide they are.
  static func of(_ line: Line, _ policy: WidthPolicy) -> [Run] {
    var runs: [Run] = []
    var column = 0
    for span in line.spans {
      for character in SafeText.visible(span.text) {
        let cells = policy.width(of: character)
        defer { column += cells }
        guard cells > 0 else {
          if let last = runs.indices.last { runs[last].text.append(character) }
          continue
        }
        let isReverse = span.style.attributes.contains(.reverse)
        if character == " " || character == "\u{3000}" {
          if isReverse { runs.append(Run(column: column, cells: cells, text: "", style: span.style)) }
          continue
        }
        let block = block(character, cells)
        if let last = runs.last, last.column + last.cells == column, last.style == span.style, !isReverse,
          joins(last, block, cells)
        {
          runs[runs.count - 1].cells += cells
          if block != nil {
            runs[runs.count - 1].block?.cells += cells
          } else {
            runs[runs.count - 1].text.append(character)
          }
          continue
        }
        runs.append(
          Run(
            column: column, cells: cells, text: block == nil ? String(character) : "", style: span.style, block: block))
      }
    }
    return runs
  }

  private static func joins(_ last: Run, _ block: Block?, _ cells: Int) -> Bool {
    if let block, let before = last.block {
      return before.eighths == 8 && block.eighths == 8 && before.opacity == block.opacity
        && before.height == block.height
    }
    return block == nil && last.block == nil && cells == 2 && last.cells % 2 == 0 && last.text.count * 2 == last.cells
  }

  private static func block(_ character: Character, _ cells: Int) -> Block? {
    switch character {
    case "█": Block(cells: cells, eighths: 8, opacity: 100)
    case "▓": Block(cells: cells, eighths: 8, opacity: 75)
    case "▒": Block(cells: cells, eighths: 8, opacity: 50)
    case "░": Block(cells: cells, eighths: 8, opacity: 25)
    case "▁", "▂", "▃", "▄", "▅", "▆", "▇":
      character.unicodeScalars.first.map {
        Block(cells: cells, eighths: 8, opacity: 100, height: Int($0.value - 0x2580))
      }
    case "▏", "▎", "▍", "▌", "▋", "▊", "▉":
      character.unicodeScalars.first.map { Block(cells: cells, eighths: Int(0x2590 - $0.value), opacity: 100) }
    default: nil
    }
  }
}
