/// Which neighbours in a text are one word, and stay on one line as far as there is room: numbers and Latin words, a
/// number with what it counts (2,000時間/月, 440百万円), the parts of a date (令和8年3月31日), words in katakana.
enum WordBinding {
  private static let counters = ScalarSet("年月日回件版号度人円台区校時分秒週歳名社点割倍個本枚戸世施団業箇か所")
  private static let scales = ScalarSet("十百千万億兆")
  private static let eraFirst = ScalarSet("明大昭平令")
  private static let eraSecond = ScalarSet("治正和成")
  /// Second characters of counters that have two.
  private static let counterEnds = ScalarSet("間帯設体務所月年")
  private static let counterStarts = ScalarSet("時世施団業箇か年")

  /// Whether the unit before `index` and the one at it are parts of one word.
  static func binds(_ units: [LineWrap.Unit], _ index: Int) -> Bool {
    let (previous, next) = (units[index - 1].first, units[index].first)
    if next == "/" { return previous != " " }
    if previous == "/", next != " " { return true }
    if isWordPart(previous) { return isWordPart(next) || isDigit(previous) && isCounter(next) }
    if isKatakana(previous) { return isKatakana(next) }
    let before = index >= 2 ? units[index - 2].first : nil
    let behind = index + 1 < units.count ? units[index + 1].first : nil
    switch previous {
    case "年": if next == "度" || isNumber(next) { return true }
    case "月": if isNumber(next) { return true }
    case "元": return next == "年"
    case "第": return isNumber(next)
    default: break
    }
    if eraFirst.contains(previous), eraSecond.contains(next) { return behind.map(isYear) ?? false }
    if eraSecond.contains(previous), isYear(next) { return before.map(eraFirst.contains) ?? false }
    let follows = before.map { isDigit($0) || scales.contains($0) } ?? false
    if scales.contains(previous), follows { return isCounter(next) || isDigit(next) }
    return follows && counterStarts.contains(previous) && counterEnds.contains(next)
  }

  /// Cells of the word that begins at `index`.
  static func width(ofWordAt index: Int, in units: [LineWrap.Unit]) -> Int {
    var width = units[index].width
    var next = index + 1
    while next < units.count, binds(units, next) {
      width += units[next].width
      next += 1
    }
    return width
  }

  /// ー and the small letters included, the dot between words not.
  static func isKatakana(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30A1...0x30FA, 0x30FC...0x30FE, 0x31F0...0x31FF, 0xFF66...0xFF9F: true
    default: false
    }
  }

  private static func isCounter(_ scalar: Unicode.Scalar) -> Bool {
    counters.contains(scalar) || scales.contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("\u{FF10}"..."\u{FF19}").contains(scalar)
  }

  /// What stands behind the name of an era.
  private static func isYear(_ scalar: Unicode.Scalar) -> Bool { scalar == "元" || isNumber(scalar) }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E: true
    case 0xC0...0x24F, 0x370...0x3FF, 0x400...0x52F: true
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF0C, 0xFF0E, 0xFF05: true
    default: false
    }
  }
}
