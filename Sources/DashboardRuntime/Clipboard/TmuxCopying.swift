import Dashboard

/// What tmux is set to do with texts that programs copy.
public struct TmuxCopying: Sendable {
  /// `set-clipboard`: what programs send goes on to the terminal when it is `on`; otherwise tmux keeps it.
  public var accepts: String
  /// `allow-passthrough`; empty in tmux before 3.3, which has no such option and lets all through.
  public var passes: String

  public init(accepts: String, passes: String) {
    self.accepts = accepts
    self.passes = passes
  }

  public var arrives: Bool { accepts == "on" || passes != "off" }

  /// Asks the tmux in which the program runs, which takes a few milliseconds.
  ///
  /// - Returns: `nil` where it does not tell.
  public static func asked() -> TmuxCopying? {
    guard let accepts = ToolOutput.line(["tmux", "show-options", "-sqv", "set-clipboard"]),
      let passes = ToolOutput.line(["tmux", "show-options", "-Apqv", "allow-passthrough"])
    else { return nil }
    return TmuxCopying(accepts: accepts, passes: passes)
  }
}
