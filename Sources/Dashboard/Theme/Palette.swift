import StrategyModel
import TextUI

/// The colours of a theme, by what they say.
struct Palette: Sendable {
  /// Under everything; the terminal's own where a theme leaves them alone.
  var ground = Style.plain
  var faint: Style
  var label: Color
  var bar: Color
  /// What asks for attention; also the past and a hit.
  var warning: Color
  var derived: Color
  var added: Color
  var removed: Color
  var moved: Color
  /// From 企画中 to 運用中.
  var phases: [Color]
  /// The same for bars; `nil` for the same colours.
  private var ownPhaseBars: [Color]?
  var noPhase: Style

  var phaseBars: [Color] { ownPhaseBars ?? phases }

  /// For a ground that nobody knows: none of the terminal's sixteen colours can be read on black and on white, and some
  /// not on either (VGA's blue on black has 1.5 to 1). So text has the terminal's own colours and differs by attribute,
  /// and colour is for bars, whose numbers stand beside them.
  static let standard = Palette(
    faint: .dim, label: .default, bar: .cyan, warning: .default, derived: .default, added: .default,
    removed: .default, moved: .default, phases: Array(repeating: .default, count: 5),
    ownPhaseBars: [.magenta, .cyan, .yellow, .brightBlue, .green], noPhase: .dim)

  /// Black on white; every colour stands out from the ground by at least 4.5 to 1.
  static let light = Palette(
    ground: ground(16, on: 231), faint: text(240), label: color(24), bar: color(25), warning: color(94),
    derived: color(94), added: color(22), removed: color(124), moved: color(94),
    phases: [90, 24, 94, 19, 22].map(color), noPhase: text(240))

  /// White on black; at least 7 to 1.
  static let highContrast = Palette(
    ground: ground(231, on: 16), faint: text(250), label: color(123), bar: color(153), warning: color(226),
    derived: color(229), added: color(120), removed: color(217), moved: color(229),
    phases: [219, 123, 226, 153, 120].map(color), noPhase: text(250))

  /// Told apart without the difference of red and green.
  static let deuteranopia = Palette(
    ground: ground(255, on: 16), faint: text(246), label: color(117), bar: color(75), warning: color(227),
    derived: color(227), added: color(75), removed: color(208), moved: color(229),
    phases: [253, 117, 227, 69, 172].map(color), noPhase: text(246))

  /// Told apart without the difference of blue and yellow.
  static let tritanopia = Palette(
    ground: ground(255, on: 16), faint: text(246), label: color(87), bar: color(37), warning: color(218),
    derived: color(218), added: color(87), removed: color(203), moved: color(231),
    phases: [218, 87, 203, 37, 253].map(color), noPhase: text(246))

  private static func color(_ number: UInt8) -> Color { Color(number: number) }

  private static func text(_ number: UInt8) -> Style { Style(foreground: color(number)) }

  private static func ground(_ text: UInt8, on ground: UInt8) -> Style {
    Style(foreground: color(text), background: color(ground))
  }
}
