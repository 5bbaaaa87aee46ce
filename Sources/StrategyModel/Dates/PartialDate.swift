/// A date as exactly as a source gives it: a day, a month, a year, a fiscal year, or only words (`2030年代`).
public enum PartialDate: Hashable, Sendable {
  case day(CivilDate)
  case month(year: Int, month: Int)
  case year(Int)
  case fiscalYear(FiscalYear)
  case words(String)

  /// The last day that the text can mean; `nil` for words.
  public var lastDay: CivilDate? {
    switch self {
    case .day(let date): date
    case .month(let year, let month): CivilDate.lastDay(ofMonth: month, of: year)
    case .year(let year): CivilDate(year: year, month: 12, day: 31)
    case .fiscalYear(let year): year.lastDay
    case .words: nil
    }
  }

  /// The first day that the text can mean; `nil` for words.
  public var firstDay: CivilDate? {
    switch self {
    case .day(let date): date
    case .month(let year, let month): CivilDate(year: year, month: month, day: 1)
    case .year(let year): CivilDate(year: year, month: 1, day: 1)
    case .fiscalYear(let year): year.firstDay
    case .words: nil
    }
  }

  public func text(_ calendar: CalendarStyle) -> String {
    switch self {
    case .day(let date): calendar.text(date)
    case .month(let year, let month):
      if calendar == .wareki, let last = lastDay {
        "\(last.warekiYear)\(month)月"
      } else {
        "\(year)-\(padded(month, 2))"
      }
    case .year(let year):
      if calendar == .wareki, let last = lastDay { last.warekiYear } else { "\(year)年" }
    case .fiscalYear(let year): year.text(calendar)
    case .words(let words): words
    }
  }

  /// `2020-08-06`, `2020-08`, `2020`, `2015年度`, or the words themselves.
  public var code: String {
    switch self {
    case .day(let date): date.iso
    case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
    case .year(let year): padded(year, 4)
    case .fiscalYear(let year): "\(year.year)年度"
    case .words(let words): words
    }
  }

  /// Reads what ``code`` writes; anything else is kept as words.
  public init(code text: String) {
    if let date = CivilDate(iso: text) {
      self = .day(date)
    } else if text.utf8.count == 7, text.dropFirst(4).first == "-", let year = decimal(text.prefix(4)),
      let month = decimal(text.suffix(2)), CivilDate(year: year, month: month, day: 1) != nil
    {
      self = .month(year: year, month: month)
    } else if text.utf8.count == 4, let year = decimal(text), CivilDate(year: year, month: 1, day: 1) != nil {
      self = .year(year)
    } else if text.hasSuffix("年度"), let year = decimal(text.dropLast(2)), FiscalYear.known.contains(year) {
      self = .fiscalYear(FiscalYear(year))
    } else {
      self = .words(text)
    }
  }
}

extension PartialDate: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(code: try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}
