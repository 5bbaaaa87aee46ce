import Foundation
import StrategyModel
import TestSupport
import Testing
import TextUI

@testable import Dashboard

@Suite("F1 F2 F3: every screen on a store of hostile texts")
struct HostileScreenTests {
  /// What a walk saw: most cells are alike, so each text is judged once.
  private struct Watch {
    private var known: Set<String> = []

    /// Nothing that a terminal would act upon, and every row exactly as wide as the screen.
    mutating func check(_ scenario: Scenario, _ what: String) {
      let grid = scenario.grid
      for row in 0..<grid.size.rows {
        let cells = grid.row(row)
        if cells.reduce(0, { $0 + Int($1.width) }) != grid.size.columns { Issue.record("\(what) row \(row): cells") }
        for cell in cells where known.insert(cell.text).inserted {
          let hostile = VisibleText.hostile(in: cell.text, isDrawn: true)
          if !hostile.isEmpty || cell.text.contains("\n") {
            Issue.record("\(what) row \(row): \(hostile) \(cell.text)")
          }
        }
      }
    }
  }

  @Test("All kinds of records have texts that are poisoned")
  func fields() throws {
    let texts = try HostileCity.texts()
    for path in ["item.record.title", "item.record.department", "meeting.record.agenda[].title", "pillar.record.name"] {
      #expect(texts.contains(path), "\(texts)")
    }
    #expect(texts.count > 60 && Set(texts.map { $0.prefix { $0 != "." } }).count >= 14, "\(texts)")
  }

  static let views = [
    "overview", "pillars", "actions", "meetings", "updates", "documents", "attention", "diff/r4..r7",
  ]

  static let keys = [
    "", "v", "vv", "p", "?", ":", "f", "x", "t", "C", "u", "m", "a", "K", "R", "E", "F", "D", "M", "d", "A", "B",
    "P", "Pn",
    "/h4x", "/-h4x", "/phase:h4x", "/\u{1B}", "bb", "s", "l", "ll", "w", ",", ",,d", "y", "Y", "o", ":h4x", "Ah4x",
  ]

  /// In the whole form all keys under both widths at all sizes; else a sixth of them.
  @Test("Views, layouts, overlays, forms and prompts", arguments: views, [(120, 36), (80, 24), (45, 12)])
  func walk(view: String, size: (Int, Int)) throws {
    var watch = Watch()
    for ambiguous in [AmbiguousWidth.narrow, .wide] where Extent.isWhole || (ambiguous == .wide) == (size.0 != 120) {
      for (place, keys) in Self.keys.enumerated() where Extent.isWhole || (place + size.0 + view.count) % 6 == 0 {
        var scenario = try Scenario(.hostile, view: view, columns: size.0, rows: size.1, ambiguous: ambiguous)
        try scenario.type(keys)
        watch.check(scenario, "\(view) \(keys)")
        try scenario.press(.enter)
        watch.check(scenario, "\(view) \(keys) Enter")
      }
    }
  }

  @Test("Every record, to its end", arguments: ["pillars", "actions", "meetings", "updates", "documents"])
  func records(view: String) throws {
    var watch = Watch()
    var scenario = try Scenario(.hostile, view: view)
    if view == "actions" { try scenario.type("v") }
    for step in 0..<Extent.rounds(12, whole: 70) {
      try scenario.press(.enter)
      watch.check(scenario, "\(view) record \(step)")
      for _ in 0..<6 {
        try scenario.press(.pageDown)
        watch.check(scenario, "\(view) record \(step)")
      }
      try scenario.press(.escape)
      try scenario.type("j")
    }
    #expect(scenario.text.contains(HostileCity.mark))
  }

  @Test("What an error or another process says")
  func notices() throws {
    var watch = Watch()
    for text in HostileCity.sequences {
      var scenario = try Scenario(.hostile)
      try scenario.send(.noticed(Notice(.failure, text)))
      watch.check(scenario, text)
      try scenario.send(.snapshotFailed(reason: text))
      watch.check(scenario, text)
      try scenario.send(.snapshotWritten(path: text))
      watch.check(scenario, text)
      try scenario.send(.input(.paste(text)))
      watch.check(scenario, text)
      try scenario.type("/")
      try scenario.send(.input(.paste(text)))
      watch.check(scenario, text)
    }
  }
}
