import Glibc
import StrategyModel
import StrategyStore

/// Measures the built program from outside, as its user meets it, and prints each figure beside its budget.
struct Bench {
  let options: BenchOptions
  let report: Report
  /// The program beside this one.
  let program: String
  let folder: String

  init(_ options: BenchOptions) throws {
    self.options = options
    report = Report(isMarkdown: options.isMarkdown)
    var path = [CChar](repeating: 0, count: 4096)
    guard readlink("/proc/self/exe", &path, 4095) > 0 else { throw BenchFailure(description: "no /proc") }
    let own = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    program = own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/honbu"
    guard let folder = PrivateFolder.make(named: "honbu-bench") else {
      throw BenchFailure(description: "no folder under \(PrivateFolder.parent)")
    }
    self.folder = folder
  }

  func run() throws {
    defer {
      do { try command("/bin/rm", ["-rf", folder]) } catch { complain("\(folder) is left behind: \(error)") }
    }
    if options.includes(.bundled) { try bundled() }
    if options.includes(.crowd) {
      report.begin("1つの台帳を多くの画面で")
      try crowd()
    }
    guard !options.parts.subtracting([.bundled, .crowd]).isEmpty else { return }
    try generated()
  }

  private func bundled() throws {
    let place = Subject(
      store: "\(folder)/data/honbu/honbu.sqlite", budgets: .bundled, probes: Probe.osaka, romaji: Probe.osakaRomaji)
    report.begin("同梱の大阪市")
    report.show(Figure("最初の起動（台帳を作る）", [try firstFrame(Subject(store: nil, budgets: .bundled))], .milliseconds))
    try importBundle(of: place)
    try starts(place)
    try keys(place)
    try filters(place)
  }

  private func generated() throws {
    let store = options.store ?? "\(folder)/generated.sqlite"
    report.begin("生成した台帳 \(options.items)件")
    if access(store, F_OK) != 0 {
      try importItems(into: store)
    } else if options.includes(.importing) {
      try importItems(into: "\(folder)/imported.sqlite")
    }
    let needsTexts = [.keys, .filter, .start, .limit, .fzf, .live].contains { options.includes($0) }
    let texts = needsTexts ? GeneratedTexts(GeneratedItems(count: options.items), count: options.items) : nil
    let place = Subject(
      store: store, budgets: .of(options.items), texts: texts, probes: Probe.japanese, romaji: Probe.romaji)
    if options.includes(.start) { try starts(place) }
    if options.includes(.keys) { try keys(place) }
    var limit: Double?
    if let texts, options.includes(.limit) { limit = showLimit(texts) }
    if options.includes(.filter) { try filters(place, limit: limit) }
    if options.includes(.step) {
      var copy = place
      copy.store = "\(folder)/stepped.sqlite"
      try command("/bin/cp", ["--", store, "\(folder)/stepped.sqlite"])
      try steps(copy)
    }
    if options.includes(.live) || options.includes(.stall) {
      // They write: the store that is kept must go on holding what was generated, and nothing else.
      var copy = place
      copy.store = "\(folder)/changed.sqlite"
      try command("/bin/cp", ["--", store, "\(folder)/changed.sqlite"])
      if options.includes(.live) { try live(copy) }
      if options.includes(.stall) { try stalls(copy) }
    }
    if options.includes(.snapshot) { try snapshot(place) }
    if let texts, options.includes(.fzf) { try fzf(texts) }
  }

  /// What a plain sum over all texts takes: no scan can be faster.
  private func showLimit(_ texts: GeneratedTexts) -> Double {
    _ = texts.sumTime()
    let figure = Figure(
      "この機械の限度（全文 \(texts.bytes.count / 1_000_000) MB の和）", (0..<11).map { _ in Double(texts.sumTime()) / 1e6 },
      .milliseconds)
    report.show(figure)
    return figure.median
  }
}

/// A store to be measured.
struct Subject {
  /// `nil` is the default place, where nothing is yet.
  var store: String?
  var budgets: Budgets
  /// What a filter must find; `nil` where only the program knows.
  var texts: GeneratedTexts?
  var probes: [Probe] = []
  var romaji: [Probe] = []
}
