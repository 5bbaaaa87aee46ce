import StrategyModel
import TextUI

/// What a piece of text is for. Screens name roles; a theme gives them looks.
public enum Role: Hashable, Sendable {
  case text
  case faint
  case heading
  case label
  case link
  case bar
  case currentView
  case past
  case key
  case warning
  case derived
  case unknown
  case changed
  /// In a difference: what came, what went, what is another.
  case added
  case removed
  case moved
  case hit
  case phase(Phase?)
}

/// Looks for roles, in the terminal's own 16 colours.
public struct Theme: Equatable, Sendable {
  public static let standard = Theme()

  public func style(_ role: Role) -> Style {
    switch role {
    case .text: .plain
    case .faint, .unknown: .dim
    case .heading: .bold
    case .label: Style(foreground: .cyan)
    case .link: Style(attributes: .underline)
    case .bar: Style(foreground: .blue)
    case .currentView: Style(attributes: [.bold, .reverse])
    case .past: Style(foreground: .yellow, attributes: [.bold, .reverse])
    case .key: .bold
    case .warning: Style(foreground: .yellow, attributes: .bold)
    case .derived: Style(foreground: .yellow)
    case .changed, .added: Style(foreground: .green, attributes: .bold)
    case .removed: Style(foreground: .red)
    case .moved: Style(foreground: .yellow)
    case .hit: Style(foreground: .yellow, attributes: [.bold, .underline])
    case .phase(let phase): Theme.style(of: phase)
    }
  }

  private static func style(of phase: Phase?) -> Style {
    switch phase {
    case .planning: Style(foreground: .magenta)
    case .considering: Style(foreground: .cyan)
    case .developing: Style(foreground: .yellow)
    case .verifying: Style(foreground: .blue)
    case .operating: Style(foreground: .green)
    case nil: .dim
    }
  }
}
