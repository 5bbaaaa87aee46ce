import CNcurses

extension NcursesTerminal {
  /// Gives the terminal back from a signal handler; does nothing when it was given back already.
  public static func emergencyRestore() {
    honbu_emergency_restore()
  }

  /// Gives the terminal back on a trap or fault, then writes a message and lets the process die of it.
  ///
  /// - Parameter message: complete, with its line end.
  public static func restoreOnCrash(message: String) {
    honbu_restore_on_crash(message)
  }
}
