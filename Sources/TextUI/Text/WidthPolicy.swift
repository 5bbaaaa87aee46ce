/// How many cells the terminal gives to characters that Unicode calls ambiguous (① ─ ● →).
public enum AmbiguousWidth: Hashable, Sendable {
  case narrow, wide
}

/// What a scalar does to the cells of a line.
enum ScalarKind: UInt32 {
  /// A combining mark: shares the cell of its base.
  case combining = 0
  case narrow = 1
  case wide = 2
  case ambiguous = 3
  /// Never shown as it is: see `SafeText`.
  case unsafe = 4
  /// Variation selectors and joiners: kept in data, dropped when a cell is drawn.
  case selector = 5

  /// Whether a scalar of this kind is drawn as it is, in cells of its own.
  var isBase: Bool { self == .narrow || self == .wide || self == .ambiguous }

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x7F {
      self = value >= 0x20 ? .narrow : .unsafe
      return
    }
    // Most of what we draw: hiragana, katakana, the usual kanji.
    if (0x4E00...0x9FFF).contains(value) || (0x3041...0x3096).contains(value) || (0x30A1...0x30FF).contains(value) {
      self = .wide
      return
    }
    let boundaries = WidthTable.boundaries
    var low = 0
    var high = boundaries.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if boundaries[middle] >> 3 <= value {
        low = middle
      } else {
        high = middle
      }
    }
    self = ScalarKind(rawValue: boundaries[low] & 7) ?? .narrow
  }
}

/// How text is measured in cells. It measures what would be drawn, so an unsafe scalar counts as its substitute.
public struct WidthPolicy: Hashable, Sendable {
  public var ambiguous: AmbiguousWidth
  /// Stands where text was cut, unless another sign is given.
  public var ellipsis: String

  public init(ambiguous: AmbiguousWidth, ellipsis: String = "…") {
    self.ambiguous = ambiguous
    self.ellipsis = ellipsis
  }

  public static let narrow = WidthPolicy(ambiguous: .narrow)
  public static let wide = WidthPolicy(ambiguous: .wide)

  /// The version of Unicode whose East Asian Width and emoji data the table was generated from.
  public static var unicodeVersion: String { WidthTable.unicodeVersion }

  func width(of kind: ScalarKind) -> Int {
    switch kind {
    case .combining, .selector: 0
    case .narrow: 1
    case .wide: 2
    case .ambiguous: ambiguous == .wide ? 2 : 1
    case .unsafe: 1
    }
  }

  /// Cells of one scalar that stands alone.
  public func width(of scalar: Unicode.Scalar) -> Int {
    let kind = ScalarKind(scalar)
    return kind == .unsafe ? SafeText.substitute(for: scalar).utf16.count : width(of: kind)
  }

  /// Cells of one grapheme cluster: `ｶﾞ` takes two, an emoji joined from several takes those of its first.
  public func width(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.index(after: scalars.startIndex) == scalars.endIndex {
      let kind = ScalarKind(scalars[scalars.startIndex])
      if kind.isBase { return width(of: kind) }
    }
    var cells = 0
    Glyph.forEach(in: character, self) { cells += $0.width }
    return cells
  }

  /// Cells of a text that is drawn on one line.
  public func width(of text: String) -> Int {
    if let common = CommonText.head(of: text, Int.max, self) { return common.width }
    return Clusters(text, self).reduce(0) { $0 + $1.width }
  }
}
