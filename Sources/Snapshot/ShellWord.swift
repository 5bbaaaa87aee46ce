import TextUI

/// A word of a command that somebody may copy into a shell.
public enum ShellWord {
  /// As a POSIX shell reads it back; what may not stand in a line of text byte by byte between `$'` and `'`, which
  /// POSIX has since 2024.
  public static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            || "-_./:=,+".unicodeScalars.contains(scalar))
      }
    guard !isPlain else { return word }
    guard SafeText.isVisible(word) else { return "$'" + word.unicodeScalars.map(escaped).joined() + "'" }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "'", "\\": "\\\(scalar)"
    case let scalar where SafeText.isSafe(scalar): String(scalar)
    default:
      // Three digits: a digit behind it is one of the text's own.
      String(scalar).utf8.map { byte in
        let digits = String(byte, radix: 8)
        return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }.joined()
    }
  }
}
