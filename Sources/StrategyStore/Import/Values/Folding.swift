import Foundation
import StrategyModel

/// Text as it is compared: without regard to width, case or Unicode form.
enum Folding {
  static func key(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    return text.precomposedStringWithCompatibilityMapping.lowercased()
  }

  /// A name or heading: spaces do not count either.
  static func name(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in key(text).unicodeScalars where !scalar.isSpace { scalars.append(scalar) }
    return String(scalars)
  }

  /// Text as the store keeps it (NFC).
  static func stored(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } || isPlain(text) ? text : text.precomposedStringWithCanonicalMapping
  }

  /// Only characters that NFC leaves alone: kana without combining marks, common kanji, full-width forms.
  private static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0..<0x300, 0x3000...0x3098, 0x309B...0x30FF, 0x4E00...0x9FFF, 0xFF00...0xFFEF: true
      default: false
      }
    }
  }
}

extension Unicode.Scalar {
  /// White space as Unicode has it; asking its table for every scalar is slow.
  var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}

/// The known name that is most like a wrong one.
enum NearestName {
  /// - Returns: `nil` when nothing is near enough: more than half of the characters differ.
  static func of(_ text: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(Folding.name(text).unicodeScalars)
    var best: (name: String, distance: Int)?
    for name in names {
      let candidate = Array(Folding.name(name).unicodeScalars)
      let limit = min(best?.distance ?? .max, max(wanted.count, candidate.count) / 2 + 1)
      // A part of the name ("データ" for "データドリブン") is nearer than its length says.
      if abs(wanted.count - candidate.count) >= limit, !candidate.starts(with: wanted) { continue }
      let distance = candidate.starts(with: wanted) ? 1 : editDistance(wanted, candidate)
      if distance < limit || distance == 1 && best == nil { best = (name, distance) }
    }
    return best?.name
  }
}
