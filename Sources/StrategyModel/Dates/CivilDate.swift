/// A day of the Gregorian calendar, without time or time zone.
///
/// The city works by days in Asia/Tokyo; which day "today" is, the caller says.
public struct CivilDate: Hashable, Comparable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// - Returns: `nil` when the calendar has no such day, or the year lies outside 1868 to 2999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1868...2999).contains(year), (1...12).contains(month),
      (1...CivilDate.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  private init(uncheckedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  public static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func lastDay(ofMonth month: Int, of year: Int) -> CivilDate? {
    guard (1...12).contains(month) else { return nil }
    return CivilDate(year: year, month: month, day: days(inMonth: month, of: year))
  }

  /// Days since 1970-01-01; Howard Hinnant's days_from_civil (https://howardhinnant.github.io/date_algorithms.html).
  public var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// 1868-01-01 and 2999-12-31.
  private static let dayNumbers = -37_255...376_199

  /// The day with this number; of a number outside the calendar's years the nearest that it has.
  public init(dayNumber: Int) {
    // A damaged store holds any number, also one from which nothing can be added up.
    let numbers = CivilDate.dayNumbers
    let shifted = min(max(dayNumber, numbers.lowerBound), numbers.upperBound) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(uncheckedYear: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The same day of another year; 29 February becomes the 28th.
  public func adding(years: Int) -> CivilDate {
    let year = year + years
    let day = min(day, CivilDate.days(inMonth: month, of: year))
    return CivilDate(uncheckedYear: year, month: month, day: day)
  }

  public var fiscalYear: FiscalYear { FiscalYear(month >= 4 ? year : year - 1) }

  /// `2020-08-06`.
  public var iso: String {
    // Every day has four digits of year, two of month and two of day.
    String(unsafeUninitializedCapacity: 10) { room in
      func put(_ number: Int, at place: Int) {
        room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10 % 10)
        room[place + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
      }
      put(year / 100, at: 0)
      put(year, at: 2)
      room[4] = UInt8(ascii: "-")
      put(month, at: 5)
      room[7] = UInt8(ascii: "-")
      put(day, at: 8)
      return 10
    }
  }

  /// Reads exactly `2020-08-06`.
  public init?(iso text: String) {
    var place = 0
    var (year, month, day) = (0, 0, 0)
    for byte in text.utf8 {
      let digit = Int(byte) - 48
      switch place {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      case _ where !(0...9).contains(digit): return nil
      case 0...3: year = 10 * year + digit
      case 5, 6: month = 10 * month + digit
      case 8, 9: day = 10 * day + digit
      default: return nil
      }
      place += 1
    }
    guard place == 10 else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension CivilDate: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let date = CivilDate(iso: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "「\(text)」は日付ではありません（例 2020-08-06）"))
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

func padded(_ number: Int, _ digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

/// Digits only: `Int("+5")` would accept a sign.
func decimal(_ text: some StringProtocol) -> Int? {
  guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
  return Int(text)
}
