/// What one terminal cell shows.
///
/// A cell is plain bits, without a string: a screen of them is copied, compared and thrown away for every key.
public struct Cell: Hashable, Sendable {
  public private(set) var scalars: CellScalars
  public var style: Style
  /// 1 or 2, or 0 for the second cell of a wide character.
  public var width: UInt8

  init(_ scalars: CellScalars, style: Style, width: UInt8) {
    self.scalars = scalars
    self.style = style
    self.width = width
  }

  /// - Parameter text: a base with its combining marks; of more scalars than a cell holds, the first ones.
  public init(text: String, style: Style = .plain, width: UInt8 = 1) {
    self.init(CellScalars(text), style: style, width: width)
  }

  /// A base with its combining marks, in the form drawn; empty in the second cell of a wide character.
  public var text: String { scalars.text }

  public static let blank = Cell(text: " ")

  static func blank(_ style: Style) -> Cell { Cell(.space, style: style, width: 1) }

  /// The second cell of a wide character.
  static func continuation(_ style: Style) -> Cell { Cell(CellScalars(), style: style, width: 0) }

  public var isContinuation: Bool { width == 0 }
}

/// Up to five scalars, as many as a cell of ncurses keeps, in 21 bits each.
public struct CellScalars: Hashable, Sendable {
  private static let bits: UInt64 = 21
  private static let mask: UInt64 = 1 << bits - 1

  /// The first three and the next two; 0 stands for none, because no cell shows NUL.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  init(_ scalar: Unicode.Scalar) { low = UInt64(scalar.value) }

  init(_ text: String) {
    for (place, scalar) in text.unicodeScalars.prefix(Glyph.longest).enumerated() { set(scalar, at: place) }
  }

  static let space = CellScalars(" ")

  private mutating func set(_ scalar: Unicode.Scalar, at place: Int) {
    let value = UInt64(scalar.value)
    if place < 3 {
      low |= value << (UInt64(place) * Self.bits)
    } else {
      high |= value << (UInt64(place - 3) * Self.bits)
    }
  }

  /// One scalar of those that most screens are full of, spaces above all.
  var isLatin: Bool { low < 0x300 && high == 0 }

  /// Each scalar's value, the base first, 0 behind the last.
  public var values: (UInt32, UInt32, UInt32, UInt32, UInt32) {
    (
      UInt32(low & Self.mask), UInt32(low >> Self.bits & Self.mask), UInt32(low >> (2 * Self.bits)),
      UInt32(high & Self.mask), UInt32(high >> Self.bits)
    )
  }

  /// Hands over each scalar's value, the base first.
  func forEach(_ body: (UInt32) -> Void) {
    for var rest in [low, high] {
      while rest != 0 {
        body(UInt32(rest & Self.mask))
        rest >>= Self.bits
      }
    }
  }

  var text: String {
    var view = String.UnicodeScalarView()
    forEach { value in
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }
}

/// Neighbouring cells of one row that changed.
public struct GridRun: Hashable, Sendable {
  public var row: Int
  public var column: Int
  public var cells: [Cell]
  /// Whether terminals give different numbers of cells to one of these.
  public var isDisputed: Bool

  init(row: Int, column: Int, cells: [Cell], isDisputed: Bool) {
    self.row = row
    self.column = column
    self.cells = cells
    self.isDisputed = isDisputed
  }
}
