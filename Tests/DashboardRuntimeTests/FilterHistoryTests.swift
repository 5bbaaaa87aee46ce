import Dashboard
import Foundation
import Testing

@testable import DashboardRuntime

@Suite("The file of used filters")
struct FilterHistoryTests {
  let folder: Folder
  let files: PersonalFiles

  init() throws {
    folder = try Folder()
    files = PersonalFiles(environment: ["HOME": folder.path])
  }

  private var name: String { ".local/state/honbu/filter-history" }

  private func put(_ bytes: some Sequence<UInt8>) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/.local/state/honbu", withIntermediateDirectories: true)
    try folder.write(bytes, to: name)
  }

  @Test("It lies where XDG says, and a relative folder in a variable is ignored")
  func places() {
    let files = PersonalFiles(environment: ["HOME": "/h", "XDG_STATE_HOME": "/s", "XDG_CONFIG_HOME": "c"])
    #expect(files.filterHistory == "/s/honbu/filter-history")
    #expect(files.config == "/h/.config/honbu/config.yaml")
    #expect(PersonalFiles(environment: [:]).filterHistory == "/.local/state/honbu/filter-history")
  }

  @Test("Each new filter is a line at the end, for its owner alone; empty and repeated ones are not written")
  func remember() throws {
    let keeper = FilterKeeper(files)
    for filter in ["窓口", "", "  ", "窓口", "phase:検証中 -AI", "窓口"] {
      #expect(keeper.remember(filter).isEmpty)
    }
    #expect(try folder.text(name) == "窓口\nphase:検証中 -AI\n窓口\n")
    #expect(try folder.mode(name) == 0o600)
    for made in [".local", ".local/state", ".local/state/honbu"] { #expect(try folder.mode(made) == 0o700) }
    #expect(
      keeper.read() == [.filterMemoryRead(FilterMemory(history: ["窓口", "phase:検証中 -AI", "窓口"]))])
  }

  @Test("What another terminal wrote meanwhile is kept, and of all the newest 200")
  func limit() throws {
    try put((1...250).map { "f\($0)\r\n" }.joined().utf8)
    let keeper = FilterKeeper(files)
    #expect(keeper.remember("last").isEmpty)
    let lines = try folder.text(name).split(separator: "\n")
    #expect(lines.count == 200)
    #expect(lines.first == "f52" && lines.last == "last")
  }

  @Test("Terminals that store at the same instant lose nothing")
  func together() throws {
    let count = FilterMemory.historyLimit / 4
    let files = files
    // On threads of their own, since each waits for the others.
    let terminals = (1...4).map { terminal in
      let keeper = FilterKeeper(files)
      let thread = pthread(running: { for number in 1...count { _ = keeper.remember("t\(terminal) n\(number)") } })
      return (keeper: keeper, thread: thread)
    }
    for terminal in terminals { pthread_join(terminal.thread, nil) }
    // What met a busy file is written as soon as it is free.
    for terminal in terminals { _ = terminal.keeper.read() }
    let lines = try folder.text(name).split(separator: "\n").map(String.init)
    #expect(lines.count == 4 * count)
    for terminal in 1...4 {
      #expect(lines.filter { $0.hasPrefix("t\(terminal) ") } == (1...count).map { "t\(terminal) n\($0)" })
    }
  }

  @Test("A terminal that was stopped while it wrote keeps no other waiting")
  func stopped() throws {
    try put("a\n".utf8)
    let folderOfFile = String(files.filterHistory.dropLast("/filter-history".count))
    let descriptor = open(folderOfFile, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    #expect(flock(descriptor, LOCK_EX) == 0)
    let notice = Notice(.failure, "\(files.filterHistory) をほかの端末が書いているので、まだ書けません（少し待ってお試しください）")
    let keeper = FilterKeeper(files)
    #expect(keeper.remember("b") == [.noticed(notice)])
    #expect(keeper.read() == [.filterMemoryRead(FilterMemory(history: ["a", "b"]))])
    #expect(try folder.text(name) == "a\n")
    close(descriptor)
    #expect(keeper.remember("c").isEmpty)
    #expect(try folder.text(name) == "a\nb\nc\n")
  }

  @Test("A file that is no text, or too large, is left alone; that is said once")
  func strange() throws {
    let cases: [([UInt8], String)] = [
      ([0xFF, 0x0A], "は UTF-8 の文字ではないので読みません"),
      ([UInt8](repeating: 0x61, count: 1_000_001), "は大きすぎるので読みません（1MBまで）"),
    ]
    for (bytes, reason) in cases {
      try put(bytes)
      let keeper = FilterKeeper(files)
      let notice = Message.noticed(Notice(.failure, "\(files.filterHistory) \(reason)"))
      #expect(keeper.read() == [.filterMemoryRead(FilterMemory()), notice])
      #expect(keeper.read() == [.filterMemoryRead(FilterMemory())])
      #expect(keeper.remember("x").isEmpty)
      #expect(try Data(contentsOf: URL(fileURLWithPath: files.filterHistory)) == Data(bytes))
    }
  }

  @Test("A folder in its place, or one that cannot be made, is a notice and no more")
  func blocked() throws {
    try put([])
    try FileManager.default.removeItem(atPath: files.filterHistory)
    try FileManager.default.createDirectory(atPath: files.filterHistory, withIntermediateDirectories: true)
    let keeper = FilterKeeper(files)
    #expect(keeper.remember("x") == [.noticed(Notice(.failure, "\(files.filterHistory) はふつうのファイルではないので読みません"))])
    #expect(keeper.remember("y").isEmpty)
    let nowhere = FilterKeeper(PersonalFiles(environment: ["HOME": "/dev/null"]))
    let said = nowhere.remember("x")
    #expect(said.count == 1)
    #expect(nowhere.remember("y").isEmpty)
  }
}

/// A thread that is joined by `pthread_join`.
private func pthread(running work: @escaping () -> Void) -> pthread_t {
  final class Box {
    let work: () -> Void

    init(_ work: @escaping () -> Void) { self.work = work }
  }
  var thread = pthread_t()
  let status = pthread_create(
    &thread, nil,
    { argument in
      guard let argument else { return nil }
      Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work()
      return nil
    }, Unmanaged.passRetained(Box(work)).toOpaque())
  precondition(status == 0, "a thread could not be started")
  return thread
}
