import Foundation
import StrategyModel
import StrategyStore
import TestSupport
import Testing

/// B4, scenario 4: who saves later is told, and what either wrote can be had again.
@Suite("Two who correct one item at once", .serialized, .waiting)
struct LostEditTests {
  /// When the file comes in that has the item no more.
  enum Retiring: CaseIterable {
    case never, beforeBoth, between
  }

  /// What somebody does who is told that another was first.
  enum Answer: CaseIterable {
    case decides, leavesIt
  }

  struct Story: CustomStringConvertible {
    /// Who opens first, and who saves first, as indices; nobody where both save at the same moment.
    var opensFirst: Int
    var savesFirst: Int?
    /// The field that each of them changes.
    var fields: [String]
    var retiring: Retiring
    var answer: Answer

    var description: String {
      "opens \(opensFirst), saves \(savesFirst.map(String.init) ?? "both"), \(fields), \(retiring), \(answer)"
    }
  }

  /// The orders with everything that may come of them.
  private static let stories: [Story] = [0, 1].flatMap { opensFirst in
    [0, 1, nil].flatMap { savesFirst in
      [["summary", "note"], ["summary", "summary"]].flatMap { fields in
        Retiring.allCases.flatMap { retiring in
          Answer.allCases.map {
            Story(opensFirst: opensFirst, savesFirst: savesFirst, fields: fields, retiring: retiring, answer: $0)
          }
        }
      }
    }
  }

  /// One item that two have open, and the file that retires it.
  private final class Desk {
    let folder: String
    var store: String { folder + "/s.sqlite" }
    let people: [Person]

