import Foundation

/// What went wrong in any of several threads.
final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private var lines: [String] = []

  var all: [String] { lock.withLock { lines } }

  func add(_ line: String) { lock.withLock { lines.append(line) } }
}

/// What one other thread uses, and nobody else meanwhile.
struct Lent<Value>: @unchecked Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}
