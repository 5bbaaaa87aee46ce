extension SafeText {
  /// An id as it is shown, so that two that differ look different: what hides in a cell, joins the character before it,
  /// or is drawn like a letter or sign of ASCII stands as its code.
  ///
  /// Kana and kanji stay, of which some are alike too (ロ 口, ー 一).
  public static func identifier(_ id: String) -> String {
    if id.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return id }
    return id.unicodeScalars.reduce(into: "") { result, scalar in
      if isUnmistakable(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += substitute(for: scalar)
      }
    }
  }

  private static func isUnmistakable(_ scalar: Unicode.Scalar) -> Bool {
    ScalarKind(scalar).isBase && !looksLikeASCII.contains { $0.contains(scalar.value) }
  }

  /// Scripts and signs with many letters that are drawn like Latin ones (https://www.unicode.org/reports/tr39/, confusables.txt).
  private static let looksLikeASCII: [ClosedRange<UInt32>] = [
    // The no-break space; modified Latin letters, phonetic ones among them.
    0xA0...0xA0, 0x130...0x131, 0x17F...0x17F, 0x180...0x2FF,
    // Greek, Cyrillic, Armenian; Cherokee, Lisu, Coptic.
    0x370...0x58F, 0x1D00...0x1DBF, 0x1F00...0x1FFF, 0x13A0...0x13FF, 0x2C80...0x2CFF, 0xA4D0...0xA4FF, 0xAB30...0xABBF,
    // Spaces, dashes, primes and dots; the minus and its like; letters of formulas.
    0x1680...0x1680, 0x2000...0x206F, 0x2100...0x214F, 0x2160...0x217F, 0x2212...0x2217, 0x2223...0x2236,
    0x2500...0x2503,
    0xFE10...0xFE19, 0xFE50...0xFE6F, 0x1D400...0x1D7FF,
  ]
}
