import TextUI

/// Where a key has its meaning. A narrower scope is asked first.
public enum Scope: Hashable, Sendable {
  case everywhere
  /// Where `/` narrows the rows.
  case lists
  /// Where `/` looks for text.
  case records
  /// While a filter is typed.
  case prompt
  /// Only on this screen.
  case screen(ScreenID)
}

/// One line of the registry: an action, its keys, its words.
public struct Binding: Sendable {
  public let action: Action
  /// The first is the one that footer and help show.
  public let keys: [Key]
  public let label: Word
  public let scope: Scope
  /// Place in the footer, 1 first; `nil` keeps it out.
  public let footerRank: Int?
  /// Under which heading help lists it.
  public let section: Section

  public enum Section: CaseIterable, Sendable {
    case views
    case moving
    case places
    case finding
    case lists
    case taking
    case revisions
    case correcting
    case program
  }

  init(
    _ action: Action, _ keys: [Key], _ label: Word, _ section: Section, in scope: Scope = .everywhere,
    footer: Int? = nil
  ) {
    self.action = action
    self.keys = keys
    self.label = label
    self.scope = scope
    self.footerRank = footer
    self.section = section
  }

  /// Whether help lists it for a screen.
  func applies(on screen: any Screen) -> Bool {
    switch scope {
    case .everywhere: true
    case .lists, .prompt: screen.finding == .filter
    case .records: screen.finding == .search
    case .screen(let id): screen.id == id
    }
  }
}

extension Key {
  /// As footer and help write it.
  public var label: String { label(.unicode) }

  func label(_ lines: LineStyle) -> String {
    let isASCII = lines == .ascii
    return switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + character.uppercased()
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .backspace: "BS"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: isASCII ? "Up" : "↑"
    case .down: isASCII ? "Down" : "↓"
    case .left: isASCII ? "Left" : "←"
    case .right: isASCII ? "Right" : "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }
}
