/// What a terminal shows after the bytes that a program wrote: as much of xterm as ncurses and fzf use.
public struct ShownScreen: Sendable {
  private let columns: Int
  private let rows: Int
  /// A wide character stands in its first cell, and an empty text in its second.
  public private(set) var cells: [[String]]
  public private(set) var row = 0
  public private(set) var column = 0
  private var region: ClosedRange<Int>
  private var last = " "
  private var pending: [UInt8] = []
  private var wraps = true

  private let width: @Sendable (Unicode.Scalar) -> Int

  /// - Parameter width: cells of a scalar, 0 for a mark; by another table than the one that is to be judged.
  public init(
    columns: Int, rows: Int, width: @escaping @Sendable (Unicode.Scalar) -> Int = ShownScreen.usualWidth
  ) {
    (self.columns, self.rows) = (columns, rows)
    self.width = width
    region = 0...(rows - 1)
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  public var lines: [String] { cells.map { $0.joined() } }

  public func contains(_ text: String) -> Bool { cells.contains { $0.joined().contains(text) } }

  public mutating func take(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var place = 0
    while place < pending.count {
      guard let length = step(at: place) else { break }
      place += length
    }
    pending.removeFirst(place)
  }

  /// - Returns: how many bytes were understood; `nil` when more must come first.
  private mutating func step(at place: Int) -> Int? {
    let byte = pending[place]
    switch byte {
    case 0x1B: return escape(at: place)
    case 0x08: column = max(0, column - 1)
    case 0x09: column = min(columns - 1, column / 8 * 8 + 8)
    case 0x0A: lineFeed()
    case 0x0D: column = 0
    case 0..<0x20: break
    default: return character(at: place)
    }
    return 1
  }

  private mutating func character(at place: Int) -> Int? {
    let byte = pending[place]
    let wanted = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    let length = 1 + pending[(place + 1)...].prefix(wanted - 1).prefix { $0 & 0xC0 == 0x80 }.count
    // Cut off where something else comes; else the rest is on its way.
    guard length == wanted || place + length < pending.count else { return nil }
    put(String(decoding: pending[place..<(place + length)], as: UTF8.self))
    return length
  }

  private mutating func put(_ text: String) {
    guard let scalar = text.unicodeScalars.first else { return }
    let width = width(scalar)
    if width == 0 { return join(text) }
    // After a resize there may come what was drawn for a wider screen.
    guard width <= columns else { return }
    if column + width > columns {
      if wraps {
        column = 0
        lineFeed()
      } else {
        column = columns - width
      }
    }
    // Half a wide character that is written over is gone.
    if cells[row][column].isEmpty, column > 0 { cells[row][column - 1] = " " }
    if column + width < columns, cells[row][column + width].isEmpty { cells[row][column + width] = " " }
    cells[row][column] = text
    if width == 2 { cells[row][column + 1] = "" }
    column += width
    last = text
  }

  /// A mark joins the character before it.
  private mutating func join(_ text: String) {
    guard column > 0 else { return }
    let place = cells[row][column - 1].isEmpty && column > 1 ? column - 2 : column - 1
    cells[row][place] += text
  }

  /// As terminals have it for the texts that we draw most.
  public static func usualWidth(_ scalar: Unicode.Scalar) -> Int { isMark(scalar) ? 0 : isWide(scalar) ? 2 : 1 }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  private mutating func lineFeed() {
    if row == region.upperBound { scroll(region, by: 1) } else { row = min(rows - 1, row + 1) }
  }

  /// Up by so many rows; down where negative.
  private mutating func scroll(_ range: ClosedRange<Int>, by count: Int) {
    let empty = Array(repeating: " ", count: columns)
    for _ in 0..<min(abs(count), range.count) {
      cells.remove(at: count > 0 ? range.lowerBound : range.upperBound)
      cells.insert(empty, at: count > 0 ? range.upperBound : range.lowerBound)
    }
  }

  private mutating func escape(at place: Int) -> Int? {
    guard place + 1 < pending.count else { return nil }
    switch pending[place + 1] {
    case UInt8(ascii: "["):
      guard let end = end(after: place + 1, where: { (0x40...0x7E).contains($0) }) else { return nil }
      if Self.cancels(pending[end]) { return end - place }
      control(pending[(place + 2)..<end], pending[end])
      return end - place + 1
    case UInt8(ascii: "]"):
      guard let end = end(after: place + 1, where: { $0 == 0x07 }) else { return nil }
      return Self.cancels(pending[end]) ? end - place : end - place + 1
    case UInt8(ascii: "M"):
      if row == region.lowerBound { scroll(region, by: -1) } else { row = max(0, row - 1) }
      return 2
    case UInt8(ascii: "("), UInt8(ascii: ")"): return place + 2 < pending.count ? 3 : nil
    default: return 2
    }
  }

  /// Where a sequence ends, or is given up for another one or by CAN.
  private func end(after place: Int, where isLast: (UInt8) -> Bool) -> Int? {
    pending[(place + 1)...].firstIndex { isLast($0) || Self.cancels($0) }
  }

  private static func cancels(_ byte: UInt8) -> Bool { byte == 0x1B || byte == 0x18 }

  private mutating func control(_ text: ArraySlice<UInt8>, _ final: UInt8) {
    let isPrivate = text.first.map { (0x3C...0x3F).contains($0) } ?? false
    let numbers = text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    let first = numbers.first ?? nil
    let count = max(1, first ?? 1)
    if isPrivate {
      if text.elementsEqual("?1049".utf8) { erase(0..<rows) }
      if text.elementsEqual("?7".utf8) { wraps = final == UInt8(ascii: "h") }
      return
    }
    switch final {
    case UInt8(ascii: "H"), UInt8(ascii: "f"):
      row = clamp(count - 1, rows)
      column = clamp(max(1, (numbers.count > 1 ? numbers[1] : nil) ?? 1) - 1, columns)
    case UInt8(ascii: "A"): row = clamp(row - count, rows)
    case UInt8(ascii: "B"): row = clamp(row + count, rows)
    case UInt8(ascii: "C"): column = clamp(column + count, columns)
    case UInt8(ascii: "D"): column = clamp(column - count, columns)
    case UInt8(ascii: "G"): column = clamp(count - 1, columns)
    case UInt8(ascii: "d"): row = clamp(count - 1, rows)
    case UInt8(ascii: "J"): eraseScreen(first ?? 0)
    case UInt8(ascii: "K"): eraseLine(first ?? 0)
    case UInt8(ascii: "X"): blank(column..<min(columns, column + count))
    case UInt8(ascii: "b"): for _ in 0..<count { put(last) }
    case UInt8(ascii: "P"): shift(by: -count)
    case UInt8(ascii: "@"): shift(by: count)
    case UInt8(ascii: "L"): scroll(row...region.upperBound, by: -count)
    case UInt8(ascii: "M"): scroll(row...region.upperBound, by: count)
    case UInt8(ascii: "S"): scroll(region, by: count)
    case UInt8(ascii: "T"): scroll(region, by: -count)
    case UInt8(ascii: "r"):
      let bottom = clamp(((numbers.count > 1 ? numbers[1] : nil) ?? rows) - 1, rows)
      region = min(count - 1, bottom)...bottom
      (row, column) = (0, 0)
    default: break
    }
  }

  private func clamp(_ value: Int, _ count: Int) -> Int { max(0, min(count - 1, value)) }

  private mutating func erase(_ range: Range<Int>) {
    for row in range { cells[row] = Array(repeating: " ", count: columns) }
  }

  private mutating func eraseScreen(_ part: Int) {
    if part == 0 {
      blank(column..<columns)
      erase(min(row + 1, rows)..<rows)
    } else {
      erase(0..<(part == 1 ? row : rows))
      if part == 1 { blank(0..<min(columns, column + 1)) }
    }
  }

  private mutating func eraseLine(_ part: Int) {
    blank(part == 0 ? column..<columns : 0..<(part == 1 ? min(columns, column + 1) : columns))
  }

  private mutating func blank(_ range: Range<Int>) {
    for column in range { cells[row][column] = " " }
  }

  private mutating func shift(by count: Int) {
    let count = max(-(columns - column), min(columns - column, count))
    let blanks = Array(repeating: " ", count: abs(count))
    if count > 0 {
      cells[row].insert(contentsOf: blanks, at: column)
      cells[row].removeLast(count)
    } else {
      cells[row].removeSubrange(column..<(column - count))
      cells[row] += blanks
    }
  }
}
