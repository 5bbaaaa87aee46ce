import Foundation
import StrategyModel
import StrategyStore
import TestSupport
import Testing

/// Every call that reaches the disk, failed one after the other, as SQLite's own tests do
/// (https://www.sqlite.org/testing.html#i_o_error_testing).
@Suite("A system call that fails", .waiting, .enabled(if: FaultTools.isThere, FaultTools.refusal))
struct FaultInjectionTests {
  private static let calls = [
    "pwrite64", "write", "fdatasync", "fsync", "ftruncate", "rename", "renameat", "link", "unlink", "unlinkat",
    "openat",
  ]

  let bench: StoreOperations

  init() throws { bench = try StoreOperations() }

  private func tool() throws -> any FaultTool { try FaultTools.best(bench.honbu) }

  /// All of them, of hundreds every fifth; in the small form two.
  private func numbers(_ count: Int) -> [Int] {
    if count < 3 { return Array(1..<(count + 1)) }
    guard Extent.isWhole else { return [count * 2 / 3, count] }
    return Array(stride(from: 1, through: count, by: count > 200 ? 5 : 1))
  }

  @Test(
    "Before or after, a sound store, and never a success that was none", arguments: StoreOperations.Operation.allCases)
  func faults(operation: StoreOperations.Operation) throws {
    try bench.makeReady()
    let tool = try tool()
    let (outcome, lines) = try tool.calls(Self.calls, of: bench.arguments(operation))
    try #require(outcome.status == 0, "\(outcome.error)")
    let whole = try bench.workspace.bytes("out.json")
    var tally: [String: Int] = [:]
    // Of an import of thousands each round takes seconds.
    let calls = operation == .staging && !Extent.isWhole ? ["pwrite64", "ftruncate"] : Self.calls
    for call in calls {
      let count = lines.filter { $0.hasPrefix(call + "(") }.count
      // Only commits of an import that is staged cut the journal.
      #expect(call != "ftruncate" || (count > 1) == (operation == .staging))
      for number in numbers(count) {
        for fault in [
          Fault(call: call, number: number, error: "EIO", lasts: false),
          // Where all writes fail there is no standard error either.
          Fault(call: call, number: number, error: "ENOSPC", lasts: call != "write"),
        ] {
          tally[try judge(operation, tool, fault, whole), default: 0] += 1
        }
      }
    }
    let counts = tally.sorted { $0.key < $1.key }
    Extent.report("\(operation.rawValue) with a failing call, by \(type(of: tool)): \(counts)")
    #expect(tally["failed, before", default: 0] > 0)
  }

