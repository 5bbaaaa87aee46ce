import Foundation
import Testing

/// A call that does not do what it should.
struct Fault: CustomTestStringConvertible {
  var call: String
  /// The call that fails, from 1 on.
  var number: Int
  /// As the kernel names it.
  var error: String
  /// Whether all later ones fail too, as on a full disk.
  var lasts: Bool

  var testDescription: String { "\(call) \(number)\(lasts ? "+" : "") \(error)" }
}

/// What shows the system calls of the program's first thread, which alone touches the store, or lets one of them fail.
protocol FaultTool {
  init(_ program: Program)

  func run(_ arguments: [String], with fault: Fault) throws -> Program.Outcome

  /// The calls that a run makes, a line each, in order; a descriptor with its path.
  func calls(_ names: [String], of arguments: [String]) throws -> (outcome: Program.Outcome, lines: [String])
}

enum FaultTools {
  /// `strace`, which sees every call; where it may not trace, the preloaded shim, which sees those on the test's own files.
  /// `HONBU_FAULT_TOOL=shim` takes that one anyway.
  private enum Kind { case strace, shim }

  private static let found: Kind? =
    if ProcessInfo.processInfo.environment["HONBU_FAULT_TOOL"] != "shim", Strace.isAllowed {
      .strace
    } else {
      FaultShim.isUsable ? .shim : nil
    }

  static var isThere: Bool { found != nil }

  static func best(_ program: Program) throws -> any FaultTool {
    switch try #require(found) {
    case .strace: Strace(program)
    case .shim: FaultShim(program)
    }
  }

  static let refusal: Comment =
    "SKIPPED: ptrace is refused here and no shim could be built or preloaded, so no fault was injected"
}
