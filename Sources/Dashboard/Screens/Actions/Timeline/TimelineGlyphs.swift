import TextUI

/// What the marks of a timeline look like. They differ by shape, so that they tell apart without colour, and each takes
/// one cell: where the terminal draws blocks or boxes two cells wide, all of them are ASCII.
struct TimelineGlyphs: Hashable {
  var plan: String
  var unsurePlan: String
  var actual: String
  var actualWithinPlan: String
  var unsureActual: String
  var due: String
  var today: String
  /// Where a year begins, in empty columns.
  var year: String
  static let before = "<"
  static let after = ">"

  static let unicode = TimelineGlyphs(
    plan: "░", unsurePlan: "·", actual: "█", actualWithinPlan: "▓", unsureActual: "▒", due: "◆", today: "│", year: "┊")
  static let ascii = TimelineGlyphs(
    plan: "-", unsurePlan: ".", actual: "#", actualWithinPlan: "=", unsureActual: "~", due: "o", today: "|", year: ":")

  static func of(_ lines: LineStyle, _ policy: WidthPolicy) -> TimelineGlyphs {
    guard lines == .unicode else { return ascii }
    let all = [
      unicode.plan, unicode.unsurePlan, unicode.actual, unicode.actualWithinPlan, unicode.unsureActual, unicode.due,
      unicode.today, unicode.year,
    ]
    return all.allSatisfy { policy.width(of: $0) == 1 } ? unicode : ascii
  }

  subscript(mark: TimelineMark) -> String {
    switch mark {
    case .empty: " "
    case .plan: plan
    case .unsurePlan: unsurePlan
    case .actual: actual
    case .actualWithinPlan: actualWithinPlan
    case .unsureActual: unsureActual
    case .due: due
    }
  }
}

extension ScreenContext {
  func style(_ mark: TimelineMark) -> Style {
    switch mark {
    case .empty: .plain
    case .plan: style(.text)
    case .unsurePlan, .unsureActual: style(.derived)
    case .actual, .actualWithinPlan: style(.bar)
    case .due: style(.heading)
    }
  }
}
