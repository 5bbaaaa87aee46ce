/// Where the store is, and whether anybody chose that place.
public struct StoreLocation: Hashable, Sendable {
  public var path: String
  /// Nobody named a place: the file may be created on first browse.
  public var isDefault: Bool

  public init(path: String, isDefault: Bool) {
    self.path = path
    self.isDefault = isDefault
  }

  /// The folder of the file that a path leads to, symbolic links followed.
  public static func folder(of path: String) -> String { StoreFile.split(path).folder }

  /// `--store`, else `HONBU_STORE`, else `$XDG_DATA_HOME/honbu/honbu.sqlite`, else the same below `~/.local/share`.
  ///
  /// The XDG specification wants a relative `XDG_DATA_HOME` ignored
  /// (https://specifications.freedesktop.org/basedir-spec/latest/).
  public static func resolve(option: String?, environment: [String: String]) -> StoreLocation {
    if let option, !option.isEmpty { return StoreLocation(path: option, isDefault: false) }
    if let named = environment["HONBU_STORE"], !named.isEmpty { return StoreLocation(path: named, isDefault: false) }
    let data: String
    if let home = environment["XDG_DATA_HOME"], home.hasPrefix("/") {
      data = home
    } else {
      data = (environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "/") + "/.local/share"
    }
    return StoreLocation(path: data + "/honbu/honbu.sqlite", isDefault: true)
  }
}
