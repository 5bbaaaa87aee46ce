/// Looks for the first byte that is not UTF-8, a part of a file at a time, while its owner looks for other things.
final class UTF8Validation {
  private final class Outcome: @unchecked Sendable {
    /// Touched by the worker alone, and by its owner once that has waited.
    var broken: Int?
  }

  private let outcome = Outcome()
  private let worker = Worker(ahead: 1)

  /// - Parameter range: begins and ends between characters.
  func begin(_ bytes: FileBytes, _ range: Range<Int>) {
    let outcome = outcome
    worker.submit {
      let part = bytes.part(range)
      guard (try? UTF8Span(validating: part.span)) == nil else { return }
      outcome.broken = UTF8Validation.firstBroken(part).map { range.lowerBound + $0 }
    }
  }

  /// - Returns: where the first broken character begins in what was looked at so far.
  func wait() -> Int? {
    worker.wait()
    return outcome.broken
  }

  private static func firstBroken(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
