import Foundation
import StrategyModel
import Testing

@testable import StrategyStore

@Suite("Many at once")
struct SharingTests {
  @Test("Twenty that create at once get one whole store, and none is refused")
  func creationRace() throws {
    for _ in 0..<5 {
      let scratch = try Scratch()
      let path = scratch.store
      let heads = Tally()
      DispatchQueue.concurrentPerform(iterations: 20) { _ in
        do {
          do {
            _ = try Ledger.create(at: path, revisions: [draft("2020-01-01", items(0..<20))])
          } catch StoreError.exists {}
          let ledger = try Ledger.open(path: path)
          heads.add("\(try ledger.head?.number ?? 0) \(try ledger.reader().records(of: .item).count)")
        } catch {
          heads.add("\(error)")
        }
      }
      #expect(heads.all == Array(repeating: "1 20", count: 20))
      #expect(try scratch.names() == ["honbu.sqlite"])
    }
  }

  @Test("Creating never overwrites, and clears what a killed maker left")
  func neverOverwrites() throws {
    let scratch = try Scratch()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: scratch.store))
    let error = storeError { try Ledger.create(at: scratch.store, revisions: []) }
    #expect(error == .exists(path: scratch.store))
    #expect(try scratch.bytes() == Data("mine".utf8))
    let stray = scratch.folder + "/.other.sqlite.123-4.new"
    try Data().write(to: URL(fileURLWithPath: stray))
    _ = try Ledger.create(at: scratch.folder + "/other.sqlite", revisions: [])
    #expect(try scratch.names() == ["honbu.sqlite", "other.sqlite"])
  }

  @Test("Writers queue: no change is lost")
  func writersQueue() throws {
    let scratch = try Scratch()
    let path = scratch.store
    _ = try Ledger.create(at: path, revisions: [draft("2020-01-01", items(0..<1))])
    let faults = Tally()
    DispatchQueue.concurrentPerform(iterations: 4) { writer in
      do {
        let ledger = try Ledger.open(path: path)
        for number in 0..<10 {
          let change = item("w\(writer)-\(number)")
          _ = try ledger.append(draft("2020-01-01", [change]), today: today)
        }
      } catch {
        faults.add("\(error)")
      }
    }
    #expect(faults.all.isEmpty)
    let reader = try StoreReader(path: path)
    #expect(try reader.head() == 41)
    #expect(try reader.records(of: .item).count == 41)
    #expect(try LedgerCheck.faults(path: path).isEmpty)
  }

  @Test("A reader is told at once while another process commits")
  func busyReader() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.create(at: scratch.store, revisions: [draft("2020-01-01", items(0..<1))])
    let reader = try StoreReader(path: scratch.store)
    try ledger.queue.inDatabase { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      let error = storeError { try reader.head() }
      #expect(error == .busy(path: scratch.store))
      #expect(error?.exitCode == 75)
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try reader.head() == 1)
  }

  @Test("A reader that may wait gives up once its time has passed, and goes on once the writer has")
  func waitingReader() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.create(at: scratch.store, revisions: [draft("2020-01-01", items(0..<1))])
    let hasty = try StoreReader(path: scratch.store, busy: .seconds(0.3))
    let patient = try StoreReader(path: scratch.store, busy: .seconds(60))
    let answers = Tally()
    try ledger.queue.inDatabase { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      let begun = DispatchSemaphore(value: 0)
      let thread = try #require(
        OwnThread {
          begun.signal()
          answers.add((try? patient.head()).map { "\($0)" } ?? "none")
        })
      begun.wait()
      #expect(storeError { try hasty.head() } == .busy(path: scratch.store))
      #expect(answers.all.isEmpty)
      try db.execute(sql: "ROLLBACK")
      thread.join()
    }
    #expect(answers.all == ["1"])
    #expect(try hasty.head() == 1)
  }

  @Test("A restored backup is read in place of the file before")
  func restoredBackup() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.create(at: scratch.store, revisions: [draft("2020-01-01", items(0..<1))])
    let copy = scratch.folder + "/copy.sqlite"
    _ = try StoreBackup(of: scratch.store, to: copy).make()
    _ = try ledger.append(draft("2020-02-01", items(1..<2)), today: today)
    let reader = try StoreReader(path: scratch.store)
    #expect(try reader.head() == 2)
    #expect(try LedgerCheck.faults(path: copy).isEmpty)
    #expect(rename(copy, scratch.store) == 0)
    #expect(try reader.head() == 1)
  }
}

final class Tally: @unchecked Sendable {
  private let lock = NSLock()
  private var entries: [String] = []

  func add(_ entry: String) { lock.withLock { entries.append(entry) } }

  var all: [String] { lock.withLock { entries } }
}
