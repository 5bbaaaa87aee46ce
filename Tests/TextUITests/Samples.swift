@testable import TextUI

/// A small generator with a seed, so that every run tests the same cases.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

enum Samples {
  static let policies: [WidthPolicy] = [.narrow, .wide]

  /// Texts that real programs drew wrong.
  static let hard = [
    "ｶﾞｷﾞｸﾞｹﾞｺﾞ", "aﾞ", "か\u{3099}き\u{3099}く\u{3099}", "がぎぐ", "葛\u{E0100}城市", "𠮷野", "髙橋", "﨑",
    "⚠\u{FE0F} 注意", "❤\u{FE0F}", "👨\u{200D}👩\u{200D}👧", "🇯🇵", "👍🏽", "①─●→※…★│", "中文", "ＫＰＩ達成率",
    "ＡＢＣ０１-２--漢字", "月火水木金土日", "令和8年4月", "abcdで", "\u{1B}[31m赤", "a\r\nb", "\u{FEFF}BOM", "幅\u{200B}零",
    "字\u{3000}間", "\u{202E}gnp.exe", "한국어", "\u{1112}\u{1161}\u{11AB}", "क्षि", "e\u{301}", "\u{301}", "\u{3099}",
    "🏴\u{E0067}\u{E0062}", "1\u{FE0F}\u{20E3}", "🇯", "🏽", "", " ",
  ]

  /// Texts of every kind that widths are disputed about, more than 800.
  static let columns: [String] = {
    func text(_ values: UInt32...) -> String {
      String(String.UnicodeScalarView(values.compactMap(Unicode.Scalar.init)))
    }
    var all = hard
    // The first and last scalar of each run of the whole table, between a narrow and a wide neighbour.
    for (start, next) in zip(WidthTable.boundaries, WidthTable.boundaries.dropFirst()) {
      all.append("a" + text(start >> 3) + "漢" + text((next >> 3) - 1))
    }
    all += (0xFF66...0xFF9D).flatMap { [text($0, 0xFF9E, 0xFF76, 0xFF9E), text($0, 0xFF9F) + "x"] }
    all += (0x304B...0x307D).map { text($0, 0x3099, 0x30AB, 0x309A) + "e\u{301}" }
    all += (0xE0100...0xE0120).map { text(0x845B, $0) + "城市" }
    all += stride(from: 0x20000, to: 0x2A000, by: 800).map { text(UInt32($0), 0x91CE) }
    all += (0x1F1E6...0x1F1FF).map { text($0, 0x1F1F5, 0x1F1EF) + "旗" }
    all += (0x1F3FB...0x1F3FF).map { text(0x1F44D, $0, 0x200D, 0x1F469, 0xFE0F) + "字" }
    all += (0x2460...0x2473).map { text($0, 0x2500, 0x25CF, 0x203B) + "→…" }
    return all
  }()

  private static let scalars: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x20...0x7E, 0x20...0x7E, 0x7F...0xA0, 0x300...0x36F, 0x200B...0x200F, 0x2026...0x202E,
    0x2460...0x2470, 0x2500...0x257F, 0x2066...0x2069, 0x2600...0x27BF, 0x3000...0x303F, 0x3041...0x309A,
    0x3041...0x309A, 0x30A1...0x30FF, 0x4E00...0x9FFF, 0x4E00...0x9FFF, 0xAC00...0xAC80, 0xFE0E...0xFE0F,
    0xFF01...0xFF9F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x1F466...0x1F469, 0x200D...0x200D, 0x20B9F...0x20BB7,
    0xE0020...0xE007F, 0xE0100...0xE0103, 0x0915...0x094D, 0x1100...0x11FF, 0x0E00...0x0E4F, 0x10FFF0...0x10FFFF,
  ]

  /// A text of up to `longest` scalars of every kind that matters.
  static func random(_ generator: inout SplitMix64, longest: Int = 24) -> String {
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...longest, using: &generator) {
      guard let range = scalars.randomElement(using: &generator),
        let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator))
      else { continue }
      view.append(scalar)
    }
    return String(view)
  }

  /// A text of random scalars of all planes, of what matters, of controls alone, or of bytes that may be no text.
  static func anything(_ generator: inout SplitMix64) -> String {
    let length = Int.random(in: 0...10, using: &generator)
    switch UInt8.random(in: 0..<4, using: &generator) {
    case 0:
      let scalars = (0..<length).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)) }
      return String(String.UnicodeScalarView(scalars))
    case 1: return random(&generator, longest: 10)
    case 2:
      let scalars = (0..<length).compactMap { _ in
        Unicode.Scalar(Bool.random(using: &generator) ? UInt32.random(in: 0...0xA0, using: &generator) : 0x1B)
      }
      return String(String.UnicodeScalarView(scalars))
    default:
      return String(decoding: (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }, as: UTF8.self)
    }
  }

  static func random(seed: UInt64, count: Int, longest: Int = 24) -> [String] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in random(&generator, longest: longest) }
  }
}

extension Grid {
  /// Whether every wide character has both its halves and every row is as wide as the grid.
  var isWellFormed: Bool {
    (0..<size.rows).allSatisfy { index in
      let cells = Array(row(index))
      return cells.indices.allSatisfy { column in
        switch cells[column].width {
        case 0: column > 0 && cells[column - 1].width == 2 && cells[column].text.isEmpty
        case 1: !cells[column].text.isEmpty
        case 2: column + 1 < cells.count && cells[column + 1].width == 0 && !cells[column].text.isEmpty
        default: false
        }
      }
    }
  }
}

/// What a canvas of one row shows after a line was drawn on it.
func drawn(_ text: String, columns: Int, _ policy: WidthPolicy = .narrow) -> Grid {
  var canvas = Canvas(size: Size(columns: columns, rows: 1), policy: policy)
  canvas.draw(text, at: Point(column: 0, row: 0))
  return canvas.grid
}
