import Foundation
import TestSupport
import Testing

@Suite("A dashboard on a large store while another process imports", .serialized, .waiting)
struct LargeStoreTests {
  private static let before = LargeSheet.count
  private static let added = 1000

  private func writeSheet(_ numbers: ClosedRange<Int>, _ terminal: TmuxTerminal) throws -> String {
    let sheet = terminal.home.path + "/\(numbers.lowerBound).csv"
    try LargeSheet.text(numbers).write(toFile: sheet, atomically: true, encoding: .utf8)
    return sheet
  }

  /// How many items there are once so many came, as the screen writes it.
  private static func grouped(_ added: Int) -> String {
    (before + added).formatted(.number.locale(Locale(identifier: "en_US")))
  }

  /// One word in ten.
  private func hits(_ all: Int) -> Int { all / 10 }

  @Test("Typing, refining, clearing, sorting, jumping and paging: counts of before or after, nothing broken")
  func all() throws {
    let terminal = try TmuxTerminal(columns: 120, rows: 36, "import --help")
    try FileManager.default.createDirectory(
      atPath: terminal.home.path + "/data/honbu", withIntermediateDirectories: true)
    let first = try writeSheet(1...Self.before, terminal)
    try TmuxTerminal.run([TmuxTerminal.program, "import", first, "--kind", "items", "--store", terminal.store])
    try terminal.restart("actions")
    try terminal.waitFor("条件なし · \(Self.grouped(0))件")
    try terminal.press("v")
    try terminal.waitFor(" 1/\(Self.grouped(0))")
    try terminal.press("G")
    try terminal.waitFor("\(Self.grouped(0))/\(Self.grouped(0))")

    let status = terminal.home.path + "/status"
    let sheet = try writeSheet((Self.before + 1)...(Self.before + Self.added), terminal)
    let command = "'\(TmuxTerminal.program)' import '\(sheet)' --kind items --store '\(terminal.store)'"
    try TmuxTerminal.run(["sh", "-c", "(\(command); echo $? > '\(status)') > /dev/null 2>&1 &"])
    var rounds = 0
    while !FileManager.default.fileExists(atPath: status) || rounds < 2 {
      try round(terminal)
      rounds += 1
    }
    #expect(try String(contentsOfFile: status, encoding: .utf8) == "0\n")
    try terminal.waitFor("条件なし · \(Self.grouped(Self.added))件")
    try round(terminal)

    // Nobody types: what is selected stays selected, wherever the list moves it.
    try terminal.waitFor(" 3/\(Self.grouped(Self.added))")
    let selected = try #require(selection(try terminal.settled()))
    let more = try writeSheet((Self.before + Self.added + 1)...(Self.before + Self.added + 40), terminal)
    try TmuxTerminal.run([TmuxTerminal.program, "import", more, "--kind", "items", "--store", terminal.store])
    try terminal.waitFor("条件なし · \(Self.grouped(Self.added + 40))件")
    let after = try terminal.settled()
    #expect(selection(after) == selected, "\(after.joined(separator: "\n"))")
    try terminal.press("Q")
  }

  /// Ends as it begins, without a filter.
  private func round(_ terminal: TmuxTerminal) throws {
    try terminal.press("/")
    for letters in ["窓", "口", "の取組 第1"] {
      try terminal.type(letters)
      try check(terminal)
    }
    try terminal.wait("a refined list") { screen in screen.contains { $0.contains("「第1」：") } }
    try check(terminal)
    try terminal.press("Escape")
    try terminal.wait("the whole list") { screen in screen.contains { $0.contains("条件なし · ") } }
    for key in ["s", "S", "G", "PPage", "g", "NPage", "G", "g", "j", "j"] {
      try terminal.press(key)
      try check(terminal)
    }
  }

  private func selection(_ screen: [String]) -> String? { screen.first { $0.contains("▶") } }

  /// A frame may be looked at while the terminal takes it; what stays wrong is wrong.
  private func check(_ terminal: TmuxTerminal) throws {
    try terminal.wait("a screen with nothing wrong on it") { isRight($0) }
  }

  private func isRight(_ screen: [String]) -> Bool {
    let text = screen.joined(separator: "\n")
    // What another process changed is told on a line of its own while something is being typed.
    let rules = text.contains("他の端末で更新されました") && text.contains("絞り込み /") ? 2...3 : 2...2
    guard rules.contains(screen.filter({ $0.hasPrefix("──") }).count), screen.filter({ $0.contains("▶") }).count <= 1,
      !text.contains("\u{FFFD}"), screen.first?.contains("[3]取組") == true
    else { return false }
    let known = [Self.before, Self.before + Self.added]
    let totals = text.matches(of: /(?:／|条件なし · )([0-9,]+)件/).map { Int($0.1.replacing(",", with: "")) ?? 0 }
    let hits = text.matches(of: /「窓口」：([0-9,]+)件／([0-9,]+)件(?! 検索中)/).map {
      (found: Int($0.1.replacing(",", with: "")) ?? 0, total: Int($0.2.replacing(",", with: "")) ?? 0)
    }
    return totals.allSatisfy(known.contains) && hits.allSatisfy { $0.found == self.hits($0.total) }
  }
}
