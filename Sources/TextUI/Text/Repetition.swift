/// One glyph over and over, as in bars and rules; see ``Blank`` for spaces.
enum Repetition {
  /// - Returns: `glyph`, `count` times. Written in one go: to append one to the other costs more than all else that
  ///   makes a line fit.
  static func text(_ glyph: String, _ count: Int) -> String {
    guard count > 0 else { return "" }
    let glyph = Array(glyph.utf8)
    return String(unsafeUninitializedCapacity: glyph.count * count) { buffer in
      var place = 0
      for _ in 0..<count {
        for byte in glyph {
          buffer[place] = byte
          place += 1
        }
      }
      return place
    }
  }
}
