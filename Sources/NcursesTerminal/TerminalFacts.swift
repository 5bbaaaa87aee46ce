import CNcurses
import Glibc
import TextUI

/// What the terminal is said to be and to do, by `TERM` and its description; nothing is sent to it.
public struct TerminalFacts: Sendable {
  public enum Description: Sendable {
    /// The screen can be drawn on it.
    case fit
    /// It is known, but its cursor cannot be moved.
    case incapable
    case unknown
  }

  /// `TERM` as it is.
  public var name: String
  public var description: Description
  /// `nil` where standard output is no terminal, or one that does not tell.
  public var size: Size?
  public var isInputTerminal: Bool
  public var isOutputTerminal: Bool
  /// 0 where it has none.
  public var colors: Int
  public var hasAlternateScreen: Bool
  public var hasMouse: Bool
  public var hasBracketedPaste: Bool

  /// Of the terminal on the standard streams.
  public init() {
    name = getenv("TERM").map { String(cString: $0) } ?? ""
    isInputTerminal = isatty(STDIN_FILENO) == 1
    isOutputTerminal = isatty(STDOUT_FILENO) == 1
    var (columns, rows): (Int32, Int32) = (0, 0)
    let hasSize = isOutputTerminal && honbu_terminal_size(STDOUT_FILENO, &columns, &rows)
    size = hasSize ? Size(columns: Int(columns), rows: Int(rows)) : nil
    var told = honbu_description()
    switch honbu_describe(STDOUT_FILENO, &told) {
    case HONBU_OPENED: description = .fit
    case HONBU_INCAPABLE_TERMINAL: description = .incapable
    default: description = .unknown
    }
    colors = Int(max(0, told.colors))
    hasAlternateScreen = told.alternate_screen
    hasMouse = told.mouse
    hasBracketedPaste = told.bracketed_paste
  }
}
