import Dashboard
import StrategyModel
import TextUI

/// What stands above and below the lines of a snapshot.
public struct SnapshotHeader: Hashable, Sendable {
  /// The view's title; the headquarters stands before it.
  public var title: String
  public var asOf: Revision
  public var city: City
  public var calendar: CalendarStyle
  public var words: Words
  /// The day from which the view is reckoned, where that is not the revision's; stands before the revision.
  public var basis: String?
  /// `nil` for a view that takes no filter.
  public var filterSentence: String?
  /// The whole command that makes the snapshot again, pinned to revision, day, width, language and calendar.
  public var command: String

  public init(
    title: String, asOf: Revision, city: City, calendar: CalendarStyle, words: Words = Words(.ja),
    filterSentence: String? = nil, command: String
  ) {
    self.title = title
    self.asOf = asOf
    self.city = city
    self.calendar = calendar
    self.words = words
    self.filterSentence = filterSentence
    self.command = command
  }

  /// `大阪市ICT戦略本部  取組`; a fictional city says so.
  public var titleLine: String { "\(cityName)  \(title)" }

  var cityName: String {
    city.headquarters
      + (city.isFictional && !city.headquarters.contains("架空") ? words.remark(words(.fictional)) : "")
  }

  /// `r12 (ab12cd34) 令和3年3月17日 時点`
  public var asOfLine: String { (basis.map { "\($0) " } ?? "") + revisionText }

  private var revisionText: String {
    "r\(asOf.number) (\(asOf.shortHash)) \(words.asOfRevision(calendar.text(asOf.effective)))"
  }

  /// What stands above the view, each part whole on a line of its own, with the empty line that parts them.
  var lines: [String] { [titleLine, asOfLine] + (filterSentence.map { [$0] } ?? []) + [""] }
}

/// What stands above a view that is drawn in cells: no line of it is wider than the view.
struct DrawnHeader {
  let header: SnapshotHeader
  let columns: Int
  let policy: WidthPolicy

  /// A title of fewer cells says too little beside the headquarters' name: then it has a line of its own.
  private static let leastTitle = 16

  /// Cut where it is longer than the width; the page's mark behind it never is.
  func titleLines(mark: String = "") -> [String] {
    let city = SafeText.visible(header.cityName)
    let title = SafeText.visible(header.title)
    let needed = policy.width(of: title) + policy.width(of: mark)
    let room = columns - policy.width(of: city) - 2
    if needed <= room || room - policy.width(of: mark) >= Self.leastTitle {
      return ["\(city)  \(cut(title, room - policy.width(of: mark)))\(mark)"]
    }
    return [cut(city, columns), cut(title, columns - policy.width(of: mark)) + mark]
  }

  var asOfLines: [String] { wrapped(header.asOfLine) }

  /// With the empty line that parts them from the view.
  var lines: [Line] {
    titleLines().map { Line($0, .bold) } + asOfLines.map { Line($0, .dim) }
      + (header.filterSentence.map(wrapped) ?? []).map { Line($0) } + [Line()]
  }

  private func wrapped(_ text: String) -> [String] { TextFit.paragraph(SafeText.visible(text), columns, policy) }

  private func cut(_ text: String, _ room: Int) -> String { TextFit.truncate(text, max(0, room), policy) }
}
