import Glibc

/// A thread of the program's own, beside Swift's pool and Dispatch: an idle dashboard makes no system call.
public struct OwnThread: Sendable {
  private let thread: pthread_t

  /// Runs `body` on a new thread. It is either joined or detached.
  ///
  /// - Returns: `nil` where the system gives no thread.
  public init?(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body))
    let status = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    guard status == 0 else {
      box.release()
      return nil
    }
    self.thread = thread
  }

  /// Starts a thread that the program cannot do without, and that nobody waits for.
  public static func detached(_ body: @escaping @Sendable () -> Void) {
    guard let own = OwnThread(body) else { preconditionFailure("a thread could not be started") }
    own.detach()
  }

  public func join() { pthread_join(thread, nil) }

  /// Nobody will wait for it.
  public func detach() { pthread_detach(thread) }

  private final class Box: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
