import Foundation
import TestSupport
import Testing

@Suite("E9: a dashboard that stays open while others write", .serialized, .waiting)
struct LongLifeTests {
  private struct Reading {
    var memory: Int
    var descriptors: Int
    var cpu: Int
    var threads: Int
  }

  private static func number(_ name: String, _ usual: Double) -> Double {
    Double(ProcessInfo.processInfo.environment[name] ?? "") ?? usual
  }

  private func read(_ terminal: PtyTerminal) -> Reading {
    Reading(
      memory: terminal.running.statusNumber("VmRSS"), descriptors: terminal.running.descriptors,
      cpu: terminal.running.cpuTime,
      threads: terminal.running.statusNumber("Threads"))
  }

  /// A longer life by `HONBU_LIFE_SECONDS` (how long) and `HONBU_LIFE_PAUSE` (seconds between imports).
  @Test("Memory, descriptors, threads and processor time stay flat, and every commit is shown")
  func life() throws {
    let office = try Office()
    let terminal = try PtyTerminal(columns: 120, rows: 36, ["--store", office.store])
    try terminal.waitFor("? ヘルプ")
    terminal.type("5")
    try terminal.waitFor("[5]")
    let seconds = Self.number("HONBU_LIFE_SECONDS", 10)
    let pause = Self.number("HONBU_LIFE_PAUSE", 0)
    let start = ContinuousClock.now
    var first: Reading?
    var commits = 0
    var cpuBefore = 0
    while ContinuousClock.now - start < .seconds(seconds) || commits < 12 {
      commits += 1
      let sheet = office.folder.path + "/life.csv"
      try "id,title,phase,summary\nlife-\(commits % 20),長い運転\(commits),検証中,\(commits)回目\n"
        .write(toFile: sheet, atomically: true, encoding: .utf8)
      let said = try office.command("import '\(sheet)' --kind items --title 運転\(commits)回目。")
      try terminal.wait("commit \(commits): \(said)") { $0.contains("運転\(commits)回目。") }
      terminal.forget()
      // Beside the imports somebody looks around a little.
      if commits % 5 == 0 {
        terminal.type("3v/窓口")
        terminal.pump(60)
        terminal.type("\u{1B}")
        terminal.pump(60)
        terminal.type("5")
        try terminal.waitFor("[5]")
      }
      terminal.settle()
      // What the first reads and searches need is there once a third is over.
      if first == nil, commits >= 8, ContinuousClock.now - start > .seconds(seconds / 3) {
        first = read(terminal)
        cpuBefore = commits
      }
      if commits % 30 == 0 { tell(terminal, commits, ContinuousClock.now - start) }
      let next = ContinuousClock.now + .seconds(pause)
      while ContinuousClock.now < next { terminal.pump(1000) }
    }
    // A second in which nothing happens; on a busy machine the last reads may take a few before.
    var quiet = read(terminal)
    var last = quiet
    let end = ContinuousClock.now + Patience.limit
    repeat {
      quiet = last
      poll(nil, 0, 1000)
      last = read(terminal)
    } while last.cpu - quiet.cpu > 10 && ContinuousClock.now < end
    let begin = first ?? quiet
    tell(terminal, commits, ContinuousClock.now - start)
    print("E9 from \(begin) to \(last), \(commits - cpuBefore) commits between")
    #expect(last.cpu - quiet.cpu <= 10, "it comes to rest")
    #expect(last.descriptors == begin.descriptors && last.threads <= begin.threads)
    #expect(Double(last.memory) <= Double(begin.memory) * 1.1)
    terminal.type("Q")
    #expect(terminal.hasEnded() && terminal.exitStatus == 0)
  }

  private func tell(_ terminal: PtyTerminal, _ commits: Int, _ time: Duration) {
    let now = read(terminal)
    print(
      "E9 \(time.components.seconds) s, \(commits) commits: \(now.memory) KiB, \(now.descriptors) descriptors, "
        + "\(now.threads) threads, \(now.cpu) ms")
  }
}
