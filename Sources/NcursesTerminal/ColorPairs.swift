import CNcurses
import TextUI

/// Colour pairs of ncurses, made when a style first needs them.
struct ColorPairs {
  private var pairs: [Int32] = []
  private var next: Int32 = 1
  private var colors: Int32 = 0

  /// After ncurses started.
  mutating func start() {
    guard has_colors(), start_color() == OK else { return }
    use_default_colors()
    colors = honbu_colors()
    pairs = Array(repeating: 0, count: Color.allCases.count * Color.allCases.count)
  }

  /// The pair of a style, and the attributes that stand in for colours the terminal has not.
  mutating func pair(for style: Style) -> (Int32, Attributes) {
    guard colors >= 8 else { return (0, []) }
    let isBright = style.foreground.rawValue > Color.white.rawValue
    let extra: Attributes = isBright && colors < 16 ? .bold : []
    if style.foreground == .default, style.background == .default { return (0, extra) }
    let index = Int(style.foreground.rawValue) * Color.allCases.count + Int(style.background.rawValue)
    if pairs[index] == 0, next < honbu_color_pairs(),
      init_pair(Int16(next), number(style.foreground), number(style.background)) == OK
    {
      pairs[index] = next
      next += 1
    }
    return (pairs[index], extra)
  }

  private func number(_ color: Color) -> Int16 {
    let index = Int16(color.rawValue) - 1
    return index >= Int16(colors) ? index - 8 : index
  }
}
