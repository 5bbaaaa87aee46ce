import Foundation
import TerminalModel
import TestSupport
import Testing

@testable import honbu_bench

@Suite("Many dashboards on one store", .serialized, .waiting)
struct ManyDashboardsTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
  }

  private func dashboard(_ words: [String]) throws -> PtyProgram {
    try PtyProgram(Program.path, words, environment: variables, columns: 120, rows: 36)
  }

  private var variables: [String] { workspace.environment.map { "\($0)=\($1)" } }

  /// Runs a body in so many threads and waits for all.
  private func inThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for index in 0..<count {
      group.enter()
      Thread.detachNewThread {
        body(index)
        group.leave()
      }
    }
    group.wait()
  }

  @Test("All that start at once reach their first screen, on a store and where none is yet", arguments: [true, false])
  func start(isThere: Bool) throws {
    let (count, rounds) = Extent.isWhole ? (50, 20) : (12, 1)
    let failures = Failures()
    let times = Times()
    for _ in 0..<rounds {
      if !isThere, workspace.exists(workspace.defaultStore) {
        try FileManager.default.removeItem(atPath: workspace.folder + "/home/data")
      } else if isThere {
        _ = try honbu.run("overview")
      }
      let barrier = try Barrier(workspace.newPath("barrier"))
      let dashboards = Held(
        try (0..<count).map { _ in
          try PtyProgram("/bin/sh", barrier.words, environment: variables, columns: 120, rows: 36)
        })
      let start = PtyProgram.now
      try barrier.open(for: count)
      inThreads(count) { index in
        do {
          let shown = try dashboards[index].settle(quiet: 60, atMost: 120_000) { screen in
            screen.contains("[1]概要") && screen.contains("フェーズ別") && screen.contains("r32 ")
          }
          times.add(Double((shown?.time ?? start) - start) / 1e6)
          if dashboards[index].screen.contains("メモリー") { failures.add("in memory") }
        } catch {
          failures.add("\(error)")
        }
      }
    }
    #expect(failures.all.isEmpty, "\(failures.all.first ?? "")")
    #expect(times.all.count == count * rounds)
    #expect(try honbu.run("check").status == 0)
    Extent.report(
      "\(count) dashboards launched at once, store \(isThere ? "there" : "not there"): "
        + "\(times.all.count) of \(count * rounds) first screens, median \(times.percentile(50)), "
        + "p95 \(times.percentile(95)), worst \(times.percentile(100)) ms")
  }

  @Test("While others import they answer keys, and paint the store before or after")
  func answering() throws {
    let (count, imports, large) = Extent.isWhole ? (20, 50, 100_000) : (4, 4, 5_000)
    let store = workspace.path("s.sqlite")
    try workspace.write(Sheets.items(300), to: "base.csv")
    try #require(try honbu.run("import", "base.csv", "--store", store).status == 0)
    var known: Set<Int> = [300]
    for number in 1...imports {
      let rows = (1...100).map { "n\(number)-\($0),加えた取組\n" }.joined()
      try workspace.write("id,title\n" + rows, to: "\(number).csv")
      known.insert(300 + number * 100)
    }
    let rows = (1...large).map { "big\($0),大きな取り込み\($0)\n" }.joined()
    try workspace.write("id,title\n" + rows, to: "large.csv")
    let total = 300 + imports * 100 + large
    known.insert(total)
    let dashboards = Held(try (0..<count).map { _ in try dashboard(["actions", "--store", store]) })
    let failures = Failures()
    let times = Times()
    let done = Done()
    let importer = Lent(honbu)
    Thread.detachNewThread {
      for name in (1...imports).map({ "\($0).csv" }) + ["large.csv"] {
        do {
          let outcome = try importer.value.run("import", name, "--store", store)
          if outcome.status != 0 { failures.add(outcome.error) }
        } catch {
          failures.add("\(error)")
        }
      }
      done.set()
    }
    let counts = known
    inThreads(count) { index in
      do {
        let program = dashboards[index]
        _ = try program.settle(quiet: 60) { $0.contains("条件なし · ") }
        program.send("v")
        _ = try program.settle(quiet: 60)
        var round = 0
        while true {
          let isLast = done.isSet && program.screen.contains("条件なし · \(Self.grouped(total))件")
          round += 1
          let start = PtyProgram.now
          program.send(round % 2 == 1 ? "j" : "k")
          if let shown = try program.settle(quiet: 25) { times.add(Double(shown.first - start) / 1e6) }
          let screen = program.screen
          for line in screen.lines {
            for found in line.matches(of: /条件なし · ([0-9,]+)件/) {
              let number = Int(found.1.replacing(",", with: "")) ?? 0
              if !counts.contains(number) { failures.add("painted \(number)") }
            }
            if line.contains("書き込んでいます") || line.contains("失敗") { failures.add(line) }
          }
          if isLast { break }
          if round > 20_000 {
            throw BenchFailure(description: "never shown: \(total)\n\(screen.lines.joined(separator: "\n"))")
          }
        }
      } catch {
        failures.add("\(error)")
        done.wait()
      }
    }
    #expect(failures.all.isEmpty, "\(failures.all.prefix(3))")
    #expect(try honbu.run("check", "--store", store).status == 0)
    Extent.report(
      "\(count) dashboards while \(imports) imports of 100 rows and one of \(large) ran: \(times.all.count) keys, "
        + "median \(times.percentile(50)), p95 \(times.percentile(95)), worst \(times.percentile(100)) ms; "
        + "only known counts painted")
  }

  private static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }
}

/// Holds programs back until all have been started: to start fifty takes longer than they may be apart.
private final class Barrier {
  private let path: String
  private let descriptor: Int32

  init(_ path: String) throws {
    self.path = path
    try #require(mkfifo(path, 0o600) == 0)
    // Both ends, so that neither waits for the other.
    descriptor = Glibc.open(path, O_RDWR)
    try #require(descriptor >= 0)
  }

  deinit { close(descriptor) }

  /// For a shell: it reads one line and becomes the program.
  var words: [String] { ["-c", "read go < '\(path)'; exec '\(Program.path)'"] }

  /// Each shell that is there, or that comes yet, finds its line.
  func open(for count: Int) throws {
    let lines = [UInt8](repeating: UInt8(ascii: "\n"), count: count)
    try #require(write(descriptor, lines, count) == count)
  }
}

/// Programs that threads share, each using its own.
private final class Held: @unchecked Sendable {
  private let programs: [PtyProgram]

  init(_ programs: [PtyProgram]) { self.programs = programs }

  subscript(_ index: Int) -> PtyProgram { programs[index] }
}

private final class Times: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Double] = []

  var all: [Double] { lock.withLock { values } }

  func add(_ value: Double) { lock.withLock { values.append(value) } }

  func percentile(_ part: Int) -> String {
    let sorted = all.sorted()
    guard !sorted.isEmpty else { return "–" }
    return String(format: "%.1f", sorted[min(sorted.count - 1, sorted.count * part / 100)])
  }
}

private final class Done: @unchecked Sendable {
  private let condition = NSCondition()
  private var flag = false

  var isSet: Bool { condition.withLock { flag } }

  func set() {
    condition.lock()
    flag = true
    condition.broadcast()
    condition.unlock()
  }

  func wait() {
    condition.lock()
    while !flag { condition.wait() }
    condition.unlock()
  }
}
