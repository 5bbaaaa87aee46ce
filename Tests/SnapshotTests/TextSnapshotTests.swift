import Crypto
import Dashboard
import Foundation
import StrategyModel
import Testing
import TextUI

@testable import Snapshot

@Suite("A text snapshot")
struct TextSnapshotTests {
  private func header(filter: String? = "柱=データ：2件／23件") throws -> SnapshotHeader {
    let day = try #require(CivilDate(iso: "2021-03-17"))
    return SnapshotHeader(
      title: "取組",
      asOf: Revision(
        number: 12, effective: day, recorded: "2021-03-17T00:00:00Z", author: "x", title: "t",
        contentHash: String(repeating: "0", count: 64), parentHash: String(repeating: "0", count: 64),
        hash: "ab12cd34" + String(repeating: "0", count: 56)),
      city: City(
        id: "osaka", name: "大阪市", headquarters: "大阪市ICT戦略本部", title: "大阪市ICT戦略", source: Source(nil)),
      calendar: .wareki, filterSentence: filter,
      command: "honbu snapshot actions --at r12 --today 2021-03-17 --width 80")
  }

  private func text(_ header: SnapshotHeader, records: [String] = ["{\"id\":\"a\"}"], lines: [String]) throws -> String
  {
    var text = ""
    try write(header, records: records, lines: lines) { text += $0 }
    return text
  }

  private func write(
    _ header: SnapshotHeader, records: [String], lines: [String], page: Int? = nil,
    to sink: @escaping (String) throws -> Void
  ) throws {
    var format = TextFormat(columns: 80, policy: .narrow, pageLines: page)
    var output = SealedOutput(sink)
    var digest = RecordsDigest()
    for record in records { digest.add(line: record) }
    try output.put(format.begin(header))
    for line in lines {
      let kind = line.hasPrefix("== ") ? LineKind.heading : line.hasPrefix("- ") ? .goesOn : .beginsRow
      try output.put(line.hasPrefix("= ") ? format.heading(Line(line)) : format.line(Line(line), kind))
    }
    try output.put(format.end())
    try output.put(format.proof(SnapshotProof(command: header.command, records: digest.hex)))
    try output.put(format.seal(output.digest))
    try output.flush()
  }

