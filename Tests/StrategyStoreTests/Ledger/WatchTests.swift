import Foundation
import StrategyModel
import Testing

@testable import StrategyStore

@Suite("Watching the store")
struct WatchTests {
  private func wait(_ watch: StoreWatch, for wanted: Bool) throws -> Bool {
    var descriptor = pollfd(fd: watch.fileDescriptor, events: Int16(POLLIN), revents: 0)
    while poll(&descriptor, 1, wanted ? 120_000 : 50) > 0 {
      if try watch.drain() { return true }
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
    #expect(try !wait(watch, for: false))
    _ = try ledger.append(draft("2020-02-01", items(1..<2)), today: today)
    #expect(try wait(watch, for: true))
    while try wait(watch, for: false) {}
    #expect(try reader.head() == 2)
    #expect(try !wait(watch, for: false))
  }

  @Test("A restored backup wakes it, other files do not")
  func replaced() throws {
    let scratch = try Scratch()
    _ = try Ledger.create(at: scratch.store, revisions: [draft("2020-01-01", items(0..<1))])
    let watch = try StoreWatch(path: scratch.store)
    _ = try StoreBackup(of: scratch.store, to: scratch.folder + "/copy.sqlite").make()
    #expect(try !wait(watch, for: false))
    #expect(rename(scratch.folder + "/copy.sqlite", scratch.store) == 0)
    #expect(try wait(watch, for: true))
  }

  @Test("A folder that may be searched but not read cannot be watched, and that is said")
  func unreadableFolder() throws {
    let scratch = try Scratch()
    chmod(scratch.folder, 0o711)
    asAnotherUser {
      let error = storeError { try StoreWatch(path: scratch.store) }
      #expect(error == .cannotWatch(path: scratch.folder, detail: "Permission denied"))
      #expect(error?.message == "ほかの人の書き込みに気づけません: \(scratch.folder)（Permission denied。r で読み直せます）")
    }
  }

  @Test("A folder whose rights are taken away while it comes back is told")
  func losesRights() throws {
    let scratch = try Scratch()
    let folder = scratch.folder + "/a"
    let watch = try StoreWatch(path: folder + "/honbu.sqlite")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    chmod(folder, 0o711)
    asAnotherUser {
      #expect(storeError { try watch.drain() } == .cannotWatch(path: folder, detail: "Permission denied"))
    }
    _ = try Ledger.create(at: folder + "/honbu.sqlite", revisions: [draft("2020-01-01", items(0..<1))])
    chmod(folder, 0o755)
    #expect(try StoreReader(path: folder + "/honbu.sqlite").head() == 1)
  }

  @Test("A folder that goes and comes back is found again")
  func folderReturns() throws {
    let scratch = try Scratch()
    let path = scratch.folder + "/a/b/honbu.sqlite"
    let watch = try StoreWatch(path: path)
    _ = try Ledger.create(at: path, revisions: [draft("2020-01-01", items(0..<1))])
    #expect(try wait(watch, for: true))
    try FileManager.default.removeItem(atPath: scratch.folder + "/a")
    #expect(try wait(watch, for: true))
    while try wait(watch, for: false) {}
    _ = try Ledger.create(at: path, revisions: [draft("2020-01-01", items(0..<1))])
    #expect(try wait(watch, for: true))
  }
}
