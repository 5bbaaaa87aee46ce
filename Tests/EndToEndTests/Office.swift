import Foundation
import Testing

/// A store of the fictional city, and an editor that does what `edit.sh` says.
struct Office {
  let folder: URL
  var store: String { folder.path + "/s.sqlite" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "honbu-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let bundle = folder.path + "/city.json"
    let made =
      "'\(TmuxTerminal.program)' export --sample > '\(bundle)' && '\(TmuxTerminal.program)' import '\(bundle)' "
      + "--store '\(store)'"
    try TmuxTerminal.run(["sh", "-c", made])
    try #require(FileManager.default.fileExists(atPath: store))
  }

  func edits(_ script: String, as name: String = "edit") throws -> String {
    let path = folder.path + "/\(name).sh"
    try script.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  func terminal(_ view: String, author: String, options: String = "", editor: String = "false") throws -> TmuxTerminal {
    try TmuxTerminal(
      columns: 120, rows: 36, "\(view) --store '\(store)' --today 2026-11-26 \(options)",
      environment: "LC_ALL=C.UTF-8 LOGNAME=\(author) EDITOR='\(editor)'")
  }

  func command(_ words: String) throws -> String {
    try TmuxTerminal.run(["sh", "-c", "'\(TmuxTerminal.program)' \(words) --store '\(store)' 2>&1"])
  }
}
