import Foundation
import StrategyModel
import Synchronization
import Testing

@testable import honbu

@Suite("Pages that are read ahead")
struct AheadReaderTests {
  /// Answers pages of a list of 1,000 items, and keeps which it was asked for by another thread than the test's.
  private final class Store: Sendable {
    private let asked = Mutex<[(start: Int, isAhead: Bool)]>([])

    var starts: [Int] { asked.withLock { $0.map(\.start) } }
    /// Places of the pages that nobody waited for when they were begun.
    var ahead: [Int] { asked.withLock { $0.filter(\.isAhead).map(\.start) } }

    func answer(_ question: Question, _ reader: pthread_t) throws -> Answer {
      guard case .items(_, let span) = question.topic, case .position(let start) = span.anchor else {
        throw CocoaError(.featureUnsupported)
      }
      asked.withLock { $0.append((start, pthread_equal(pthread_self(), reader) == 0)) }
      guard start != 700 else { throw CocoaError(.fileReadUnknown) }
      let rows = (start..<min(start + span.count, 1000)).map { ItemRow(id: "i\($0)", title: "取組\($0)", since: 1) }
      let content = Answer.Content.items(ItemPage(total: 1000, unfiltered: 1000, start: start, rows: rows))
      let revision = Revision(
        number: 1, effective: question.today, recorded: "", author: "", title: "", contentHash: "", parentHash: "",
        hash: "")
      let city = City(id: "c", name: "見本市", headquarters: "本部", title: "", source: Source(nil))
      return Answer(question: question, asOf: revision, head: 1, city: city, content: content)
    }
  }

  private let store = Store()
  private let today = CivilDate(dayNumber: 20_000)

  private func page(_ number: Int, revision: Int? = 1) -> Question {
    Question(.items(ItemQuery(), ItemSpan(.position(number * 100), count: 100)), revision: revision, today: today)
  }

  private func reader() -> AheadReader {
    let (store, own) = (store, pthread_self())
    return AheadReader { try store.answer($0, own) }
  }

  @Test(
    "In whatever order pages are asked for, each answer is the plain one",
    arguments: [[0, 1, 0, 1, 2], [0, 2, 1, 6, 0], [3, 3, 4]])
  func orders(pages: [Int]) throws {
    let reader = reader()
    for number in pages { #expect(try reader.answer(page(number)) == store.answer(page(number), pthread_self())) }
  }

  @Test("A look without a revision, or at another page, does not end the reading ahead")
  func goesOn() throws {
    let reader = reader()
    for question in [page(0, revision: nil), page(0), page(1), page(0), page(1), page(2), page(3), page(4)] {
      _ = try reader.answer(question)
    }
    // Only the first look, the first page and the return to it were waited for.
    #expect(store.starts.count { $0 == 0 } == 3 && store.ahead.filter { $0 == 0 } == [])
    #expect(Set([100, 200, 300, 400]).isSubset(of: store.ahead))
    #expect(store.starts.filter { $0 >= 100 }.sorted() == store.ahead.sorted())
  }

  @Test("What fails ahead fails when it is asked for, and not before")
  func failure() throws {
    let reader = reader()
    for number in 4...6 { _ = try reader.answer(page(number)) }
    #expect(throws: CocoaError.self) { try reader.answer(page(7)) }
    #expect(try reader.answer(page(8)).content == store.answer(page(8), pthread_self()).content)
  }
}
