/// One thing that is wrong with a file, with its place and what would be right.
public struct ImportFault: Hashable, Sendable {
  public var file: String
  /// From 1, as an editor counts; CRLF, LF and CR end a line.
  public var line: Int?
  /// The character in the line, from 1, where the cell or value begins.
  public var column: Int?
  /// The heading of the cell, as the file writes it.
  public var heading: String?
  public var message: String

  public init(file: String, line: Int? = nil, column: Int? = nil, heading: String? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.heading = heading
    self.message = message
  }

  /// `items.csv 12行目 フェーズ: 「開発」は使えません（企画中・検討中・開発中・検証中・運用中）`.
  public var text: String { ImportWording.text(of: self) }
}

/// All that is wrong with the files of one import.
public struct ImportFaults: Error, Hashable, Sendable {
  /// The first of them, by file and line; at most ``ImportLimits/reportedFaults``.
  public var faults: [ImportFault]
  public var total: Int

  public init(_ faults: [ImportFault], total: Int? = nil) {
    self.faults = faults
    self.total = total ?? faults.count
  }

  /// A line for each fault, and a last one that counts the rest.
  public var lines: [String] {
    faults.map(\.text) + (total > faults.count ? [ImportWording.furtherFaults(total - faults.count)] : [])
  }
}

/// Gathers what is wrong with, or worth saying about, one file.
final class FaultLog {
  let file: String
  let text: DecodedText
  /// The dates of the file: most of them stand in many rows.
  var dates = DateMemory()
  private(set) var total = 0
  private(set) var warnings: [String] = []
  private var found: [(offset: Int, fault: ImportFault)] = []

  init(file: String, text: DecodedText) {
    self.file = file
    self.text = text
  }

  func fault(at offset: Int?, heading: String? = nil, _ message: String) {
    total += 1
    // Faults come nearly in the order of the file; ten times what is reported is enough to sort from.
    guard found.count < ImportLimits.reportedFaults * 10 else { return }
    let place = offset.map(text.position)
    let fault = ImportFault(
      file: file, line: place?.line, column: place?.column, heading: heading, message: message)
    found.append((offset ?? -1, fault))
  }

  /// Faults that are not told one by one.
  func count(_ more: Int) { total += more }

  func fault(_ fault: FormFault) { self.fault(at: fault.offset, fault.message) }

  func warn(_ message: String) { warnings.append(message) }

  var faults: [ImportFault] {
    found.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(\.element.fault)
  }
}
