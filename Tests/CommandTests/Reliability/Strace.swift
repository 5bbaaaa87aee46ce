import Foundation
import Testing

/// The program under `strace`, which shows its system calls or lets one of them fail.
struct Strace: FaultTool {
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

  let program: Program

  init(_ program: Program) { self.program = program }

  private func traced(_ words: [String], _ arguments: [String]) throws -> Program.Outcome {
    var tracer = Program(program.workspace, path: Self.path)
    tracer.environment = program.environment
    return try tracer.run(["-qq"] + words + [Program.path] + arguments)
  }

  /// Without -f, so that an editor does not fail.
  func run(_ arguments: [String], with fault: Fault) throws -> Program.Outcome {
    let rule = "inject=\(fault.call):error=\(fault.error):when=\(fault.number)\(fault.lasts ? "+" : "")"
    return try traced(["-o", "/dev/null", "-e", "trace=\(fault.call)", "-e", rule], arguments)
  }

  func calls(_ names: [String], of arguments: [String]) throws -> (outcome: Program.Outcome, lines: [String]) {
    let path = program.workspace.newPath("trace")
    let outcome = try traced(
      ["-y", "-s", "400", "-o", path, "-e", "trace=\(names.joined(separator: ","))"], arguments)
    let text = String(decoding: try program.workspace.bytes(path), as: UTF8.self)
    return (outcome, text.split(separator: "\n").map(String.init))
  }
}