  @Test("Its lines stand between what it is and what makes it again")
  func layout() throws {
    let text = try text(try header(), lines: ["一行目  ", "", "二行目　"])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      lines.prefix(9) == [
        "大阪市ICT戦略本部  取組", "r12 (ab12cd34) 令和3年3月17日 時点", "柱=データ：2件／23件", "", "一行目", "", "二行目", "",
        "再作成: honbu snapshot actions --at r12 --today 2021-03-17 --width 80",
      ])
    #expect(lines[9] == "様式: 3")
    #expect(lines[10] == "記録 SHA-256: " + recordsDigest("{\"id\":\"a\"}"))
    let above = lines[..<11].joined(separator: "\n") + "\n"
    #expect(lines[11] == "本文 SHA-256: " + sha256(above))
    #expect(lines[12...] == [""])
  }

  @Test("A view without a filter has no line for one, and an empty view is a snapshot too")
  func noFilter() throws {
    let text = try text(try header(filter: nil), records: [], lines: [])
    #expect(text.hasPrefix("大阪市ICT戦略本部  取組\nr12 (ab12cd34) 令和3年3月17日 時点\n\n\n再作成: "))
    #expect(text.contains("記録 SHA-256: " + recordsDigest()))
  }

  @Test("A long text comes in pieces, and its digest is that of all of them")
  func pieces() throws {
    let lines = (0..<20_000).map { "行\($0) 業務改革 " }
    var pieces: [String] = []
    try write(try header(), records: lines, lines: lines) { pieces.append($0) }
    #expect(pieces.count > 2)
    #expect(SnapshotSeal(of: pieces.joined())?.isBodyIntact == true)
  }

  @Test("Each page stands under the title and the columns' headings, and has no more lines than it may")
  func pages() throws {
    var text = ""
    let lines = ["= 名称  期限"] + (1...50).map { "取組\($0)" }
    try write(try header(), records: [], lines: lines, page: 20) { text += $0 }
    let pages = text.split(separator: "\u{C}").map {
      $0.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
    #expect(pages.count == 4)
    #expect(pages.allSatisfy { $0.count <= 20 })
    for (number, page) in pages.enumerated().dropFirst() {
      #expect(page.first == "大阪市ICT戦略本部  取組  （\(number + 1)ページ）")
      #expect(page.dropFirst().first == "r12 (ab12cd34) 令和3年3月17日 時点")
      #expect(page.contains("= 名称  期限"))
    }
    #expect(pages.flatMap { $0 }.filter { $0.hasPrefix("取組") }.map(String.init) == (1...50).map { "取組\($0)" })
    #expect(SnapshotSeal(of: text)?.isBodyIntact == true)
  }

  @Test("A heading among the rows is never the last of a page, and goes on on the next", arguments: 14...26)
  func groups(page: Int) throws {
    let groups = (1...6).map { group in
      ["", "== 組\(group)"] + (1...(group * 3)).flatMap { ["取組\(group).\($0)", "- その続き"] }
    }
    var text = ""
    try write(try header(), records: [], lines: ["= 名称"] + groups.flatMap { $0 }, page: page) { text += $0 }
    let pages = text.split(separator: "\u{C}").map {
      $0.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
    #expect(pages.count > 2 && pages.allSatisfy { $0.count <= page }, "\(text)")
    for (number, lines) in pages.enumerated() {
      let body = lines.drop { $0 != "= 名称" }.dropFirst().prefix { !$0.hasPrefix("再作成: ") }.filter { !$0.isEmpty }
      let first = try #require(body.first, "\(text)")
      #expect(first.hasPrefix("== ") && !(body.last ?? "").hasPrefix("== "), "\(number): \(lines)")
      for (line, next) in zip(body, body.dropFirst()) where line.hasPrefix("取組") { #expect(next == "- その続き") }
      guard first.hasSuffix("（続き）") else { continue }
      #expect(body.dropFirst().first?.hasPrefix("取組\(first.dropFirst(4).prefix(1)).") == true, "\(lines)")
    }
    let rows = pages.flatMap { $0 }.filter { $0.hasPrefix("取組") || $0.hasPrefix("== ") && !$0.hasSuffix("（続き）") }
    #expect(rows == groups.flatMap { $0 }.filter { !$0.isEmpty && !$0.hasPrefix("-") })
    #expect(SnapshotSeal(of: text)?.isBodyIntact == true)
  }

  @Test("The headings of a table never stand at a page's foot without a row of it", arguments: 12...26)
  func tables(page: Int) throws {
    let tables = (1...7).map { table in
      ["= 段\(table)"] + (1...(table % 4 + 1)).flatMap { ["取組\(table).\($0)", "- 柱", "- 達成率", "", ""] }
    }
    var text = ""
    try write(try header(), records: [], lines: tables.flatMap { $0 }, page: page) { text += $0 }
    let pages = text.split(separator: "\u{C}").map {
      $0.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
    #expect(pages.count > 2 && pages.allSatisfy { $0.count <= page }, "\(text)")
    for lines in pages {
      for (place, line) in lines.enumerated() where line.hasPrefix("= 段") {
        let next = lines[(place + 1)...].first { !$0.isEmpty } ?? ""
        #expect(next.hasPrefix("取組\(line.dropFirst(3))."), "\(lines)")
      }
    }
    #expect(pages.flatMap { $0 }.filter { $0.hasPrefix("取組") } == tables.flatMap { $0 }.filter { $0.hasPrefix("取組") })
    #expect(SnapshotSeal(of: text)?.isBodyIntact == true)
  }

  @Test("The digest of the records is that of a set: neither order nor repetition counts")
  func recordsAreASet() {
    var digest = RecordsDigest()
    let lines = (0..<200).map { "行\($0)" }
    for line in lines.reversed() + lines { digest.add(line: line) }
    #expect(digest.hex == recordsDigest(lines))
    digest.add(line: "行")
    #expect(digest.hex != recordsDigest(lines))
    // So many that those that are there twice are dropped on the way.
    var many = RecordsDigest()
    for number in 0..<70_000 { many.add(line: "行\(number % 200)") }
    #expect(many.hex == recordsDigest(lines))
  }

  @Test("The calendar of the as-of line is the one that is asked for")
  func isoCalendar() throws {
    var header = try header()
    header.calendar = .iso
    #expect(header.asOfLine == "r12 (ab12cd34) 2021-03-17 時点")
  }

  @Test("A fictional city is marked")
  func fictional() throws {
    var header = try header()
    header.city.isFictional = true
    #expect(header.titleLine == "大阪市ICT戦略本部（架空の見本）  取組")
  }

  @Test("A snapshot tells whether its lines were changed")
  func seal() throws {
    let text = try text(try header(), lines: ["達成率 80%"])
    let seal = try #require(SnapshotSeal(of: text))
    #expect(seal.isBodyIntact)
    #expect(seal.command == "honbu snapshot actions --at r12 --today 2021-03-17 --width 80")
    #expect(seal.recordsDigest == recordsDigest("{\"id\":\"a\"}"))
    let forged = text.replacingOccurrences(of: "80%", with: "90%")
    #expect(SnapshotSeal(of: forged)?.isBodyIntact == false)
    #expect(SnapshotSeal(of: "") == nil)
    #expect(SnapshotSeal(of: "ただの文\n") == nil)
    #expect(SnapshotSeal(of: text + "追記\n") == nil)
  }

  @Test("What the writer throws ends the snapshot")
  func failingWriter() throws {
    struct Full: Error {}
    let header = try header()
    #expect(throws: Full.self) { try write(header, records: [], lines: []) { _ in throw Full() } }
  }
}

/// Reckoned the plain way.
private func recordsDigest(_ lines: String...) -> String { recordsDigest(lines) }

private func recordsDigest(_ lines: [String]) -> String {
  let sums = Set(lines).map { Array(SHA256.hash(data: Data("\($0)\n".utf8))) }
  let sorted = sums.sorted { $0.lexicographicallyPrecedes($1) }
  return SHA256.hash(data: sorted.flatMap { $0 }).map { String(format: "%02x", $0) }.joined()
}

func sha256(_ text: String) -> String {
  SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
}
