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

  private func isStopped(_ process: Int32) -> Bool {
    (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8))?.contains(") T ") == true
  }

  @Test("The table of locks shows one that is held")
  func control() throws {
    let path = FileManager.default.temporaryDirectory.path + "/honbu-lock-\(UUID().uuidString)"
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    try #require(file >= 0)
    defer { unlink(path) }
    var lock = flock()
    (lock.l_type, lock.l_whence) = (Int16(F_WRLCK), Int16(SEEK_SET))
    let before = try locks(of: getpid()).count
    #expect(fcntl(file, F_SETLK, &lock) == 0)
    #expect(try locks(of: getpid()).count == before + 1)
    close(file)
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
      try terminal.wait("stopped") { _ in isStopped(process) }
      #expect(try locks(of: process).isEmpty)
      let sheet = office.folder.path + "/\(round).csv"
      try "id,title\ns\(round),止まっている間に\n".write(toFile: sheet, atomically: true, encoding: .utf8)
      #expect(try office.command("import '\(sheet)'").contains("として取り込みました"))
      kill(process, SIGCONT)
      try terminal.waitFor("r\(8 + round) ")
    }
    try terminal.press("Q")
    try terminal.waitFor("left with 0")
    print(
      "FIGURE suspended in the middle of reading: \(rounds) of \(rounds) times no lock held, the writer beside it done")
  }
}
