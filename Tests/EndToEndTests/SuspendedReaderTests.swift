import Foundation
import TestSupport
import Testing

@Suite("A dashboard that is suspended while it reads", .serialized, .waiting)
struct SuspendedReaderTests {
  /// Lines of the kernel's table of locks that belong to a process.
  private func locks(of process: Int32) throws -> [String] {
    try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n").map(String.init).filter {
      $0.split(separator: " ").contains("\(process)")
    }
  }

  @Test("The table of locks shows one that is held")
  func control() throws {
    let path = FileManager.default.temporaryDirectory.path + "/honbu-lock-\(UUID().uuidString)"
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    try #require(file >= 0)
    defer { unlink(path) }
    var status = stat()
    try #require(fstat(file, &status) == 0)
    // Other tests of the same process may hold locks meanwhile.
    func isShown() throws -> Bool { try locks(of: getpid()).contains { $0.contains(":\(status.st_ino) ") } }
    var lock = flock()
    (lock.l_type, lock.l_whence) = (Int16(F_WRLCK), Int16(SEEK_SET))
    #expect(try !isShown())
    #expect(fcntl(file, F_SETLK, &lock) == 0)
    #expect(try isShown())
    close(file)
  }

  /// Without the wait for the open read, the lock of one of these slices is held in most rounds.
  @Test("While it reads thousands of items slice by slice, it is stopped between two of them")
  func reading() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/honbu-large-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (sheet, store) = (folder + "/items.csv", folder + "/s.sqlite")
    try LargeSheet.text(1...LargeSheet.count).write(toFile: sheet, atomically: true, encoding: .utf8)
    try TmuxTerminal.run([TmuxTerminal.program, "import", sheet, "--kind", "items", "--store", store])
    let rounds = Extent.rounds(5, whole: 50)
    var caught = 0
    for round in 1...rounds {
      let terminal = try TmuxTerminal(columns: 120, rows: 36, "actions --store '\(store)'")
      try terminal.waitFor("条件なし · ")
      let process = try terminal.processID
      // The items come into memory now; what is over by the time that we look is not met.
      for _ in 0..<2_000 where try !locks(of: process).isEmpty {
        caught += 1
        break
      }
      try terminal.press("C-z")
      try terminal.wait("stopped") { _ in RunningProcess(id: process).state == "T" }
      #expect(try locks(of: process).isEmpty, "round \(round)")
      try "id,title\ns\(round),止まっている間に\n".write(toFile: sheet, atomically: true, encoding: .utf8)
      let told = try TmuxTerminal.run([TmuxTerminal.program, "import", sheet, "--store", store])
      #expect(told.contains("として取り込みました"), "round \(round): \(told)")
      kill(process, SIGCONT)
      try terminal.waitFor("r\(1 + round) ")
      try terminal.press("Q")
      try terminal.waitFor("left with 0")
    }
    #expect(caught > 0, "no read was met: the store is too small")
    Extent.report(
      "suspended while \(LargeSheet.count) items are read: \(rounds) of \(rounds) times no lock held, \(caught) times a read was met"
    )
  }

  @Test("It holds no lock, and others write beside it")
  func suspended() throws {
    let office = try Office()
    defer { try? FileManager.default.removeItem(at: office.folder) }
    let terminal = try office.terminal("actions", author: "佐藤")
    try terminal.waitFor("企画中 4")
    let process = try terminal.processID
    let rounds = Extent.rounds(6, whole: 100)
    for round in 1...rounds {
      // A view that has to be read, and ^Z right behind it, in one write.
      try terminal.press("\(1 + round % 6)", "\(1 + (round + 3) % 6)", "C-z")
      try terminal.wait("stopped") { _ in RunningProcess(id: process).state == "T" }
      #expect(try locks(of: process).isEmpty)
      let sheet = office.folder.path + "/\(round).csv"
      try "id,title\ns\(round),止まっている間に\n".write(toFile: sheet, atomically: true, encoding: .utf8)
      #expect(try office.command("import '\(sheet)'").contains("として取り込みました"))
      kill(process, SIGCONT)
      try terminal.waitFor("r\(8 + round) ")
    }
    try terminal.press("Q")
    try terminal.waitFor("left with 0")
    Extent.report(
      "suspended in the middle of reading: \(rounds) of \(rounds) times no lock held, the writer beside it done")
  }
}
