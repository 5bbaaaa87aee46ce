import StrategyModel

/// What stands above and below the lines of a snapshot.
public struct SnapshotHeader: Hashable, Sendable {
  /// The view's title; the headquarters stands before it.
  public var title: String
  public var asOf: Revision
  public var city: City
  public var calendar: CalendarStyle
  /// The day from which the view is reckoned, where that is not the revision's; stands before the revision.
  public var basis: String?
  /// `nil` for a view that takes no filter.
  public var filterSentence: String?
  /// The whole command that makes the snapshot again, pinned to revision, day, width, language and calendar.
  public var command: String

  public init(
    title: String, asOf: Revision, city: City, calendar: CalendarStyle, filterSentence: String? = nil, command: String
  ) {
    self.title = title
    self.asOf = asOf
    self.city = city
    self.calendar = calendar
    self.filterSentence = filterSentence
    self.command = command
  }

  /// `大阪市ICT戦略本部  取組`; a fictional city says so.
  public var titleLine: String { "\(cityName)  \(title)" }

  var cityName: String {
    city.headquarters + (city.isFictional && !city.headquarters.contains("架空") ? "（架空の見本）" : "")
  }

  /// `r12 (ab12cd34) 令和3年3月17日 時点`
  public var asOfLine: String { (basis.map { "\($0) " } ?? "") + revisionText }

  private var revisionText: String { "r\(asOf.number) (\(asOf.shortHash)) \(calendar.text(asOf.effective)) 時点" }

  /// What stands above the view, with the empty line that parts them.
  var lines: [String] { [titleLine, asOfLine] + (filterSentence.map { [$0] } ?? []) + [""] }
}
