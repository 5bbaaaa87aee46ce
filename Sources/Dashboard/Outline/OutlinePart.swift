import StrategyModel

/// A piece of what a view says, in the order in which it is read, whatever format it is written in.
///
/// Pieces of one kind that follow each other make one list or one table. What stands for a record names it.
public enum OutlinePart: Hashable, Sendable {
  /// Level 2 is a part of the view, 3 a part of that.
  case heading(OutlineText, level: Int)
  case paragraph(OutlineText)
  /// Without a label it is one more value of the field before.
  case field(label: String, OutlineText, of: RecordKey? = nil, figure: OutlineFigure? = nil)
  /// - depth: 0, or 1 for what belongs to the point before.
  case point(OutlineText, depth: Int = 0, of: RecordKey? = nil)
  /// Begins a table; its rows follow.
  case table([OutlineColumn])
  /// The first cell that is shown names the row.
  case row([OutlineCell], of: RecordKey? = nil)
}

/// A value that is a number, for a sheet that is reckoned with: what belongs to the number stands beside it.
public struct OutlineFigure: Hashable, Sendable {
  public var number: Double
  /// Its unit, its day, what it is for.
  public var remark: String

  public init(_ number: Double, remark: String) {
    self.number = number
    self.remark = remark
  }
}

/// Text with what its parts are for.
public struct OutlineText: Hashable, Sendable {
  public struct Run: Hashable, Sendable {
    public var text: String
    public var role: Role
  }

  public private(set) var runs: [Run] = []

  public init(_ text: String = "", _ role: Role = .text) { append(text, role) }

  public mutating func append(_ text: String, _ role: Role = .text) {
    if !text.isEmpty { runs.append(Run(text: text, role: role)) }
  }

  public var plain: String { runs.reduce(into: "") { $0 += $1.text } }
  public var isEmpty: Bool { runs.isEmpty }

  static func + (left: OutlineText, right: OutlineText) -> OutlineText {
    var whole = left
    whole.runs += right.runs
    return whole
  }
}

public struct OutlineColumn: Hashable, Sendable {
  public var title: String
  /// What a sheet calls it, where its cells are other values there; `nil` for the title.
  public var dataTitle: String?
  public var isNumber: Bool
  /// For a sheet that is reckoned with; too much for one that is read.
  public var isDataOnly: Bool
  public var part: Part

  /// What its cells are to the others of their row.
  public enum Part: Hashable, Sendable {
    case any
    /// The name of a field, with what it was and what it is.
    case field, before, after
  }

  public init(
    _ title: String, isNumber: Bool = false, dataTitle: String? = nil, isDataOnly: Bool = false, part: Part = .any
  ) {
    self.title = title
    self.dataTitle = dataTitle
    self.isNumber = isNumber
    self.isDataOnly = isDataOnly
    self.part = part
  }

  public var titleInSheet: String { dataTitle ?? title }
}

public struct OutlineCell: Hashable, Sendable {
  /// What a spreadsheet gets in the place of the text.
  public enum Datum: Hashable, Sendable {
    case text(String)
    case number(Double)
    case empty
  }

  public var text: OutlineText
  /// `nil` for the text as it is.
  public var datum: Datum?
  /// What is said in the place of the text, where signs stand in it; `nil` for the text as it is.
  public var spoken: String?
  /// Rows that the cell stands for, from this one down; 0 where it stands in the row above already.
  public var rows: Int

  public init(_ text: OutlineText, datum: Datum? = nil, spoken: String? = nil, rows: Int = 1) {
    self.text = text
    self.datum = datum
    self.spoken = spoken
    self.rows = rows
  }

  public init(_ text: String, _ role: Role = .text, datum: Datum? = nil) {
    self.init(OutlineText(text, role), datum: datum)
  }
}
