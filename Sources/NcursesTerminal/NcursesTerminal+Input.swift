import CNcurses
import Glibc
import TextUI

extension NcursesTerminal {
  /// ncurses reads one byte in a system call, so a paste is read past it.
  private static let pasteBlock = 64 * 1024

  public func readInput() -> [InputEvent] {
    guard phase == .active else { return [] }
    var events: [InputEvent] = []
    var isEmpty = true
    func take(_ input: RawInput) {
      isEmpty = false
      decoder.take(input, &events)
    }
    typedAhead().forEach { take(.byte($0)) }
    while true {
      if decoder.isPasting {
        let block = readBlock()
        if block.isEmpty { break }
        block.forEach { take(.byte($0)) }
        continue
      }
      let value = wgetch(inputPad)
      if value >= 0, value <= 0xFF {
        take(.byte(UInt8(value)))
      } else if value >= 0 {
        if let key = KeyCodes.key(for: value) { take(.key(key)) }
      } else {
        break
      }
    }
    if isEmpty, hasEnded() { take(.ended) }
    decoder.finish(&events)
    return events
  }

  /// What waits in the terminal, nothing when nothing does. Keys after a paste are told from its bytes by the decoder.
  private func readBlock() -> [UInt8] {
    var waiting = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 0) > 0, waiting.revents & Int16(POLLIN) != 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: Self.pasteBlock) { buffer, count in
      count = max(0, read(inputDescriptor, buffer.baseAddress, buffer.count))
    }
  }

  /// ncurses does not tell the end of input from the lack of it.
  private func hasEnded() -> Bool {
    var waiting = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 0) > 0 else { return false }
    if waiting.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return true }
    var available: Int32 = 0
    return ioctl(inputDescriptor, UInt(FIONREAD), &available) != 0
  }

  /// What was typed while the terminal was asked for its widths.
  private func typedAhead() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = honbu_take_typed_ahead(&bytes, bytes.count)
    return Array(bytes.prefix(count))
  }
}
