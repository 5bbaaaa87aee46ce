import TestSupport

/// The bytes that a program sent to a terminal, judged: only what ncurses and our modes need, and text that shows.
struct TerminalStream {
  /// What is wrong, each with what stands around it.
  private(set) var faults: [String] = []
  /// What was put on the clipboard, as it was sent.
  private(set) var copies: [String] = []
  private(set) var modes: Set<String> = []

  private let bytes: [UInt8]

  /// Finals of the control sequences that terminfo has for drawing (`infocmp -1 xterm-256color`).
  private static let drawing = Set("ABCDGHJKLMPSTXb@dmrh l".utf8)
  /// Private modes: alternate screen, cursor keys, wrapping, blinking, cursor, mouse and its form, paste.
  private static let privateModes: Set<String> = ["1049", "1", "7", "12", "25", "1000", "1006", "2004"]
  private static let controls: Set<UInt8> = [0x08, 0x0A, 0x0D]

  private let isDrawn: Bool

  /// - Parameter isDrawn: by ncurses in cells; else written line by line, as exports are.
  init(_ bytes: [UInt8], isDrawn: Bool = true) {
    self.bytes = bytes
    self.isDrawn = isDrawn
    read()
  }

  private mutating func read() {
    // A terminal of eight bits would take a byte of 0x80 to 0x9F for a control, so the whole must be UTF-8.
    if String(validating: bytes, as: UTF8.self) == nil { faults.append("bytes that are no UTF-8") }
    let text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var place = 0
    while place < text.count {
      let scalar = text[place]
      if scalar.value == 0x1B {
        place = sequence(text, at: place)
        continue
      }
      let isControl = scalar.value < 0x80 && Self.controls.contains(UInt8(scalar.value))
      if !isControl, VisibleText.isHostile(scalar, isDrawn: isDrawn) { fault(text, place) }
      // Drawing moves by one to four of these at a time, and the data by more.
      if isControl, isLongMove(text[place...]) { fault(text, place) }
      place += 1
    }
  }

  private func isLongMove(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let moves = [String(repeating: "\u{8}", count: 6), "\r\r"] + (isDrawn ? ["\r\n\r\n"] : [])
    return moves.contains { rest.starts(with: $0.unicodeScalars) }
  }

  private mutating func fault(_ text: [Unicode.Scalar], _ place: Int) {
    let around = text[max(0, place - 12)..<min(text.count, place + 24)]
    faults.append("\(place): " + around.map { $0.escaped(asASCII: true) }.joined())
  }

  private mutating func sequence(_ text: [Unicode.Scalar], at start: Int) -> Int {
    guard start + 1 < text.count else { return text.count }
    switch text[start + 1] {
    case "[":
      guard let end = text[(start + 2)...].firstIndex(where: { (0x40...0x7E).contains($0.value) }) else {
        return text.count
      }
      let body = String(String.UnicodeScalarView(text[(start + 2)..<end]))
      if !isExpected(body, text[end]) { fault(text, start) }
      return end + 1
    case "]":
      guard let end = text[start...].firstIndex(of: "\u{7}") else {
        fault(text, start)
        return text.count
      }
      let body = String(String.UnicodeScalarView(text[(start + 2)..<end]))
      if body.hasPrefix("52;c;") { copies.append(String(body.dropFirst(5))) } else { fault(text, start) }
      return end + 1
    // Character sets, keypad, reverse index, cursor kept and restored.
    case "(", ")": return start + 3
    case "=", ">", "M", "7", "8": return start + 2
    default:
      fault(text, start)
      return start + 2
    }
  }

  private mutating func isExpected(_ body: String, _ final: Unicode.Scalar) -> Bool {
    if body.hasPrefix("?") {
      guard final == "h" || final == "l" else { return false }
      for mode in body.dropFirst().split(separator: ";") {
        guard Self.privateModes.contains(String(mode)) else { return false }
        modes.insert(mode + String(final))
      }
      return true
    }
    // xterm keeps its title beside the alternate screen, and brings it back.
    if final == "t" { return body == "22;0;0" || body == "23;0;0" }
    // Where the cursor is, to measure how wide the terminal draws.
    if final == "n" { return body == "6" && !isDrawn }
    if final == "h" || final == "l" { return body == "4" }
    let numbers = body.split(separator: ";").map { Int($0) }
    guard numbers.allSatisfy({ $0.map { $0 <= 1000 } ?? false }), final.isASCII else { return false }
    return Self.drawing.contains(UInt8(final.value))
  }
}
