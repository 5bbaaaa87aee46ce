/// A record as the rows that it becomes. Any thread can make one; writing it to the store only binds its values.
///
/// ```
/// lengths of id, body and counts (4 each) · id · body · counts · rows
/// ```
/// A row is its table's number and its values, each behind a byte that tells its form; see ``RowValue``.
struct RowImage {
  let id: UnsafeRawBufferPointer
  let body: UnsafeRawBufferPointer
  /// What the record adds to the facets: see ``FacetDeltas``.
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

/// The bytes of a ``RowImage`` in the making.
struct RowImageBytes {
  private(set) var bytes: [UInt8] = []

  mutating func begin(id: String, body: [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    integer(UInt32(truncatingIfNeeded: id.utf8.count))
    integer(UInt32(truncatingIfNeeded: body.count))
    integer(UInt32(0))
    bytes.append(contentsOf: id.utf8)
    bytes.append(contentsOf: body)
  }

  /// Follows ``begin(id:body:)``, before any row.
  mutating func counts(_ write: (inout RowImageBytes) -> Void) {
    let start = bytes.count
    write(&self)
    let length = UInt32(truncatingIfNeeded: bytes.count - start)
    bytes.withUnsafeMutableBytes { $0.storeBytes(of: length, toByteOffset: 8, as: UInt32.self) }
  }

  mutating func count(_ facet: UInt8, _ key: String, _ delta: Int) {
    bytes.append(facet)
    integer(UInt32(truncatingIfNeeded: key.utf8.count))
    bytes.append(contentsOf: key.utf8)
    integer(delta)
  }

  mutating func row(_ table: LedgerTable) { bytes.append(table.rawValue) }

  mutating func value(_ value: RowValue) { bytes.append(value.rawValue) }

  mutating func value(_ number: Int?) {
    guard let number else { return value(RowValue.null) }
    if let small = UInt8(exactly: number) {
      bytes.append(RowValue.small.rawValue)
      bytes.append(small)
    } else {
      bytes.append(RowValue.integer.rawValue)
      integer(number)
    }
  }

  mutating func value(_ number: Double?) {
    guard let number else { return value(RowValue.null) }
    bytes.append(RowValue.real.rawValue)
    integer(number.bitPattern)
  }

  mutating func value(_ flag: Bool) { value(flag ? 1 : 0) }

  mutating func value(_ text: String?) {
    guard let text else { return value(RowValue.null) }
    bytes.append(RowValue.text.rawValue)
    integer(UInt32(truncatingIfNeeded: text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func integer(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }
}
