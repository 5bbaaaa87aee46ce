import Foundation
import StrategyModel
import TestSupport
import Testing

@testable import Snapshot

@Suite("The README")
struct ReadmeTests {
  @Test("Its picture is the first view as the program writes it")
  func picture() throws {
    let file = Golden.folder.deletingLastPathComponent().appending(path: "README.md")
    let readme = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(readme.contains("](snapshots/readme/overview.svg)"))
    let (_, reader) = try Scenario.Store.osaka.shared()
    try Golden.expect(try WrittenView("overview", .svg, from: reader, width: 120).text, at: "readme/overview.svg")
  }
}
