import Foundation
import TextUI

/// JSON in which what could steer a terminal is escaped: it says the same, and may be looked at anywhere.
public enum JSONText {
  /// With its keys in one order, so that the same facts give the same bytes.
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return safe(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// A piece of JSON, made safe; its own line feeds stand between values and stay.
  public static func safe(_ piece: String) -> String {
    func stays(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || SafeText.isSafe(scalar) }
    if piece.unicodeScalars.allSatisfy(stays) { return piece }
    return piece.unicodeScalars.reduce(into: "") { result, scalar in
      guard !stays(scalar) else { return result.unicodeScalars.append(scalar) }
      result += escaped(scalar)
    }
  }

  /// `\u001b`; two of them beyond the Basic Multilingual Plane.
  static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
