import Glibc

/// Whole commands.
extension Bench {
  func importItems(into store: String) throws {
    let items = GeneratedItems(count: options.items)
    try write([GeneratedItems.pillarSheet], [], to: "\(folder)/pillars.csv")
    try write([GeneratedItems.heading], items.lazy.map(\.row), to: "\(folder)/items.csv")
    // A file that an office imports lies on the disk already: to bring it there is not the import's work.
    sync()
    try command(program, ["import", "\(folder)/pillars.csv", "--kind", "pillars", "--store", store])
    let time = try elapsed {
      try command(program, ["import", "\(folder)/items.csv", "--kind", "items", "--store", store])
    }
    report.show(
      Figure("取り込み", [time], .milliseconds, Budgets.of(options.items).importing.map { .median($0) }))
  }

  /// The whole history of a store, made into a new one.
  func importBundle(of subject: Subject) throws {
    guard let store = subject.store else { return }
    let bundle = "\(folder)/bundle.json"
    try command(program, ["export", "--store", store, "--output", bundle])
    let times = try (0..<11).map { number in
      try elapsed { try command(program, ["import", bundle, "--store", "\(folder)/bundle-\(number).sqlite"]) }
    }
    report.show(Figure("取り込み", times, .milliseconds, subject.budgets.importing.map { .median($0) }))
  }

  func snapshot(_ subject: Subject) throws {
    guard let store = subject.store else { return }
    let arguments = [
      "snapshot", "actions", "--layout", "table", "--width", "120", "--store", store, "--output",
      "\(folder)/actions.txt",
    ]
    let all = try (0..<(options.isQuick || options.items > 100_000 ? 1 : 3)).map { _ in
      try elapsed { try command(program, arguments) }
    }
    report.show(
      Figure("書き出し（表、全件）", all, .milliseconds, Budgets.of(options.items).writing.map { .median($0) }))
    let some = try (0..<3).map { _ in try elapsed { try command(program, arguments + ["--filter", "給食の地図"]) } }
    report.show(Figure("書き出し（表、当たり約1%）", some, .milliseconds))
  }
}
