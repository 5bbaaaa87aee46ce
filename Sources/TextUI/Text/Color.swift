/// A colour of the terminal: its own default, one of its sixteen, or one of the fixed ones that terminals with 256
/// colours have.
public struct Color: Hashable, Sendable {
  /// 0 for the default, else one more than the terminal's number.
  public let rawValue: UInt16

  private init(rawValue: UInt16) { self.rawValue = rawValue }

  /// One of the 256 by its number; those from 16 on look the same on every terminal.
  public init(number: UInt8) { self.init(rawValue: UInt16(number) + 1) }

  /// The terminal's number; `nil` for its default.
  public var number: UInt8? { rawValue == 0 ? nil : UInt8(rawValue - 1) }

  public static let `default` = Color(rawValue: 0)
  public static let black = Color(number: 0)
  public static let red = Color(number: 1)
  public static let green = Color(number: 2)
  public static let yellow = Color(number: 3)
  public static let blue = Color(number: 4)
  public static let magenta = Color(number: 5)
  public static let cyan = Color(number: 6)
  public static let white = Color(number: 7)
  public static let brightBlack = Color(number: 8)
  public static let brightRed = Color(number: 9)
  public static let brightGreen = Color(number: 10)
  public static let brightYellow = Color(number: 11)
  public static let brightBlue = Color(number: 12)
  public static let brightMagenta = Color(number: 13)
  public static let brightCyan = Color(number: 14)
  public static let brightWhite = Color(number: 15)

  /// Red, green and blue from 0 to 255; of the first sixteen as xterm has them unless told otherwise; `nil` for the default.
  ///
  /// Source: https://invisible-island.net/xterm/ (256colres.pl, XTerm-col.ad).
  public var rgb: RGB? {
    guard let number else { return nil }
    switch number {
    case 0..<16: return Color.xterm[Int(number)]
    case 16..<232:
      let place = Int(number) - 16
      let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
      return RGB(red: steps[place / 36], green: steps[place / 6 % 6], blue: steps[place % 6])
    default:
      let gray = 8 + (number - 232) * 10
      return RGB(red: gray, green: gray, blue: gray)
    }
  }

  /// The colour that comes nearest to this one on a terminal with fewer colours.
  ///
  /// - Parameter count: 8 or 16.
  public func nearest(among count: Int) -> Color {
    guard let number, Int(number) >= count, let rgb else { return self }
    // What is bright has its dark twin eight places before.
    if number < 16 { return Color(number: number - 8) }
    let candidates = (0..<UInt8(count)).map(Color.init(number:))
    return candidates.min { rgb.distance(to: $0.rgb ?? rgb) < rgb.distance(to: $1.rgb ?? rgb) } ?? self
  }

  private static let xterm = [
    RGB(red: 0, green: 0, blue: 0), RGB(red: 205, green: 0, blue: 0), RGB(red: 0, green: 205, blue: 0),
    RGB(red: 205, green: 205, blue: 0), RGB(red: 0, green: 0, blue: 238), RGB(red: 205, green: 0, blue: 205),
    RGB(red: 0, green: 205, blue: 205), RGB(red: 229, green: 229, blue: 229), RGB(red: 127, green: 127, blue: 127),
    RGB(red: 255, green: 0, blue: 0), RGB(red: 0, green: 255, blue: 0), RGB(red: 255, green: 255, blue: 0),
    RGB(red: 92, green: 92, blue: 255), RGB(red: 255, green: 0, blue: 255), RGB(red: 0, green: 255, blue: 255),
    RGB(red: 255, green: 255, blue: 255),
  ]
}

/// A colour as a screen mixes it, each part from 0 to 255.
public struct RGB: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Square of the distance, each part weighed alike.
  func distance(to other: RGB) -> Int {
    [(red, other.red), (green, other.green), (blue, other.blue)].reduce(0) { sum, pair in
      let step = Int(pair.0) - Int(pair.1)
      return sum + step * step
    }
  }
}