  /// - Returns: what happened, for the tally.
  private func judge(
    _ operation: StoreOperations.Operation, _ tool: any FaultTool, _ fault: Fault, _ whole: Data
  ) throws -> String {
    try bench.makeReady()
    let outcome = try tool.run(bench.arguments(operation), with: fault)
    let state = try bench.state(operation, whole)
    let told: Comment = "\(operation) \(fault.testDescription): \(outcome), \(String(describing: state))"
    #expect(state != nil && !outcome.isHung && outcome.status < 128, told)
    let saysSuccess = bench.saysSuccess(operation, outcome)
    if outcome.status == 0 {
      #expect(state == .after && saysSuccess, told)
    } else {
      #expect(!saysSuccess && !outcome.error.isEmpty, told)
      if outcome.error.contains("元のまま") || outcome.error.contains("書き込んでいません") { #expect(state == .before, told) }
    }
    if operation == .exporting || operation == .backingUp {
      #expect(try bench.workspace.bytes("s.sqlite") == bench.workspace.bytes("base.sqlite"), told)
    }
    // What was left does not stand in the way of the next try.
    if state == .before, outcome.status != 0, Extent.isWhole || fault.number > 1 {
      let again = try bench.honbu.run(bench.arguments(operation))
      #expect(again.status == 0, "\(told): \(again.error)")
    }
    return "\(outcome.status == 0 ? "done" : "failed"), \(state == .after ? "after" : "before")"
  }

  @Test(
    "A command whose words cannot be read says so, and opens nothing else",
    .enabled(if: Strace.isAllowed, Strace.refusal))
  func unreadableArguments() throws {
    try bench.makeReady()
    let strace = Strace(bench.honbu)
    let opened = try strace.calls(["openat"], of: ["--version"]).lines.filter { $0.hasPrefix("openat(") }
    let number = try #require(opened.firstIndex { $0.contains("/proc/self/maps") }) + 1
    let fault = Fault(call: "openat", number: number, error: "EIO", lasts: false)
    let outcome = try strace.run(bench.arguments(.importing), with: fault)
    #expect(outcome.status == 74 && outcome.output.isEmpty)
    #expect(outcome.error == "honbu: コマンドの引数を読めません（/proc/self/maps）\n")
    #expect(!bench.workspace.exists(bench.workspace.defaultStore))
  }

  /// Also where strace does all the rest: what is only used elsewhere rots.
  @Test("The preloaded shim lets the call fail that it is told to, in the program alone")
  func shim() throws {
    try #require(FaultShim.isUsable)
    let shim = FaultShim(bench.honbu)
    let whole = try bench.workspace.bytes("base.sqlite")
    for operation in [StoreOperations.Operation.importing, .editing] {
      try bench.makeReady()
      let (outcome, lines) = try shim.calls(Self.calls, of: bench.arguments(operation))
      #expect(outcome.status == 0 && bench.saysSuccess(operation, outcome), "\(outcome)")
      let count = lines.filter { $0.hasPrefix("pwrite64(") }.count
      try #require(count > 3 && lines.contains { $0.hasPrefix("write(1<") })
      for number in [1, count / 2, count] {
        let fault = Fault(call: "pwrite64", number: number, error: number == 1 ? "EIO" : "ENOSPC", lasts: number > 1)
        #expect(try judge(operation, shim, fault, whole) == "failed, before", "\(fault.testDescription)")
      }
      // One more than there are.
      let none = Fault(call: "pwrite64", number: count + 1, error: "EIO", lasts: false)
      #expect(try judge(operation, shim, none, whole) == "done, after")
    }
  }

  @Test("The store and its folder are synced before the success is said")
  func syncOrder() throws {
    let rounds = Extent.rounds(3, whole: 20)
    for _ in 0..<rounds {
      try bench.makeReady()
      let (outcome, lines) = try tool().calls(
        ["pwrite64", "fdatasync", "unlink", "write"], of: bench.arguments(.importing))
      try #require(outcome.status == 0)
      let said = try #require(lines.firstIndex { $0.hasPrefix("write(1") })
      let store = bench.workspace.path("s.sqlite")
      let lastWrite = try #require(lines.lastIndex { $0.hasPrefix("pwrite64") && $0.contains("<\(store)>") })
      let synced = try #require(lines.lastIndex { $0.hasPrefix("fdatasync") && $0.contains("<\(store)>") })
      let unlinked = try #require(lines.lastIndex { $0.hasPrefix("unlink(\"\(store)-journal\"") })
      let folder = try #require(
        lines.lastIndex { $0.hasPrefix("fdatasync") && $0.contains("<\(bench.workspace.folder)>") })
      let journal = try #require(lines.firstIndex { $0.hasPrefix("fdatasync") && $0.contains("<\(store)-journal>") })
      let firstWrite = try #require(lines.firstIndex { $0.hasPrefix("pwrite64") && $0.contains("<\(store)>") })
      #expect(journal < firstWrite, "the journal is on the disk before the store is touched")
      #expect(lastWrite < synced && synced < unlinked && unlinked < folder && folder < said)
    }
    Extent.report("fsync of store and folder before the success text: \(rounds) of \(rounds)")
  }
}
