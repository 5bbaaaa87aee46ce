/// Modes of the terminal that ncurses does not know.
enum Modes {
  static let pasteOn = "\u{1B}[?2004h"
  static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"
  static let off = mouseOff + "\u{1B}[?2004l"

  static func on(mouse: Bool) -> String {
    pasteOn + (mouse ? mouseOn : "")
  }
}
