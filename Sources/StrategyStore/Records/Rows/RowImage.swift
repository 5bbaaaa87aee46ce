/// A record as the rows that it becomes. Any thread can make one; writing it to the store only binds its values.
///
/// ```
/// lengths of id, body and counts (4 each) · id · body · counts · rows
/// ```
/// A row is its table's number, the length of what follows (4), and its values, each behind a byte that tells its form;
/// see ``RowValue``.
struct RowImage {
  let id: UnsafeRawBufferPointer
  let body: UnsafeRawBufferPointer
  /// What the record adds to the facets: see ``FacetCount``.
  let counts: UnsafeRawBufferPointer
  let rows: UnsafeRawBufferPointer

  static let headSize = 12

  init(_ bytes: UnsafeRawBufferPointer) {
    let idLength = Int(bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
    let bodyLength = Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    let countsLength = Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    var start = RowImage.headSize
    func part(_ length: Int) -> UnsafeRawBufferPointer {
      defer { start += length }
      return UnsafeRawBufferPointer(rebasing: bytes[start..<(start + length)])
    }
    id = part(idLength)
    body = part(bodyLength)
    counts = part(countsLength)
    rows = part(bytes.count - start)
  }

  var bodyText: String { String(decoding: body, as: UTF8.self) }
}

/// The forms of a value in a ``RowImage``.
enum RowValue: UInt8 {
  case null
  /// One byte, unsigned.
  case small
  /// Eight bytes.
  case integer
  case real
  /// Its length in four bytes, and UTF-8.
  case text
  /// What only the writer knows.
  case number
  case revision
  case entered
  /// Parts of the image itself.
  case id
  case body
}

/// The parts of a ``RowImage`` in the making.
extension ByteRoom {
  /// - Returns: what ``endRow(_:)`` wants.
  mutating func beginRow(_ table: LedgerTable) -> Int {
    append(table.rawValue)
    append(integer: UInt32(0))
    return count
  }

  mutating func endRow(_ start: Int) { put(UInt32(truncatingIfNeeded: count - start), at: start - 4) }

  mutating func value(_ value: RowValue) { append(value.rawValue) }

  mutating func value(_ number: Int?) {
    guard let number else { return value(RowValue.null) }
    if let small = UInt8(exactly: number) {
      append(RowValue.small.rawValue)
      append(small)
    } else {
      append(RowValue.integer.rawValue)
      append(integer: number)
    }
  }

  mutating func value(_ number: Double?) {
    guard let number else { return value(RowValue.null) }
    append(RowValue.real.rawValue)
    append(integer: number.bitPattern)
  }

  mutating func value(_ flag: Bool) { value(flag ? 1 : 0) }

  mutating func value(_ text: String?) {
    guard let text else { return value(RowValue.null) }
    self.text { $0.append(text) }
  }

  /// A text value that is written piece by piece.
  mutating func text(_ write: (inout ByteRoom) -> Void) {
    append(RowValue.text.rawValue)
    prefixed(write)
  }

  /// What is written, behind its length in four bytes.
  mutating func prefixed(_ write: (inout ByteRoom) -> Void) {
    append(integer: UInt32(0))
    let start = count
    write(&self)
    put(UInt32(truncatingIfNeeded: count - start), at: start - 4)
  }
}
