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
  /// A bar of a phase; its number and its name stand beside it.
  case phaseBar(Phase?)
}

extension Role {
  /// Every role, for what must hold of all.
  public static let all: [Role] =
    [
      .text, .faint, .heading, .label, .link, .bar, .currentView, .past, .key, .warning, .derived, .unknown, .changed,
      .added, .removed, .moved, .hit, .phase(nil),
      .phaseBar(nil),
    ] + Phase.allCases.map { .phase($0) } + Phase.allCases.map { .phaseBar($0) }

  /// What is read, not only looked at.
  public var isText: Bool {
    switch self {
    case .bar, .phaseBar: false
    default: true
    }
  }
}

/// Looks for roles. What a look says is also said by a sign or a word: it never rests on colour alone.
public struct Theme: Equatable, Sendable {
  public let name: ThemeName

  public init(_ name: ThemeName = .standard) { self.name = name }

  /// `nil` where there are no colours.
  private var palette: Palette? {
    switch name {
    case .standard: .standard
    case .light: .light
    case .highContrast: .highContrast
    case .deuteranopia: .deuteranopia
    case .tritanopia: .tritanopia
    case .mono: nil
    }
  }

  /// What lies under all text.
  public var ground: Style { palette?.ground ?? .plain }

  public func style(_ role: Role) -> Style {
    guard let palette else { return Theme.colourless(role) }
    return switch role {
    case .text: .plain
    case .faint, .unknown: palette.faint
    case .heading, .key: .bold
    case .label: Style(foreground: palette.label)
    case .link: .underline
    case .bar: Style(foreground: palette.bar)
    case .currentView: Style(attributes: [.bold, .reverse])
    case .past: Style(foreground: palette.warning, attributes: [.bold, .reverse])
    case .warning: Style(foreground: palette.warning, attributes: .bold)
    case .derived: Style(foreground: palette.derived)
    case .changed, .added: Style(foreground: palette.added, attributes: .bold)
    case .removed: Style(foreground: palette.removed)
    case .moved: Style(foreground: palette.moved)
    case .hit: Style(foreground: palette.warning, attributes: [.bold, .underline])
    case .phase(let phase?): Style(foreground: palette.phases[phase.rawValue - 1])
    case .phase(nil), .phaseBar(nil): palette.noPhase
    case .phaseBar(let phase?): Style(foreground: palette.phaseBars[phase.rawValue - 1])
    }
  }

  private static func colourless(_ role: Role) -> Style {
    switch role {
    case .text, .label, .bar, .derived, .removed, .moved, .phase(_?), .phaseBar(_?): .plain
    case .faint, .unknown, .phase(nil), .phaseBar(nil): .dim
    case .heading, .key, .warning, .changed, .added: .bold
    case .link: .underline
    case .currentView, .past: Style(attributes: [.bold, .reverse])
    case .hit: Style(attributes: [.bold, .underline])
    }
  }
}
