import CNcurses
import TextUI

/// Colour pairs of ncurses, made when a style first needs them.
struct ColorPairs {
  private struct Key: Hashable {
    var foreground: Color
    var background: Color
  }

  private var pairs: [Key: Int32] = [:]
  private var next: Int32 = 1
  private var colors = 0
  /// The style that was asked for last, and its answer: neighbouring cells mostly share theirs.
  private var last: (style: Style, pair: Int32, extra: Attributes)?

  /// After ncurses started.
  mutating func start() {
    guard has_colors(), start_color() == OK else { return }
    use_default_colors()
    colors = Int(honbu_colors())
  }

  /// The pair of a style, and the attributes that stand in for colours the terminal has not.
  mutating func pair(for style: Style) -> (Int32, Attributes) {
    if let last, last.style == style { return (last.pair, last.extra) }
    let (pair, extra) = look(for: style)
    last = (style, pair, extra)
    return (pair, extra)
  }

  private mutating func look(for style: Style) -> (Int32, Attributes) {
    guard colors >= 8 else { return (0, []) }
    let isBright = style.foreground.number.map { (8..<16).contains($0) } ?? false
    let extra: Attributes = isBright && colors < 16 ? .bold : []
    if style.foreground == .default, style.background == .default { return (0, extra) }
    let key = Key(foreground: mixed(style.foreground), background: mixed(style.background))
    if let pair = pairs[key] { return (pair, extra) }
    guard next < honbu_color_pairs(),
      init_pair(Int16(next), number(key.foreground), number(key.background)) == OK
    else { return (0, extra) }
    pairs[key] = next
    next += 1
    return (next - 1, extra)
  }

  private func mixed(_ color: Color) -> Color {
    colors >= 256 ? color : color.nearest(among: colors >= 16 ? 16 : 8)
  }

  private func number(_ color: Color) -> Int16 { color.number.map(Int16.init) ?? -1 }
}
