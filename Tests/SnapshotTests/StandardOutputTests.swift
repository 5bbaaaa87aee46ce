import Foundation
import Snapshot
import Testing

@Suite("Standard output")
struct StandardOutputTests {
  @Test("Everything is written, however much and however slowly it is read")
  func large() {
    var ends: [Int32] = [0, 0]
    // Not inherited by a program that another test starts meanwhile: the reader would never see the end.
    #expect(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    for end in ends { #expect(fcntl(end, F_SETFD, FD_CLOEXEC) == 0) }
    // A pipe that answers "later" when it is full, as a terminal's may.
    #expect(fcntl(writing, F_SETFL, O_NONBLOCK) == 0)
    let text = String(repeating: "大阪市ICT戦略\n", count: 50_000)
    // A thread, not a task: a task would wait for the one that this test holds.
    Thread.detachNewThread {
      defer { close(writing) }
      #expect(throws: Never.self) { try StandardOutput.write(text, to: writing) }
    }
    let read = FileHandle(fileDescriptor: reading, closeOnDealloc: true).readDataToEndOfFile()
    #expect(read == Data(text.utf8))
  }

  @Test("A full disk is an error")
  func full() throws {
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let error = OutputError.standardOutput(errno: ENOSPC)
    #expect(throws: error) { try StandardOutput.write("x", to: descriptor) }
    #expect(error.message == "標準出力に書き込めません（ディスクの空きがありません）")
    #expect(error.exitCode == 74)
  }

  @Test("A closed output is an error")
  func closed() {
    let error = OutputError.standardOutput(errno: EBADF)
    #expect(throws: error) { try StandardOutput.write("x", to: 9999) }
    #expect(error.message == "標準出力に書き込めません（閉じられています）")
  }

  @Test("A reader that has gone ends the writing quietly")
  func readerGone() throws {
    StandardOutput.prepare()
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    #expect(throws: OutputError.readerGone) { try StandardOutput.write("x", to: ends[1]) }
    #expect(OutputError.readerGone.message.isEmpty)
    #expect(OutputError.readerGone.exitCode == 0)
  }

  @Test("Nothing to write is no error, even where nothing can be written")
  func nothing() throws { try StandardOutput.write("", to: 9999) }
}
