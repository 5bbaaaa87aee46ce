import Foundation
import StrategyModel
import StrategyStore
import Testing

/// What the commands do to a store and to files, on a fresh copy of the same store each time, and how far it got.
struct StoreOperations {
  enum Operation: String, CaseIterable {
    case importing, staging, editing, undoing, exporting, backingUp
  }

  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    var program = Program(workspace)
    try workspace.write("id,title,reviewed\na,一,2024-01-01\nb,二,\n", to: "first.csv")
    try workspace.write("id,title\na,一改\nc,三\n", to: "second.csv")
    let many = (1...4_200).map { "n\($0),取組\($0)\n" }.joined()
    try workspace.write("id,title\n" + many, to: "many.csv")
    let editor = try workspace.write("sed -i 's/^title: .*/title: 直した題/' \"$1\"\n", to: "editor.sh")
    program.environment["EDITOR"] = "sh \(editor)"
    // Texts that could not be saved are kept there, and go with the rest.
    program.environment["TMPDIR"] = workspace.path("home")
    honbu = program
    try #require(try honbu.run("import", "first.csv", "--store", "base.sqlite").status == 0)
    try #require(try honbu.run("import", "second.csv", "--store", "base.sqlite").status == 0)
  }

  func arguments(_ operation: Operation) -> [String] {
    switch operation {
    case .importing: ["import", "first.csv", "--store", "s.sqlite"]
    case .staging: ["import", "many.csv", "--store", "s.sqlite"]
    case .editing: ["edit", "b", "--store", "s.sqlite"]
    case .undoing: ["undo", "r2", "--store", "s.sqlite"]
    case .exporting: ["export", "--output", "out.json", "--store", "s.sqlite"]
    case .backingUp: ["backup", "out.sqlite", "--store", "s.sqlite"]
    }
  }

  /// An export into a file says nothing.
  func saysSuccess(_ operation: Operation, _ outcome: Program.Outcome) -> Bool {
    operation == .exporting ? outcome.status == 0 : outcome.output.contains(successWords(operation))
  }

  private func successWords(_ operation: Operation) -> String {
    switch operation {
    case .importing, .staging: "として取り込みました"
    case .editing: "に書き込みました"
    case .undoing: "で取り消しました"
    case .exporting: ""
    case .backingUp: "バックアップを作りました"
    }
  }

  func makeReady() throws {
    for name in try workspace.names(in: ".") where name.contains("s.sqlite") || name.contains("out.") {
      try FileManager.default.removeItem(atPath: workspace.path(name))
    }
    try FileManager.default.copyItem(atPath: workspace.path("base.sqlite"), toPath: workspace.path("s.sqlite"))
    try workspace.write("old", to: "out.json")
  }

  enum State { case before, after }

  /// - Returns: `nil` for anything between.
  func state(_ operation: Operation, _ whole: Data) throws -> State? {
    switch operation {
    case .importing, .staging, .editing, .undoing: return try sound("s.sqlite").flatMap { [2: .before, 3: .after][$0] }
    case .exporting:
      let found = try workspace.bytes("out.json")
      return found == Data("old".utf8) ? .before : found == whole ? .after : nil
    case .backingUp:
      guard workspace.exists("out.sqlite") else { return .before }
      return try sound("out.sqlite") == 2 ? .after : nil
    }
  }

  /// - Returns: the head; `nil` when the store has a fault.
  func sound(_ name: String) throws -> Int? {
    let faults = try LedgerCheck.faults(path: workspace.path(name))
    guard faults.isEmpty else {
      Issue.record("\(name): \(faults)")
      return nil
    }
    return try StoreReader(path: workspace.path(name)).head()
  }
}
