import CNcurses
import Glibc

/// What the environment says of the language's characters.
public struct LocaleFacts: Sendable {
  public enum Encoding: Sendable {
    case utf8
    /// Unset, `C`, or not installed: `C.UTF-8` stands in for it.
    case fallback
    case unsupported(String)
  }

  /// The variable that decides, as setlocale(3) looks for it; `nil` where none is set.
  public var variable: String?
  public var value: String
  public var isInstalled: Bool
  public var encoding: Encoding

  public init() {
    var found: (name: String, value: String)?
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] where found == nil {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty { found = (name, value) }
    }
    variable = found?.name
    value = found?.value ?? ""
    isInstalled = setlocale(LC_CTYPE, "") != nil
    let codeset = String(cString: nl_langinfo(nl_item(CODESET)))
    if let unsupported = honbu_use_utf8() {
      encoding = .unsupported(String(cString: unsupported))
    } else {
      encoding = codeset == "UTF-8" ? .utf8 : .fallback
    }
  }
}
