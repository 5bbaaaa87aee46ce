import Glibc
import StrategyStore
import Synchronization

/// Many who look at one store while others write.
extension Bench {
  /// One of the many, used from its own thread.
  private struct Member: @unchecked Sendable {
    let terminal: PtyProgram
  }

  /// From a key to the first byte of its frame, on each of twenty dashboards that somebody types at as fast as people
  /// do, while small imports run without a pause, and then a large one.
  func crowd() throws {
    let (members, imports, large) = options.isQuick ? (4, 8, 20_000) : (20, 50, 100_000)
    let store = "\(folder)/crowd.sqlite"
    func sheet(_ name: String, _ rows: Range<Int>) throws -> String {
      let path = "\(folder)/\(name).csv"
      try write(["id,title\n"], rows.lazy.map { "\(name)-\($0),\(name)の取組 第\($0)号\n" }, to: path)
      return path
    }
    func importing(_ path: String) throws {
      try command(program, ["import", path, "--kind", "items", "--store", store])
    }
    try importing(sheet("base", 0..<300))
    let sheets = try (0..<imports).map { try sheet("small\($0)", 0..<100) } + [try sheet("large", 0..<large)]
    let terminals = try (0..<members).map { _ in
      Member(terminal: try openTable(Subject(store: store, budgets: .bundled)))
    }
    let times = Mutex<[Double]>([])
    let isDone = Atomic<Bool>(false)
    let failure = Mutex<String?>(nil)
    let threads = try terminals.map { member in
      let thread = OwnThread {
        do {
          var isDown = true
          while !isDone.load(ordering: .relaxed) {
            let start = PtyProgram.now
            member.terminal.send(isDown ? "j" : "k")
            isDown.toggle()
            if let shown = try member.terminal.settle(quiet: 10) {
              times.withLock { $0.append(Double(shown.first - start) / 1e6) }
            }
            member.terminal.take(for: 100)
          }
        } catch {
          failure.withLock { $0 = "\(error)" }
        }
      }
      guard let thread else { throw BenchFailure(description: "no thread") }
      return thread
    }
    defer { threads.forEach { $0.join() } }
    defer { isDone.store(true, ordering: .relaxed) }
    for (number, path) in sheets.enumerated() {
      if number == imports { report.show(figure("\(members)画面のキー、小さな取り込み\(imports)回の間", times)) }
      try importing(path)
    }
    report.show(figure("\(members)画面のキー、\(large)件の取り込みの間", times))
    if let told = failure.withLock({ $0 }) { throw BenchFailure(description: told) }
  }

  /// Takes what was measured so far.
  private func figure(_ name: String, _ times: borrowing Mutex<[Double]>) -> Figure {
    let values = times.withLock { values in
      defer { values = [] }
      return values
    }
    return Figure(name, values, .milliseconds, .p95(50))
  }
}
