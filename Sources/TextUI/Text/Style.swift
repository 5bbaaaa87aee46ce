/// How text looks beside its colours.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let underline = Attributes(rawValue: 4)
  public static let reverse = Attributes(rawValue: 8)
}

/// Colours and attributes of a run of text.
public struct Style: Hashable, Sendable {
  public var foreground: Color
  public var background: Color
  public var attributes: Attributes

  public init(foreground: Color = .default, background: Color = .default, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  public static let plain = Style()
  public static let bold = Style(attributes: .bold)
  public static let dim = Style(attributes: .dim)
  public static let underline = Style(attributes: .underline)
  public static let reverse = Style(attributes: .reverse)

  /// This style with more attributes.
  public func adding(_ more: Attributes) -> Style {
    Style(foreground: foreground, background: background, attributes: attributes.union(more))
  }

  /// This style in another foreground colour.
  public func colored(_ color: Color) -> Style {
    Style(foreground: color, background: background, attributes: attributes)
  }

  /// This style in the colours of another where it has none of its own.
  public func over(_ base: Style) -> Style {
    Style(
      foreground: foreground == .default ? base.foreground : foreground,
      background: background == .default ? base.background : background, attributes: attributes)
  }

  /// This style on another background colour.
  public func on(_ color: Color) -> Style {
    Style(foreground: foreground, background: color, attributes: attributes)
  }
}