    init() throws {
      folder = FileManager.default.temporaryDirectory.path + "/honbu-desk-\(UUID().uuidString.prefix(8))"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let heading = "id,title,summary\n"
      try (heading + "x,窓口,もとの概要\ny,別の取組,\n").write(
        toFile: folder + "/both.csv", atomically: true, encoding: .utf8)
      try (heading + "y,別の取組,\n").write(toFile: folder + "/one.csv", atomically: true, encoding: .utf8)
      let made = try TmuxTerminal.run([
        TmuxTerminal.program, "import", folder + "/both.csv", "--store", folder + "/s.sqlite", "--today", "2026-11-01",
      ])
      try #require(made.contains("取り込みました"))
      let (folder, store) = (folder, folder + "/s.sqlite")
      people = try ["佐藤", "田中"].map { try Person($0, at: "x", of: store, folder: folder) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func retire() throws {
      let told = try TmuxTerminal.run([
        TmuxTerminal.program, "import", folder + "/one.csv", "--replace", "--author", "表", "--title", "表から消えた",
        "--store", store, "--today", "2026-11-26",
      ])
      try #require(told.contains("取り込みました"), "\(told)")
    }
  }

  /// What was told and what became of it.
  private struct Tally {
    var told = 0
    var merged = 0
    var kept = 0
    var alone = 0
  }

  @Test("Whatever the order, the later one is told, both texts can be had again, and the history has what won")
  func orders() throws {
    let rounds = Extent.rounds(6, whole: 100)
    var tally = Tally()
    // A step that meets all 72 of them, and few of each kind where few are tried.
    for round in 0..<rounds { try play(Self.stories[round * 29 % Self.stories.count], &tally) }
    Extent.report(
      "two editors on one item, \(rounds) interleavings: \(tally.alone) saves met nobody; told \(tally.told) times, then "
        + "\(tally.merged) saved on top and \(tally.kept) kept as a file")
    #expect(tally.told >= rounds && tally.merged > 0 && tally.kept > 0)
  }

  private func play(_ story: Story, _ tally: inout Tally) throws {
    let desk = try Desk()
    let people = desk.people
    // They share no character with each other or with what was there, so a difference shows them whole.
    let texts = ["甲乙丙丁", "子丑寅卯"]
    for index in [story.opensFirst, 1 - story.opensFirst] {
      let text = try people[index].beginEditing()
      #expect(text.contains("もとの概要") && !text.contains("# ※"), "\(story)")
    }
    if story.retiring == .beforeBoth { try desk.retire() }
    if let first = story.savesFirst {
      try save(people[first], texts[first], desk, story, isOvertaken: story.retiring == .beforeBoth, &tally)
      if story.retiring == .between { try desk.retire() }
      let later = people[1 - first]
      try save(later, texts[1 - first], desk, story, isOvertaken: true, &tally)
    } else {
      try saveTogether(desk, texts, story, &tally)
    }
    let check = try TmuxTerminal.run([TmuxTerminal.program, "check", "--store", desk.store])
    #expect(check.contains("台帳に誤りはありません"), "\(story): \(check)")
    for person in people { try person.leave() }
  }

  private func order(_ person: Person, _ text: String, _ story: Story, _ desk: Desk) -> String {
    let field = story.fields[desk.people.firstIndex { $0 === person } ?? 0]
    return "sed -i 's/^#* *\(field):.*/\(field): \(text)/' \"$1\""
  }

  /// One saves while the other's editor is open.
  private func save(
    _ person: Person, _ text: String, _ desk: Desk, _ story: Story, isOvertaken: Bool, _ tally: inout Tally
  ) throws {
    let head = try StoreReader(path: desk.store).head()
    person.save(order(person, text, story, desk))
    guard isOvertaken else {
      tally.alone += 1
      return try expectWritten(person, text, desk, story, after: head)
    }
    try answer(person, text, desk, story, after: head, &tally)
  }

  /// Both save at the same moment: one of them is first, the other is told.
  private func saveTogether(_ desk: Desk, _ texts: [String], _ story: Story, _ tally: inout Tally) throws {
    let isRetired = story.retiring == .beforeBoth
    let head = try StoreReader(path: desk.store).head()
    for (person, text) in zip(desk.people, texts) { person.save(order(person, text, story, desk)) }
    guard !isRetired else {
      // Both were told of the retiring; one after the other answers.
      for (person, text) in zip(desk.people, texts) {
        try answer(person, text, desk, story, after: try StoreReader(path: desk.store).head(), &tally)
      }
      return
    }
    var told: Person?
    try desk.people[0].terminal.wait("one of the two is told") { _ in
      desk.people[1].terminal.pump(0)
      told = desk.people.first(where: \.isShown)
      return told != nil
    }
    let later = try #require(told)
    let index = try #require(desk.people.firstIndex { $0 === later })
    try expectWritten(desk.people[1 - index], texts[1 - index], desk, story, after: head)
    tally.alone += 1
    if story.retiring == .between { try desk.retire() }
    try answer(later, texts[index], desk, story, after: try StoreReader(path: desk.store).head(), &tally)
  }

  /// Somebody is shown what another did, perhaps more than once, and answers.
  private func answer(
    _ person: Person, _ text: String, _ desk: Desk, _ story: Story, after head: Int, _ tally: inout Tally
  ) throws {
    var shown = try person.next()
    while true {
      tally.told += 1
      let others = desk.people.filter { $0 !== person }.map(\.name) + ["表"]
      #expect(shown.contains(text), "\(story): one's own text is in the editor again\n\(shown)")
      #expect(
        others.contains { shown.contains("\($0)が先に保存しました") || shown.contains("\($0)が、この記録を先に廃止しました") },
        "\(story)\n\(shown)")
      guard story.answer == .decides || !shown.contains("# ≠") else { break }
      // Somebody else may have been quicker once more, and then that is told too.
      let last = try StoreReader(path: desk.store).head()
      person.save("sed -i '/^# ≠/d' \"$1\"")
      try person.terminal.wait("an end or another text") { _ in
        person.isShown || (try? StoreReader(path: desk.store).head()).map { $0 > last } == true
      }
      guard person.isShown else {
        tally.merged += 1
        return try expectWritten(person, text, desk, story, after: head)
      }
      shown = try person.next()
    }
    person.save(":")
    try person.terminal.waitFor("書き込んでいません")
    let draft = try person.draft()
    let kept = try String(contentsOfFile: draft, encoding: .utf8)
    #expect(kept.contains(text), "\(story): \(kept)")
    #expect(try StoreReader(path: desk.store).head() == head, "\(story)")
    tally.kept += 1
  }

  /// The screen says so, the history tells who wrote, and the record of that revision has the text, whatever came since.
  private func expectWritten(
    _ person: Person, _ text: String, _ desk: Desk, _ story: Story, after head: Int
  ) throws {
    try person.terminal.wait("what was written") { screen in
      screen.contains("に書き込みました") || screen.contains("他の端末で更新されました")
    }
    let reader = try StoreReader(path: desk.store)
    let own = try reader.revisions().filter { $0.author == person.name }
    let revision = try #require(own.last, "\(story)")
    #expect(own.count == 1 && revision.number > head, "\(story): \(own)")
    let key = RecordKey(.item, "x")
    guard case .item(let item)? = try reader.record(key, asOf: revision.number) else {
      Issue.record("\(story): the item is not in r\(revision.number)")
      return
    }
    #expect([item.summary, item.note].contains(text), "\(story): \(item)")
    let log = try TmuxTerminal.run([TmuxTerminal.program, "log", "--store", desk.store])
    #expect(log.split(separator: "\n").contains { $0.contains("r\(revision.number) ") && $0.contains(person.name) })
    let words = ["diff", "r\(revision.number - 1)", "r\(revision.number)", "--store", desk.store]
    let difference = try TmuxTerminal.run([TmuxTerminal.program] + words)
    // A record that was not there is told as one, by its title.
    let wasThere = try reader.record(key, asOf: revision.number - 1) != nil
    #expect(difference.contains(wasThere ? text : "窓口"), "\(story): \(difference)")
  }
}
