import Dashboard
import Foundation
import StrategyModel
import TestSupport
import Testing

@testable import Snapshot

@Suite("JSON")
struct JSONTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("Every view is schema 1 with its records under one key, each with its kind and id")
  func schema() throws {
    let (_, reader) = try Scenario.Store.sample.shared()
    for place in try WrittenView.places(of: reader) {
      let view = place.viewArgument
      let written = try WrittenView(place, .json, from: reader)
      #expect(written.text.hasPrefix("{\"schema\":1,\"view\":\"\(view.split(separator: "/")[0])\","))
      let object = try object(written.text)
      #expect(object["revision"] as? Int == 8)
      #expect((object["hash"] as? String)?.count == 64)
      let items = try #require(object["items"] as? [[String: Any]], "\(view)")
      #expect(!items.isEmpty, "\(view)")
      for item in items { #expect(item["kind"] is String && (item["id"] ?? item["number"]) != nil, "\(view): \(item)") }
      if view.contains("/"), !view.hasPrefix("diff"), !view.hasPrefix("updates/r") {
        #expect(items.first?["id"] as? String == object["id"] as? String, "\(view)")
      }
    }
  }

  @Test("Any text comes back as it was")
  func texts() throws {
    for text in [HostileStore.markup, HostileStore.control, "改行\nと\tタブ\\と\"引用\""] {
      let reader = try HostileStore.make(text)
      let items = try #require(
        try object(try WrittenView("actions", .json, from: reader).text)["items"] as? [[String: Any]])
      #expect(items.first?["title"] as? String == text)
      let record = try #require(
        try object(try WrittenView("actions/i", .json, from: reader).text)["items"] as? [[String: Any]])
      #expect(record.first?["summary"] as? String == text)
    }
  }

  @Test("Items have codes and numbers, and say what was inferred")
  func items() throws {
    let (_, reader) = try Scenario.Store.osaka.shared()
    let items = try #require(
      try object(try WrittenView("actions", .json, from: reader).text)["items"] as? [[String: Any]])
    let item = try #require(items.first { $0["id"] as? String == "it_koseki_ai" })
    #expect(item["phase"] as? String == "verifying" && item["phaseDerived"] as? Bool == true)
    let kpi = try #require(item["kpi"] as? [String: Any])
    #expect(kpi["measured"] as? Double == 2 && kpi["measuredOn"] as? String == "2018-03")
    #expect(items.count == 23)
  }

  @Test("A document has all its fields, its own kind under another name")
  func documents() throws {
    let document = Document(
      id: "d", title: "資料", kind: "指針", date: .year(2020), posted: CivilDate(iso: "2020-01-01"), revised: .year(2021),
      related: ["x"], relatedConfidence: .derived, availability: "全文", note: "注", source: Source("s"))
    let own = try object(try JSONText.of(document))
    var entry = try object(try JSONText.of(DocumentEntry(document)))
    #expect(entry["type"] as? String == "指針" && entry["kind"] == nil)
    entry["kind"] = entry.removeValue(forKey: "type")
    #expect(NSDictionary(dictionary: entry) == NSDictionary(dictionary: own))
  }
}
