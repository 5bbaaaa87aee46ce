import Dashboard
import Foundation

/// Copies by OSC 52: the terminal itself puts the text on the clipboard, also over ssh.
public enum Clipboard {
  /// What stands between the program and the terminal, as its environment tells; tmux must be asked how it is set.
  public enum Surrounding: Sendable {
    case tmux
    case screen
    case refusing
    case terminal

    public init(_ variable: (String) -> String?) {
      if variable("TMUX") != nil {
        self = .tmux
      } else if variable("STY") != nil {
        self = .screen
      } else {
        self = variable("TERM_PROGRAM") == "Apple_Terminal" ? .refusing : .terminal
      }
    }
  }

  /// Terminals take about 74 KiB of base64; longer texts are cut by some and ignored by others.
  static let limit = 50_000

  /// The bytes to send, or `nil` when the text is too long.
  static func sequence(for text: String, insideTmux: Bool) -> String? {
    guard text.utf8.count <= limit else { return nil }
    let payload = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}"
    // tmux hands a sequence on when it is wrapped, with each ESC doubled.
    return insideTmux
      ? "\u{1B}Ptmux;" + payload.replacingOccurrences(of: "\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\" + payload
      : payload
  }
}
