import Foundation
import StrategyModel
import Testing

@testable import StrategyStore

@Suite("Watching the store")
struct WatchTests {
  private func wait(_ watch: StoreWatch, for wanted: Bool) -> Bool {
    var descriptor = pollfd(fd: watch.fileDescriptor, events: Int16(POLLIN), revents: 0)
    while poll(&descriptor, 1, wanted ? 2_000 : 50) > 0 {
      if watch.drain() { return true }
    }
    return false
  }

  @Test("A commit from elsewhere wakes it, our own reads do not")
  func wakes() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.create(at: scratch.store, revisions: [draft("2020-01-01", items(0..<1))])
    let watch = try StoreWatch(path: scratch.store)
    let reader = try StoreReader(path: scratch.store)
    for _ in 0..<5 { _ = try reader.answer(Question(.overview, today: today)) }
    _ = try StoreReader(path: scratch.store).head()
    #expect(!wait(watch, for: false))
    _ = try ledger.append(draft("2020-02-01", items(1..<2)), today: today)
    #expect(wait(watch, for: true))
    while wait(watch, for: false) {}
    #expect(try reader.head() == 2)
    #expect(!wait(watch, for: false))
  }

  @Test("A restored backup wakes it, other files do not")
  func replaced() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.create(at: scratch.store, revisions: [draft("2020-01-01", items(0..<1))])
    let watch = try StoreWatch(path: scratch.store)
    try ledger.backup(to: scratch.folder + "/copy.sqlite")
    #expect(!wait(watch, for: false))
    #expect(rename(scratch.folder + "/copy.sqlite", scratch.store) == 0)
    #expect(wait(watch, for: true))
  }

  @Test("A folder that goes and comes back is found again")
  func folderReturns() throws {
    let scratch = try Scratch()
    let path = scratch.folder + "/a/b/honbu.sqlite"
    let watch = try StoreWatch(path: path)
    _ = try Ledger.create(at: path, revisions: [draft("2020-01-01", items(0..<1))])
    #expect(wait(watch, for: true))
    try FileManager.default.removeItem(atPath: scratch.folder + "/a")
    #expect(wait(watch, for: true))
    while wait(watch, for: false) {}
    _ = try Ledger.create(at: path, revisions: [draft("2020-01-01", items(0..<1))])
    #expect(wait(watch, for: true))
  }
}
