/// The operator's own files beside the store.
///
/// A relative folder in a variable is ignored, as the XDG specification wants it
/// (https://specifications.freedesktop.org/basedir-spec/latest/).
public struct PersonalFiles: Hashable, Sendable {
  /// `$XDG_STATE_HOME/honbu/filter-history`, else below `~/.local/state`.
  public var filterHistory: String
  /// `$XDG_CONFIG_HOME/honbu/config.yaml`, else below `~/.config`.
  public var config: String

  public init(environment: [String: String]) {
    let home = environment["HOME"] ?? ""
    func folder(_ variable: String, else fallback: String) -> String {
      if let named = environment[variable], named.hasPrefix("/") { return named }
      return home + fallback
    }
    filterHistory = folder("XDG_STATE_HOME", else: "/.local/state") + "/honbu/filter-history"
    config = folder("XDG_CONFIG_HOME", else: "/.config") + "/honbu/config.yaml"
  }

  /// The variables that it reads.
  public static let variables = ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"]
}
