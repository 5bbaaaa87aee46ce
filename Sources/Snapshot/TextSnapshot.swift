import StrategyModel
import TextUI

/// What stands above and below the lines of a snapshot.
public struct SnapshotHeader: Hashable, Sendable {
  /// The view's title; the headquarters stands before it.
  public var title: String
  public var asOf: Revision
  public var city: City
  public var calendar: CalendarStyle
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
  public var titleLine: String {
    let mark = city.isFictional && !city.headquarters.contains("架空") ? "（架空の見本）" : ""
    return "\(city.headquarters)\(mark)  \(title)"
  }

  /// `r12 (ab12cd34) 令和3年3月17日 時点`
  public var asOfLine: String { "r\(asOf.number) (\(asOf.shortHash)) \(calendar.text(asOf.effective)) 時点" }
}

/// Writes a view as text, line by line, with what proves later that it still holds: the command that makes it again,
/// the digest of its records, the digest of its lines.
///
/// Give it the records that the view shows with ``add(record:)``, in any order and as often as they come, and the lines
/// with ``add(line:)``, in any interleaving; then ``finish()``. Of the records only their digests are kept.
public struct TextSnapshot {
  public static let commandLabel = "再作成: "
  public static let recordsLabel = "記録 SHA-256: "
  public static let bodyLabel = "本文 SHA-256: "

  private let header: SnapshotHeader
  private let write: (String) throws -> Void
  private var records = RecordsDigest()
  private var body = SnapshotDigest()
  private var pending = ""
  private var hasBegun = false

  /// - Parameter write: takes pieces of text of any length; what it throws ends the snapshot.
  public init(_ header: SnapshotHeader, to write: @escaping (String) throws -> Void) {
    self.header = header
    self.write = write
  }

  /// Writes a whole snapshot.
  public static func write(
    _ header: SnapshotHeader, records: some Sequence<String>, lines: some Sequence<String>,
    to write: @escaping (String) throws -> Void
  ) throws {
    var snapshot = TextSnapshot(header, to: write)
    for record in records { snapshot.add(record: record) }
    for line in lines { try snapshot.add(line: line) }
    try snapshot.finish()
  }

  /// Takes a record into the digest of the records, by its canonical text.
  public mutating func add(record: String) { records.add(line: record) }

  public mutating func add(line: String) throws {
    try beginOnce()
    try put(line)
  }

  /// Writes the lines below the view. Call it once, at the end.
  public mutating func finish() throws {
    try beginOnce()
    try put("")
    try put(Self.commandLabel + header.command)
    try put(Self.recordsLabel + records.hex)
    let digest = body.hex
    try put(Self.bodyLabel + digest)
    try flush()
  }

  private mutating func beginOnce() throws {
    guard !hasBegun else { return }
    hasBegun = true
    try put(header.titleLine)
    try put(header.asOfLine)
    if let sentence = header.filterSentence { try put(sentence) }
    try put("")
  }

  private mutating func put(_ line: String) throws {
    // Every line may be read in a terminal: titles, names and ids are data.
    let line = SafeText.visible(line).withoutTrailingSpaces
    body.add(line: line)
    pending += line
    pending += "\n"
    if pending.utf8.count >= 32_768 { try flush() }
  }

  private mutating func flush() throws {
    guard !pending.isEmpty else { return }
    try write(pending)
    pending.removeAll(keepingCapacity: true)
  }
}

extension String {
  var withoutTrailingSpaces: String {
    guard unicodeScalars.last == " " || unicodeScalars.last == "\u{3000}" else { return self }
    var scalars = unicodeScalars
    while scalars.last == " " || scalars.last == "\u{3000}" { scalars.removeLast() }
    return String(scalars)
  }
}
