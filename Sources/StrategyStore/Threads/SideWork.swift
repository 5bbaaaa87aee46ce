/// A value that a thread of its own works on, piece by piece and in order, while its owner goes on.
final class SideWork<Value> {
  private final class Box: @unchecked Sendable {
    /// Touched by the worker alone, and by its owner once that has waited.
    var value: Value

    init(_ value: Value) { self.value = value }
  }

  private let box: Box
  private let worker: Worker

  /// - Parameter ahead: pieces that may wait before the owner does.
  init(_ value: Value, ahead: Int) {
    box = Box(value)
    worker = Worker(ahead: ahead)
  }

  func submit(_ work: @escaping @Sendable (inout Value) -> Void) {
    let box = box
    worker.submit { work(&box.value) }
  }

  /// Whether all that was submitted is done.
  var isIdle: Bool { worker.isIdle }

  /// The value once all that was submitted is done.
  func wait() -> Value {
    worker.wait()
    return box.value
  }
}
