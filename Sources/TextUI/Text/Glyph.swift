/// What one cell (or pair of cells) shows: a base with its combining marks, in the form that is sent to the terminal.
struct Glyph: Hashable, Sendable {
  var text: String
  var width: Int

  /// ncurses keeps five scalars a cell.
  static let longest = 5

  /// The glyphs of one grapheme cluster, left to right.
  ///
  /// Terminals disagree on joined emoji, skin tones and variation selectors, so a cell shows the first emoji alone.
  static func forEach(in character: Character, _ policy: WidthPolicy, _ body: (Glyph) -> Void) {
    let scalars = character.unicodeScalars
    var drawn = String.UnicodeScalarView()
    var width = 0
    var afterJoiner = false
    var isEmoji = false

    func flush() {
      if !drawn.isEmpty { body(Glyph(text: String(drawn), width: width)) }
      drawn = String.UnicodeScalarView()
      width = 0
    }

    for scalar in scalars {
      let kind = ScalarKind(scalar)
      switch kind {
      case .selector:
        afterJoiner = scalar.value == 0x200D
      case .combining:
        if drawn.isEmpty {
          // A mark without a base would join whatever the cell before shows.
          drawn.append("\u{25CC}")
          width = policy.width(of: ScalarKind("\u{25CC}"))
        }
        if let last = drawn.last, let composed = Kana.composed(last, with: scalar), drawn.count == 1 {
          drawn = String.UnicodeScalarView([composed])
        } else if drawn.count < longest {
          drawn.append(scalar)
        }
        afterJoiner = false
      case .unsafe:
        flush()
        for substitute in SafeText.substitute(for: scalar) { body(Glyph(text: String(substitute), width: 1)) }
        afterJoiner = false
        isEmoji = false
      case .narrow, .wide, .ambiguous:
        let isSkinTone = (0x1F3FB...0x1F3FF).contains(scalar.value)
        if isEmoji, afterJoiner || isSkinTone {
          afterJoiner = false
          continue
        }
        let cells = policy.width(of: kind)
        if isRegionalIndicator(scalar), let first = drawn.first, drawn.count == 1, isRegionalIndicator(first) {
          drawn.append(scalar)
          width += cells
        } else {
          flush()
          drawn.append(scalar)
          width = cells
        }
        isEmoji = scalar.value > 0x7F && scalar.properties.isEmoji
        afterJoiner = false
      }
    }
    flush()
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }
}

/// Kana with the combining voicing marks of file names from a Mac.
enum Kana {
  /// The one scalar for a kana and U+3099 or U+309A, which many fonts draw beside their base.
  static func composed(_ base: Unicode.Scalar, with mark: Unicode.Scalar) -> Unicode.Scalar? {
    let isVoiced = mark.value == 0x3099
    guard isVoiced || mark.value == 0x309A else { return nil }
    let katakana: UInt32 = (0x30A1...0x30F6).contains(base.value) ? 0x60 : 0
    switch base.value - katakana {
    case 0x304B, 0x304D, 0x304F, 0x3051, 0x3053, 0x3055, 0x3057, 0x3059, 0x305B, 0x305D, 0x305F, 0x3061, 0x3064,
      0x3066, 0x3068:
      return isVoiced ? Unicode.Scalar(base.value + 1) : nil
    case 0x306F, 0x3072, 0x3075, 0x3078, 0x307B:
      return Unicode.Scalar(base.value + (isVoiced ? 1 : 2))
    case 0x3046:
      return isVoiced ? Unicode.Scalar(0x3094 + katakana) : nil
    default:
      return nil
    }
  }
}
