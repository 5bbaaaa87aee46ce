/// Reads dates as people write them: `2020-08-06`, `2020/8/6`, `R2.8.6`, `令和2年8月6日`, `2020年8月6日`, full-width too.
public enum DateReading {
  /// - Returns: the day, or `nil` when the text is not a whole, existing day.
  public static func date(_ text: String) -> CivilDate? {
    guard case .day(let date)? = partialDate(text) else { return nil }
    return date
  }

  /// As ``date(_:)``, and also `2020-08`, `令和2年8月`, `2020`, `令和2年`, `2015年度`, `R2年度`.
  /// - Returns: `nil` when the text is not a date; a date is never guessed from words.
  public static func partialDate(_ text: String) -> PartialDate? {
    // As files write nearly all of them; to try every era's name costs a hundred times as much.
    if let date = CivilDate(iso: text) { return .day(date) }
    var reader = Reader(narrowed(text))
    guard let year = reader.year() else { return nil }
    if reader.take("年度") {
      return reader.isAtEnd && FiscalYear.known.contains(year.gregorian) ? .fiscalYear(FiscalYear(year.gregorian)) : nil
    }
    guard reader.separator(afterYear: true) else { return reader.isAtEnd ? wholeYear(year) : nil }
    if reader.isAtEnd { return wholeYear(year) }
    guard let month = reader.number(), (1...12).contains(month) else { return nil }
    guard reader.separator(afterYear: false), !reader.isAtEnd else {
      return reader.isAtEnd && year.date(month, 1) != nil || reader.isAtEnd && lastDay(year, month) != nil
        ? .month(year: year.gregorian, month: month) : nil
    }
    guard let day = reader.number(), let date = year.date(month, day) else { return nil }
    _ = reader.take("日")
    return reader.isAtEnd ? .day(date) : nil
  }

  /// `R2`, `令和2`, `2020`, with or without 年度.
  public static func fiscalYear(_ text: String) -> FiscalYear? {
    switch partialDate(text) {
    case .fiscalYear(let year): year
    case .year(let year): FiscalYear.known.contains(year) ? FiscalYear(year) : nil
    default: nil
    }
  }

  private static func wholeYear(_ year: WrittenYear) -> PartialDate? {
    CivilDate(year: year.gregorian, month: 12, day: 31) == nil ? nil : .year(year.gregorian)
  }

  private static func lastDay(_ year: WrittenYear, _ month: Int) -> CivilDate? {
    year.date(month, CivilDate.days(inMonth: month, of: year.gregorian))
  }

  /// Full-width ASCII and spaces as their ASCII forms.
  private static func narrowed(_ text: String) -> [Character] {
    text.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init)
      case 0x20, 0x3000: nil
      default: Character(scalar)
      }
    }
  }
}

private struct WrittenYear {
  var era: Era?
  var number: Int

  var gregorian: Int { era?.gregorianYear(number) ?? number }

  func date(_ month: Int, _ day: Int) -> CivilDate? {
    if let era { return era.date(year: number, month: month, day: day) }
    return CivilDate(year: number, month: month, day: day)
  }
}

private struct Reader {
  private let text: [Character]
  private var position = 0

  init(_ text: [Character]) { self.text = text }

  var isAtEnd: Bool { position == text.count }

  mutating func take(_ word: String) -> Bool {
    let characters = Array(word)
    guard position + characters.count <= text.count,
      Array(text[position..<(position + characters.count)]) == characters
    else { return false }
    position += characters.count
    return true
  }

  mutating func number() -> Int? {
    let digits = text[position...].prefix { $0.isASCII && $0.isNumber }
    guard let value = decimal(String(digits)) else { return nil }
    position += digits.count
    return value
  }

  mutating func year() -> WrittenYear? {
    for era in Era.allCases {
      let before = position
      if take(era.rawValue) || take(String(era.letter)) || take(era.letter.lowercased()) {
        if take("元") { return WrittenYear(era: era, number: 1) }
        if let number = number(), number >= 1, era.gregorianYear(number) <= era.lastWrittenYear {
          return WrittenYear(era: era, number: number)
        }
        position = before
        return nil
      }
    }
    let digits = text[position...].prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 4, let number = number() else { return nil }
    return WrittenYear(era: nil, number: number)
  }

  mutating func separator(afterYear: Bool) -> Bool {
    take(afterYear ? "年" : "月") || take("-") || take("/") || take(".")
  }
}

extension Era {
  fileprivate var lastWrittenYear: Int { lastYear }
}
