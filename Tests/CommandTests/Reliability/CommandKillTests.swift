import Foundation
import TestSupport
import Testing

@Suite("kill -9 of a command that writes", .waiting)
struct CommandKillTests {
  @Test(
    "At random moments: before or after, never half a file, and the next try works",
    arguments: [StoreOperations.Operation.editing, .undoing, .exporting, .backingUp])
  func killed(operation: StoreOperations.Operation) throws {
    let bench = try StoreOperations()
    try bench.makeReady()
    let start = ContinuousClock.now
    try #require(try bench.honbu.run(bench.arguments(operation)).status == 0)
    let duration = ContinuousClock.now - start
    let whole = try bench.workspace.bytes("out.json")
    var random = SystemRandomNumberGenerator()
    var tally: [StoreOperations.State: Int] = [:]
    let rounds = Extent.rounds(12, whole: operation == .exporting ? 500 : 200)
    for round in 1...rounds {
      try bench.makeReady()
      let running = try bench.honbu.start(bench.arguments(operation))
      if !running.hasEnded(within: duration * Double.random(in: 0.4...1.4, using: &random)) { running.send(SIGKILL) }
      let outcome = try running.outcome()
      let state = try #require(try bench.state(operation, whole), "\(operation): \(outcome)")
      tally[state, default: 0] += 1
      if outcome.status == 0 || operation != .exporting && bench.saysSuccess(operation, outcome) {
        #expect(state == .after)
      }
      guard round.isMultiple(of: 6), state == .before else { continue }
      #expect(try bench.honbu.run(bench.arguments(operation)).status == 0)
      // What was left behind is swept by the next run.
      let left = try bench.workspace.names(in: ".").filter { $0.hasSuffix(".tmp") || $0.hasSuffix(".new") }
      #expect(left.isEmpty, "\(left)")
    }
    let (before, after) = (tally[.before, default: 0], tally[.after, default: 0])
    Extent.report("kill -9 of \(operation.rawValue): \(before) before, \(after) after")
    if Extent.isWhole { #expect(before > 0 && after > 0) }
  }
}
