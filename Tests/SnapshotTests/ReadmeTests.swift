import Dashboard
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

extension ReadmeTests {
  /// The keys that a row of the table of JSON names, those of objects behind the name of their field.
  private func keys(of row: String, in readme: String) throws -> Set<String> {
    let line = try #require(readme.split(separator: "\n").first { $0.hasPrefix("| \(row) |") }, "\(row)")
    let cell = try #require(line.split(separator: "|").last)
    return Set(cell.matches(of: /`([A-Za-z0-9.]+)`/).map { String($0.1) })
  }

  /// Which row of the table a record is told in.
  private func row(of kind: String, _ item: [String: Any]) -> String? {
    if item["change"] != nil, kind != "touch" { return "any kind in a difference" }
    switch kind {
    case "item": return item["source"] == nil ? "`item` in a list" : "`item` by itself"
    case "measurement", "review": return "`measurement`, `review`"
    case "meeting", "update", "revision": return "`\(kind)`"
    case "pillar", "principle": return "`pillar`, `principle`"
    case "strategy", "plan", "planRevision": return "`strategy`, `plan`, `planRevision`"
    case "document", "term", "figure": return "`document`, `term`, `figure`"
    case "body", "city", "contact", "contradiction": return "`body`, `city`, `contact`, `contradiction`"
    case "reference", "touch", "attention": return "`reference`, `touch`, `attention`"
    default: return nil
    }
  }

  private func keys(of item: [String: Any]) -> Set<String> {
    item.reduce(into: []) { keys, entry in
      keys.insert(entry.key)
      for object in (entry.value as? [Any] ?? [entry.value]).compactMap({ $0 as? [String: Any] }) {
        keys.formUnion(object.keys.map { "\(entry.key).\($0)" })
      }
    }
  }

  @Test("Its table of JSON has every key of every view and record", arguments: [Scenario.Store.sample, .osaka])
  func json(store: Scenario.Store) throws {
    let readme = String(
      decoding: try Data(contentsOf: Golden.folder.deletingLastPathComponent().appending(path: "README.md")),
      as: UTF8.self)
    let (whole, all) = (try keys(of: "the whole", in: readme), try keys(of: "every record", in: readme))
    let (_, reader) = try store.shared()
    let last = try reader.head()
    var places = WrittenView.views.map { $0.replacing("..r8", with: "..r\(last)") }.compactMap {
      Place(viewArgument: $0)
    }
    for kind in RecordKind.allCases { places += try reader.records(of: kind).prefix(12).map { Place(record: $0.key) } }
    places.append(Place(.attention))
    for place in places {
      let view = place.viewArgument
      var options = ItemListOptions()
      if view == "actions" { options.layout = .timeline }
      let text = try WrittenView(place, .json, from: reader, since: view.contains("/") ? nil : 2, options: options).text
      let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(Set(document.keys).subtracting(whole).isEmpty, "\(view)")
      for item in document["items"] as? [[String: Any]] ?? [] {
        let kind = try #require(item["kind"] as? String)
        let row = try #require(self.row(of: kind, item), "\(view): \(kind)")
        var known = all.union(try keys(of: row, in: readme))
        if row == "`item` in a list" {
          known.formUnion(known.filter { $0.hasPrefix("kpi.") }.map { "kpis" + $0.dropFirst(3) })
        }
        let unknown = keys(of: item).subtracting(known).filter {
          !$0.hasPrefix("itemThen.") && !$0.contains("Source.")
        }
        #expect(unknown.isEmpty, "\(view) \(kind): \(unknown.sorted())")
      }
    }
  }
}
