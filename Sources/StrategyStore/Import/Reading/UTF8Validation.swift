enum UTF8Validation {
  /// Where the first character of a part of a file begins that is not UTF-8.
  ///
  /// - Parameter range: begins and ends between characters.
  static func firstBroken(in bytes: FileBytes, _ range: Range<Int>) -> Int? {
    let part = bytes.part(range)
    if (try? UTF8Span(validating: part.span)) != nil { return nil }
    var iterator = part.makeIterator()
    var decoder = UTF8()
    var offset = range.lowerBound
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
