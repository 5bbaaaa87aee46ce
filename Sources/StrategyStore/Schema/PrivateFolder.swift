import Glibc

/// A new folder that only its owner may enter, for what lasts no longer than a program.
public enum PrivateFolder {
  /// `TMPDIR`, else `/tmp`: its paths are short, because some are told on one line of a narrow screen.
  public static var parent: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  /// - Returns: its path; `nil` where the system makes none, for the reason that `errno` has.
  public static func make(named prefix: String) -> String? {
    var template = Array("\(parent)/\(prefix)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
