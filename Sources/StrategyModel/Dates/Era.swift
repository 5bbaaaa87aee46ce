/// A Japanese era (元号) since Meiji 6, when the Gregorian calendar came into use.
public enum Era: String, CaseIterable, Sendable {
  case meiji = "明治"
  case taisho = "大正"
  case showa = "昭和"
  case heisei = "平成"
  case reiwa = "令和"

  public var letter: Character {
    switch self {
    case .meiji: "M"
    case .taisho: "T"
    case .showa: "S"
    case .heisei: "H"
    case .reiwa: "R"
    }
  }

  /// The era's first day, as the government announced it.
  var firstDay: (year: Int, month: Int, day: Int) {
    switch self {
    case .meiji: (1868, 1, 25)
    case .taisho: (1912, 7, 30)
    case .showa: (1926, 12, 25)
    case .heisei: (1989, 1, 8)
    case .reiwa: (2019, 5, 1)
    }
  }

  public static func of(_ date: CivilDate) -> Era {
    for era in allCases.reversed() where (date.year, date.month, date.day) >= era.firstDay { return era }
    return .meiji
  }

  /// The Gregorian year of the era's `year`; year 1 is the year in which the era began.
  public func gregorianYear(_ year: Int) -> Int { firstDay.year + year - 1 }

  /// A date written in this era.
  ///
  /// A day after the era's end is read as the day of the era that followed (平成31年5月1日 is 令和元年5月1日, as the
  /// government's guidance for the change of 2019 says), within the era's last year. A day before its start is refused.
  public func date(year: Int, month: Int, day: Int) -> CivilDate? {
    guard year >= 1, let date = CivilDate(year: gregorianYear(year), month: month, day: day),
      (date.year, date.month, date.day) >= firstDay, date.year <= lastYear
    else { return nil }
    return date
  }

  /// The last Gregorian year that may be written in this era. Documents of 2019 and 2020 were printed with 平成 up
  /// to 32, but only the year of the change is unambiguous.
  var lastYear: Int {
    guard let next = Era.allCases.firstIndex(of: self).map({ $0 + 1 }), next < Era.allCases.count else { return 2999 }
    return Era.allCases[next].firstDay.year
  }
}

extension CivilDate {
  /// `令和2年8月6日`, `平成元年1月8日`.
  public var wareki: String { "\(warekiYear)\(month)月\(day)日" }

  /// `令和2年`.
  public var warekiYear: String {
    let era = Era.of(self)
    let number = year - era.firstDay.year + 1
    return "\(era.rawValue)\(number == 1 ? "元" : String(number))年"
  }

  /// `R2.8.6`, for narrow columns.
  public var shortWareki: String {
    let era = Era.of(self)
    return "\(era.letter)\(year - era.firstDay.year + 1).\(month).\(day)"
  }
}

/// How dates are written on the screen.
public enum CalendarStyle: String, CaseIterable, Sendable, Codable {
  case wareki
  case iso

  public func text(_ date: CivilDate) -> String { self == .wareki ? date.wareki : date.iso }

  public func shortText(_ date: CivilDate) -> String { self == .wareki ? date.shortWareki : date.iso }
}
