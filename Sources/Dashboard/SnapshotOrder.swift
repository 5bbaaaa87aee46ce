/// In which form a view is written out.
public enum SnapshotFormat: String, CaseIterable, Sendable {
  case text
  case markdown
  case html
  case svg
  case ansi
  case csv
  case json

  /// What a file's name ends in.
  public var fileExtension: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .ansi: "ans"
    case .html, .svg, .csv, .json: rawValue
    }
  }

  /// Whether it shows the lines as they are drawn, in so many cells.
  public var isDrawn: Bool { self == .text || self == .ansi || self == .svg }

  /// What it is for, for those who choose.
  var word: Word {
    switch self {
    case .text: .formatText
    case .markdown: .formatMarkdown
    case .html: .formatHTML
    case .svg: .formatSVG
    case .ansi: .formatANSI
    case .csv: .formatCSV
    case .json: .formatJSON
    }
  }
}

/// A view as `honbu snapshot` names it, with all that pins it.
public struct SnapshotOrder: Equatable, Sendable {
  public var place: Place
  public var options: ItemListOptions
  /// The revision to pin; `nil` pins the latest.
  public var revision: Int?
  /// Mark what was put after this revision.
  public var since: Int?
  /// Cells.
  public var width: Int
  public var format: SnapshotFormat
  /// Lines of a page of text; `nil` for one page without end.
  public var page: Int?

  public init(
    place: Place, options: ItemListOptions = ItemListOptions(), revision: Int? = nil, since: Int? = nil, width: Int,
    format: SnapshotFormat = .text, page: Int? = nil
  ) {
    self.place = place
    self.options = options
    self.revision = revision
    self.since = since
    self.width = width
    self.format = format
    self.page = page
  }
}
