import Foundation
import GRDB
import StrategyModel
import Testing

@testable import StrategyStore

@Suite("Backups")
struct BackupTests {
  /// A store that takes several steps to copy.
  private func store(_ scratch: Scratch) throws -> Ledger {
    let text = String(repeating: "来庁せずにできる手続きを増やす。", count: 160)
    let many = (0..<1_500).map { number in item("i\(number)") { $0.summary = "\(number)\(text)" } }
    return try Ledger.create(at: scratch.store, revisions: [draft("2020-01-01", many)])
  }

  @Test("A copy that commits overtake again and again is made in one piece at last")
  func overtaken() throws {
    let scratch = try Scratch()
    let ledger = try store(scratch)
    let copy = scratch.folder + "/copy.sqlite"
    let log = Tally()
    let outcome = try StoreBackup(of: scratch.store, to: copy).make { step in
      guard case .copying = step else { return }
      do {
        let change = item("new\(log.all.count)")
        guard case .appended(let revision) = try ledger.append(draft("2020-02-01", [change]), today: today) else {
          return log.add("nothing appended")
        }
        log.add("\(revision.number)")
      } catch {
        log.add("\(error)")
      }
    }
    // The head while it was copied, with nobody writing any more.
    let last = try #require(log.all.last.flatMap(Int.init))
    #expect(log.all == (2...last).map(String.init) && last > 3)
    guard case .made(let revision?) = outcome else { Issue.record("\(outcome)"); return }
    #expect(revision.number == last)
    #expect(try StoreReader(path: copy).head() == last && LedgerCheck.faults(path: copy).isEmpty)
    #expect(try scratch.names() == ["copy.sqlite", "honbu.sqlite"])
  }

  @Test("What a large import has staged is not in it, and its claim neither")
  func staged() throws {
    let scratch = try Scratch()
    let ledger = try store(scratch)
    let copy = scratch.folder + "/copy.sqlite"
    let limits = StagedImport.Limits(atOnce: 10, rows: 10, most: 10, diesAfter: 3)
    #expect(throws: (any Error).self) {
      try ledger.append(
        draft("2020-02-01", items(0..<100, suffix: "新")), today: today, expectedHead: nil, progress: nil, limits: limits
      )
    }
    _ = try StoreBackup(of: scratch.store, to: copy).make()
    let queue = try StoreConnection.reader(.file(copy), busy: .immediate)
    let staged = try queue.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM version WHERE since > 1 OR until = 2")
    }
    #expect(staged == 0)
    #expect(try queue.read { db in try !WriterClaim.isClaimed(db) })
    #expect(try LedgerCheck.faults(path: copy).isEmpty)
    // The store itself is as the killed import left it, until the next writer.
    let own = try StoreConnection.reader(.file(scratch.store), busy: .immediate)
    #expect(try own.read { db in try WriterClaim.isClaimed(db) })
  }
}
