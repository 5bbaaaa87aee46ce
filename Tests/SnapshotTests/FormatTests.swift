import Dashboard
import Foundation
import StrategyModel
import TestSupport
import Testing
import TextUI

@testable import Snapshot

@Suite("Every format")
struct FormatTests {
  @Test("Each view and kind of record, with its seal: intact, with the command that makes it again")
  func sealed() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    for place in try WrittenView.places(of: reader) {
      let view = place.viewArgument
      for format in SnapshotFormat.allCases {
        let written = try WrittenView(place, format, from: reader)
        let seal = try #require(SnapshotSeal(of: written.outcome.proofBeside ?? written.text), "\(view) \(format)")
        #expect(seal.isOfThisLayout)
        #expect(seal.isBodyIntact && seal.hasOwnDigest == (format == .csv))
        #expect(seal.recordsDigest == written.outcome.recordsDigest)
        let isNamed = seal.command.contains(" --format \(format.rawValue)")
        #expect(isNamed == (format != .text), "\(view) \(format): \(seal.command)")
        #expect(seal.command.hasPrefix("honbu snapshot \(view) --at r8 --today 2026-11-23 --width 100 "))
      }
    }
  }

  @Test("All formats of one view tell of the same records")
  func sameRecords() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    var timeline = ItemListOptions()
    timeline.layout = .timeline
    for place in try WrittenView.places(of: reader) {
      let view = place.viewArgument
      for options in view == "actions" ? [ItemListOptions(), timeline] : [ItemListOptions()] {
        let digests = try SnapshotFormat.allCases.map {
          try WrittenView(place, $0, from: reader, options: options).outcome.recordsDigest
        }
        #expect(Set(digests).count == 1, "\(view)")
      }
    }
  }

  @Test("A filter narrows every format to the same items", arguments: ["phase:検証中", "窓口"])
  func filtered(filter: String) throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    func ids(_ format: SnapshotFormat) throws -> Set<String> {
      let text = try WrittenView("actions", format, from: reader, filter: filter, width: 200).text
      return Set(text.matches(of: /sample-[a-z0-9-]+|it[_-][a-z0-9_-]+/).map { String($0.output) })
    }
    let json = try WrittenView("actions", .json, from: reader, filter: filter)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
    let items = try #require(object["items"] as? [[String: Any]])
    #expect(!items.isEmpty && items.count < 60)
    #expect((object["counts"] as? [String: Any])?["found"] as? Int == items.count)
    let titles = try items.map { try #require($0["title"] as? String) }
    for format in SnapshotFormat.allCases where !format.isDrawn {
      let text = try WrittenView("actions", format, from: reader, filter: filter).text
      #expect(titles.allSatisfy { text.contains($0) }, "\(format)")
    }
  }

  @Test("With a comparison every list marks what changed")
  func marks() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    for view in ["actions", "meetings", "updates"] {
      for format in SnapshotFormat.allCases {
        let text = try WrittenView(view, format, from: reader, since: 1).text
        // A view that counts says nothing of the texts.
        guard !(view == "overview" && format == .csv) else { continue }
        #expect(text.contains(format == .json ? "\"changed\":true" : "●"), "\(view) \(format)")
        let plain = try WrittenView(view, format, from: reader).text
        #expect(!plain.contains(format == .json ? "\"changed\":true" : "●"), "\(view) \(format)")
      }
    }
  }

  @Test("No byte of the data steers a terminal, in any format")
  func control() throws {
    let reader = try HostileStore.make(HostileStore.control)
    for view in HostileStore.views {
      for format in SnapshotFormat.allCases {
        let written = try WrittenView(view, format, from: reader)
        let text = format == .ansi ? written.text.replacing(/\u{1B}\[[0-9;]+m/, with: "") : written.text
        let harmful = text.unicodeScalars.first { scalar in
          !SafeText.isSafe(scalar) && scalar != "\n" && !(format == .csv && ["\r", "\u{FEFF}"].contains(scalar))
        }
        #expect(harmful == nil, "\(view) \(format): \(harmful.debugDescription)")
        #expect(
          text.contains(format == .json ? "\\u202e" : format == .html || format == .svg ? "&lt;U+202E&gt;" : "U+202E"))
      }
    }
  }

  @Test("A long list is written once and in order, in every format")
  func longList() throws {
    let items = (1...1_300).map { ActionItem(id: "i\($0)", title: "取組 \($0)番", phase: .operating) }
    let reader = try Ledgers.of(items.map(Record.item))
    for format in SnapshotFormat.allCases where format != .svg {
      let text = try WrittenView("actions", format, from: reader).text
      let numbers = text.matches(of: /取組 ([0-9]+)番/).compactMap { Int($0.output.1) }
      #expect(numbers == Array(1...1_300), "\(format)")
    }
  }

  @Test("The digest of a long list, reckoned in a thread of its own page by page, is that of all its records at once")
  func longDigest() throws {
    let items = (1...1_300).map { ActionItem(id: "i\($0)", title: "取組 \($0)番", phase: .operating) }
    let reader = try Ledgers.of(items.map(Record.item))
    let question = Question(.items(ItemQuery(filter: ""), ItemSpan(count: 2_000)), today: Scenario.today)
    var plain = RecordsDigest()
    try plain.add(reader.answer(question))
    let text = try WrittenView("actions", .text, from: reader).text
    #expect(text.contains("記録 SHA-256: \(plain.hex)"))
  }

  @Test("Colours only set a look: without them the lines are those of the text")
  func colours() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    for view in WrittenView.views {
      let text = try WrittenView(view, .text, from: reader).lines.dropLast(5)
      let colored = try WrittenView(view, .ansi, from: reader)
      #expect(colored.text.contains("\u{1B}[1m"))
      let bare = colored.lines.map { $0.replacing(/\u{1B}\[[0-9;]+m/, with: "") }.dropLast(5)
      #expect(Array(bare) == Array(text), "\(view)")
      #expect(colored.lines.allSatisfy { !$0.contains("\u{1B}") || $0.contains("\u{1B}[0m") })
    }
  }
}
