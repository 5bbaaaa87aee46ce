import Foundation
import TestSupport
import Testing

@Suite("A presentation in terminals", .serialized, .waiting)
struct PresentationWalkTests {
  @Test(
    "A second terminal follows the presenter page by page, and waits again when it is over", arguments: WalkTests.sizes)
  func follower(size: (Int, Int)) throws {
    let office = try Office()
    defer { try? FileManager.default.removeItem(at: office.folder) }
    let presenter = try TmuxTerminal(
      columns: size.0, rows: size.1, "present hq-5 --store '\(office.store)'", environment: "LC_ALL=C.UTF-8")
    try presenter.waitFor("1 / 4")
    let follower = try TmuxTerminal(
      columns: 60, rows: 18, "present --follow --store '\(office.store)'", environment: "LC_ALL=C.UTF-8")
    try follower.waitFor("1 / 4")
    try presenter.press("Space")
    try presenter.waitFor("2 / 4")
    try follower.waitFor("2 / 4")
    try presenter.press("3", "Enter")
    try follower.waitFor("4 / 4")
    try presenter.press("b")
    try follower.wait("a blank screen") { $0.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
    try presenter.press("n")
    try presenter.waitFor("経過")
    try presenter.press("q")
    try follower.waitFor("発表が始まるのを待っています")
    #expect(!FileManager.default.fileExists(atPath: office.store + ".presentation"))
    try presenter.press("Q")
    try presenter.waitFor("left with 0")
    try follower.press("q")
    try follower.waitFor("left with 0")
  }

  @Test("Nobody follows a presenter that was killed, and the next one is followed again")
  func killed() throws {
    let office = try Office()
    defer { try? FileManager.default.removeItem(at: office.folder) }
    let follower = try TmuxTerminal(
      columns: 60, rows: 18, "present --follow --store '\(office.store)'", environment: "LC_ALL=C.UTF-8")
    try follower.waitFor("発表が始まるのを待っています")
    let presenter = try TmuxTerminal(
      columns: 80, rows: 24, "present hq-5 --store '\(office.store)'", environment: "LC_ALL=C.UTF-8")
    try follower.waitFor("1 / 4")
    kill(try presenter.processID, SIGKILL)
    try follower.waitFor("発表が始まるのを待っています")
    #expect(FileManager.default.fileExists(atPath: office.store + ".presentation"))
    let late = try TmuxTerminal(
      columns: 60, rows: 18, "present --follow --store '\(office.store)'", environment: "LC_ALL=C.UTF-8")
    try late.waitFor("発表が始まるのを待っています")
    let next = try TmuxTerminal(
      columns: 80, rows: 24, "present hq-4 --store '\(office.store)'", environment: "LC_ALL=C.UTF-8")
    try follower.waitFor("1 / 5")
    try late.waitFor("1 / 5")
    // A terminal that is closed takes its presenter along, and the file with it.
    kill(try next.processID, SIGHUP)
    try follower.waitFor("発表が始まるのを待っています")
    #expect(!FileManager.default.fileExists(atPath: office.store + ".presentation"))
  }

  @Test("A kiosk starts no program, opens no file for writing, cannot be suspended, and ends by :q")
  func kiosk() throws {
    let office = try Office()
    defer { try? FileManager.default.removeItem(at: office.folder) }
    let terminal = try TmuxTerminal(
      columns: 80, rows: 24, "present hq-5 --present-only --store '\(office.store)'", environment: "LC_ALL=C.UTF-8")
    try terminal.waitFor("1 / 4")
    let trace = office.folder.path + "/trace"
    let process = try terminal.processID
    let watch = try TmuxTerminal(
      columns: 80, rows: 24, "", environment: "LC_ALL=C.UTF-8",
      program: "strace -f -qq -e trace=execve,openat,open,creat,unlink,rename -o '\(trace)' -p \(process)")
    try watch.wait("the trace to begin") { _ in FileManager.default.fileExists(atPath: trace) }
    let follower = try TmuxTerminal(
      columns: 60, rows: 18, "present --follow --present-only --store '\(office.store)'",
      environment: "LC_ALL=C.UTF-8")
    try follower.waitFor("1 / 4")
    for key in ["e", "x", "C-s", "C-z", "C-c", "q", "Escape", ":", "Space"] { try terminal.press(key) }
    kill(process, SIGTSTP)
    try terminal.press("Right")
    try terminal.waitFor("2 / 4")
    // A kiosk is followed by a file that it opened as it began.
    try follower.waitFor("2 / 4")
    try terminal.type(":q")
    try terminal.press("Enter")
    try terminal.waitFor("left with 0")
    try follower.waitFor("発表が始まるのを待っています")
    let calls = try String(contentsOfFile: trace, encoding: .utf8)
    #expect(!calls.contains("execve") && !calls.contains("O_WRONLY") && !calls.contains("O_RDWR"), "\(calls)")
    #expect(!calls.contains("creat") && !calls.contains("rename"), "\(calls)")
    let removed = calls.split(separator: "\n").filter { $0.contains("unlink") }
    #expect(removed.count == 1 && removed[0].contains("\"\(office.store).presentation\""), "\(removed)")
  }
}
