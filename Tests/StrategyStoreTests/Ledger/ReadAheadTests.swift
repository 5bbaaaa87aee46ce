import Foundation
import StrategyModel
import TestSupport
import Testing

@testable import StrategyStore

@Suite("Windows on a list from memory")
struct ReadAheadTests {
  private func question(_ start: Int, _ sort: ItemSort = .title, revision: Int? = nil, day: CivilDate = today)
    -> Question
  {
    Question(.items(ItemQuery(sort: sort), ItemSpan(.position(start), count: 20)), revision: revision, today: day)
  }

  @Test("What comes from memory is what another reader finds in the file", arguments: 1...4)
  func equalsFile(seed: UInt64) throws {
    var random = RandomLedger(seed: seed)
    let drafts = random.drafts(12)
    let (ledger, reader) = try Ledger.inMemory(
      revisions: Array(drafts.prefix(4)) + [draft("2029-01-01", items(1..<300))])
    var fromMemory = 0
    for step in 0..<300 {
      let head = try ledger.reader().head()
      let revision = random.number(below: 4) == 0 ? 1 + random.number(below: head) : nil
      let day = today.adding(days: random.number(below: 20) == 0 ? 1 : 0)
      let question = question(
        random.number(below: 16) * 20, [.title, .due][random.number(below: 2)], revision: revision, day: day)
      let fresh = try ledger.reader().answer(question)
      if let known = reader.answerFromMemory(question, head: head) {
        fromMemory += 1
        #expect(known == fresh)
      }
      let answer = try reader.answer(question)
      #expect(answer == fresh)
      for nearby in StoreReader.Nearby.allCases { try reader.readAhead(nearby, of: answer) }
      if step.isMultiple(of: 40) {
        _ = try ledger.append(draft("2030-01-01", [item("i\(step)", "改めた取組\(step)")]), today: civil("2031-01-01"))
      }
    }
    #expect(fromMemory > 20)
  }

  @Test("After a page was read, the next, the previous, the first, the last and the turned one need no reading")
  func nearby() throws {
    let (_, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", items(1..<300))])
    #expect(reader.answerFromMemory(question(40), head: 1) == nil)
    while try !reader.fillArena() {}
    let answer = try reader.answer(question(100))
    for start in [120, 80, 0, 279] { #expect(reader.answerFromMemory(question(start), head: 1) == nil) }
    for nearby in StoreReader.Nearby.allCases { try reader.readAhead(nearby, of: answer) }
    for start in [120, 80, 0, 279] { #expect(reader.answerFromMemory(question(start), head: 1) != nil, "\(start)") }
    let turned = Question(
      .items(ItemQuery(sort: .title, isDescending: true), ItemSpan(.position(0), count: 20)), today: today)
    #expect(try reader.answerFromMemory(turned, head: 1) == reader.answer(turned))
    // What another process wrote is asked of the file.
    #expect(reader.answerFromMemory(question(100), head: 2) == nil)
    #expect(reader.answerFromMemory(question(100, .due), head: 1) == nil)
  }

  @Test("A store that was put in the place of another is read anew")
  func replaced() throws {
    let scratch = try Scratch()
    let other = try Scratch()
    _ = try Ledger.create(at: scratch.store, revisions: [draft("2020-01-01", items(1..<40))])
    _ = try Ledger.create(at: other.store, revisions: [draft("2020-01-01", items(1..<40, suffix: "別"))])
    let reader = try StoreReader(path: scratch.store)
    _ = try reader.answer(question(0))
    #expect(reader.answerFromMemory(question(0), head: 1) != nil)
    #expect(rename(other.store, scratch.store) == 0)
    #expect(reader.answerFromMemory(question(0), head: 1) == nil)
  }
}
