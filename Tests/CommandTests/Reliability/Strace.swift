import Foundation
import Testing

/// The program under `strace`, which shows its system calls or lets one of them fail.
struct Strace {
  /// Some build machines refuse ptrace.
  static let isAllowed: Bool = {
    do {
      let workspace = try Workspace()
      return try Program(workspace, path: path).run("-qq", "-o", "/dev/null", "/bin/true").status == 0
    } catch {
      return false
    }
  }()
  static let refusal: Comment = "SKIPPED: strace is missing or ptrace is refused here, so no fault was injected"
  private static let path = "/usr/bin/strace"

  /// A call that does not do what it should.
  struct Fault: CustomTestStringConvertible {
    var call: String
    /// The call that fails, from 1 on.
    var number: Int
    var error: String
    /// Whether all later ones fail too, as on a full disk.
    var lasts: Bool

    var rule: String { "inject=\(call):error=\(error):when=\(number)\(lasts ? "+" : "")" }
    var testDescription: String { rule }
  }

  let program: Program

  init(_ program: Program) { self.program = program }

  private func traced(_ words: [String], _ arguments: [String]) throws -> Program.Outcome {
    var tracer = Program(program.workspace, path: Self.path)
    tracer.environment = program.environment
    return try tracer.run(["-qq"] + words + [Program.path] + arguments)
  }

  /// Of the first thread only: it alone touches the store, and an editor is not to fail.
  func run(_ arguments: [String], with fault: Fault) throws -> Program.Outcome {
    try traced(["-o", "/dev/null", "-e", "trace=\(fault.call)", "-e", fault.rule], arguments)
  }

  /// The calls that a run makes, a line each, in order.
  func calls(_ names: [String], of arguments: [String]) throws -> (outcome: Program.Outcome, lines: [String]) {
    let path = program.workspace.newPath("trace")
    let outcome = try traced(
      ["-y", "-s", "400", "-o", path, "-e", "trace=\(names.joined(separator: ","))"], arguments)
    let text = String(decoding: try program.workspace.bytes(path), as: UTF8.self)
    return (outcome, text.split(separator: "\n").map(String.init))
  }
}
