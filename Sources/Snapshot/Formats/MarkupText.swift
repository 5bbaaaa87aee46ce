import TextUI

/// Text of the data inside HTML and SVG: it makes no element, no attribute and no control character.
enum MarkupText {
  static func escaped(_ text: String) -> String {
    let visible = SafeText.visible(text)
    let needsWork = visible.unicodeScalars.contains { scalar in
      switch scalar {
      case "&", "<", ">", "\"", "'": true
      default: isNoCharacter(scalar)
      }
    }
    guard needsWork else { return visible }
    return visible.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case let scalar where isNoCharacter(scalar):
        result += "&lt;U+\(String(scalar.value, radix: 16, uppercase: true))&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// What ``escaped(_:)`` made of a text that is shown as it is.
  static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// U+FFFE and its like may not stand in XML.
  private static func isNoCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
  }
}
