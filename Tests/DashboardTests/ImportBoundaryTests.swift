import Foundation
import Testing

@Suite("The pure targets stay pure")
struct ImportBoundaryTests {
  static let forbidden: [String: [String]] = [
    "StrategyModel": ["Foundation", "Glibc", "GRDB", "TextUI", "TextSearch", "Dashboard", "StrategyStore"],
    "TextUI": ["Foundation", "Glibc", "StrategyModel", "TextSearch", "Dashboard", "StrategyStore", "GRDB"],
    "TextSearch": ["GRDB", "TextUI", "Dashboard", "StrategyStore"],
    "Dashboard": ["Foundation", "Glibc", "GRDB", "StrategyStore", "Snapshot", "CNcurses", "Dispatch"],
    "StrategyStore": ["TextUI", "Dashboard", "CNcurses", "ArgumentParser"],
    "Snapshot": ["GRDB", "CNcurses", "NcursesTerminal"],
    "DashboardRuntime": ["GRDB", "CNcurses", "NcursesTerminal", "ArgumentParser", "Dispatch"],
    "NcursesTerminal": ["StrategyModel", "TextSearch", "Dashboard", "StrategyStore", "Snapshot"],
    "honbu": ["GRDB", "CNcurses"],
  ]

  @Test("A target imports nothing that its layer forbids", arguments: forbidden.keys.sorted())
  func imports(target: String) throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/\(target)")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    #expect(!files.isEmpty)
    for file in files {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      for line in lines where line.contains("import ") && !line.contains("//") {
        let module = line.split(separator: " ").last.map(String.init) ?? ""
        #expect(!(Self.forbidden[target] ?? []).contains(module), "\(file.lastPathComponent): \(line)")
      }
    }
  }
}
