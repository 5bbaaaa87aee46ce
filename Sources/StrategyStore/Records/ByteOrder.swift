import Glibc

/// The order of ids by their bytes, as SQLite sorts: Swift's own order of strings depends on Unicode data.
enum ByteOrder {
  /// - Returns: below, at or above 0, as `left` comes before `right`, is the same or comes after it.
  static func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    let common = min(left.count, right.count)
    if common > 0, let left = left.baseAddress, let right = right.baseAddress {
      let order = memcmp(left, right, common)
      if order != 0 { return Int(order) }
    }
    return left.count - right.count
  }

  static func compare(_ left: String, _ right: String) -> Int {
    var (left, right) = (left, right)
    return left.withUTF8 { left in
      right.withUTF8 { compare(UnsafeRawBufferPointer(left), UnsafeRawBufferPointer($0)) }
    }
  }
}
