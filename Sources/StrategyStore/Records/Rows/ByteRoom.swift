import TextSearch

/// Bytes in the making: an array asks at each byte who else holds it and whether there is room, this one once for many.
struct ByteRoom: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 4 << 10) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Valid until the next change.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  func part(from start: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start...])
  }

  mutating func clear() { count = 0 }

  /// Takes away what was appended since the count was `start`.
  mutating func cut(to start: Int) { count = min(start, count) }

  /// Room for so many more bytes; ``count`` is to be told of those that were written.
  private mutating func room(_ wanted: Int) -> UnsafeMutablePointer<UInt8> {
    if count + wanted > capacity { grow(count + wanted) }
    return base + count
  }

  private mutating func grow(_ wanted: Int) {
    let size = max(wanted, capacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = size
  }

  mutating func append(_ byte: UInt8) {
    room(1).pointee = byte
    count += 1
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    room(bytes.count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  mutating func append(_ text: StaticString) {
    room(text.utf8CodeUnitCount).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    count += text.utf8CodeUnitCount
  }

  /// The name of a member of a JSON object, `"name":`, behind a comma unless it is the first.
  mutating func append(key name: StaticString) {
    let length = name.utf8CodeUnitCount
    let room = room(length + 4)
    var end = 0
    if count > 0, room[-1] != UInt8(ascii: "{") {
      room[0] = UInt8(ascii: ",")
      end = 1
    }
    room[end] = UInt8(ascii: "\"")
    (room + end + 1).update(from: name.utf8Start, count: length)
    end += 1 + length
    room[end] = UInt8(ascii: "\"")
    room[end + 1] = UInt8(ascii: ":")
    count += end + 2
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// In the machine's order.
  mutating func append(integer number: some FixedWidthInteger) {
    let size = number.bitWidth / 8
    UnsafeMutableRawPointer(room(size)).storeBytes(of: number, as: type(of: number))
    count += size
  }

  /// Writes over what stands there.
  mutating func put(_ number: UInt32, at offset: Int) {
    precondition(offset >= 0 && offset + 4 <= count)
    UnsafeMutableRawPointer(base + offset).storeBytes(of: number, as: UInt32.self)
  }

  /// The text as it is searched.
  mutating func append(folded text: String) {
    var text = text
    let isDone = text.withUTF8 { bytes in
      let room = UnsafeMutableBufferPointer(start: room(bytes.count), count: bytes.count)
      guard let written = TextFold.foldPlain(bytes, to: room) else { return false }
      count += written
      return true
    }
    if !isDone { append(TextFold.fold(text)) }
  }

  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let size = number.magnitude
    var width = 1
    var rest = size / 10
    while rest > 0 {
      width += 1
      rest /= 10
    }
    let room = room(width)
    rest = size
    for place in stride(from: width - 1, through: 0, by: -1) {
      room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += width
  }
}
