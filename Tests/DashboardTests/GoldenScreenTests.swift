import Dashboard
import Foundation
import TestSupport
import Testing

@Suite("Golden screens")
struct GoldenScreenTests {
  static let sizes = [(40, 10), (80, 24), (120, 36), (200, 60)]
  static let views = [
    "overview", "pillars", "actions", "meetings", "updates", "documents", "attention", "actions/it_koseki_ai",
    "meetings/mtg_hq_3",
    "updates/r5", "diff/r20..r32",
  ]

  @Test("Each view of Osaka at each size", arguments: sizes, views)
  func osaka(size: (Int, Int), view: String) throws {
    let scenario = try Scenario(.osaka, view: view, columns: size.0, rows: size.1)
    let name = view.replacing("/", with: "-")
    try Golden.expect(scenario.text + "\n", at: "\(size.0)x\(size.1)/\(name).txt")
  }

  @Test("The table, help, palette and a filter of the sample city", arguments: sizes)
  func sample(size: (Int, Int)) throws {
    var scenario = try Scenario(.sample, view: "actions", columns: size.0, rows: size.1)
    try scenario.type("v")
    try Golden.expect(scenario.text + "\n", at: "\(size.0)x\(size.1)/sample-table.txt")
    try scenario.type("/窓口")
    try Golden.expect(scenario.text + "\n", at: "\(size.0)x\(size.1)/sample-filter.txt")
    try scenario.press(.enter)
    try scenario.type("?")
    try Golden.expect(scenario.text + "\n", at: "\(size.0)x\(size.1)/sample-help.txt")
    try scenario.press(.escape)
    try scenario.type("x")
    try Golden.expect(scenario.text + "\n", at: "\(size.0)x\(size.1)/sample-export.txt")
  }

  @Test("A difference of the sample city, and the points since which one can be asked for", arguments: sizes)
  func sampleDifference(size: (Int, Int)) throws {
    var scenario = try Scenario(.sample, view: "diff/r4..r7", columns: size.0, rows: size.1)
    try Golden.expect(scenario.text + "\n", at: "\(size.0)x\(size.1)/sample-diff.txt")
    try scenario.type("D")
    try Golden.expect(scenario.text + "\n", at: "\(size.0)x\(size.1)/sample-since.txt")
  }

  @Test("What needs attention in the sample city", arguments: sizes)
  func sampleAttention(size: (Int, Int)) throws {
    let scenario = try Scenario(.sample, view: "attention", columns: size.0, rows: size.1)
    try Golden.expect(scenario.text + "\n", at: "\(size.0)x\(size.1)/sample-attention.txt")
  }

  @Test("The timeline of both cities", arguments: sizes)
  func timeline(size: (Int, Int)) throws {
    var osaka = try Scenario(.osaka, view: "actions", columns: size.0, rows: size.1)
    try osaka.type("vvj")
    try Golden.expect(osaka.text + "\n", at: "\(size.0)x\(size.1)/timeline.txt")
    var sample = try Scenario(.sample, view: "actions", columns: size.0, rows: size.1, since: 4)
    try sample.type("vvj")
    try Golden.expect(sample.text + "\n", at: "\(size.0)x\(size.1)/sample-timeline.txt")
  }

  @Test("The timeline where ambiguous characters are wide stays aligned")
  func wideTimeline() throws {
    var scenario = try Scenario(.osaka, view: "actions", columns: 120, rows: 36, ambiguous: .wide)
    try scenario.type("vvj")
    try Golden.expect(scenario.text + "\n", at: "120x36-wide/timeline.txt")
  }

  @Test("Wide ambiguous characters leave every border straight", arguments: views)
  func ambiguous(view: String) throws {
    let scenario = try Scenario(.osaka, view: view, columns: 120, rows: 36, ambiguous: .wide)
    try Golden.expect(scenario.text + "\n", at: "120x36-wide/\(view.replacing("/", with: "-")).txt")
  }
}
