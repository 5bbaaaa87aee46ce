import Dashboard
import StrategyModel
import TextUI

/// A view of the dashboard written out in a format: what was seen, with the command that makes it again and the digests.
public struct ViewSnapshot {
  private let order: SnapshotOrder
  let settings: Settings
  /// Options that name the store, as they stand on the command line: `--sample`.
  private let storeOptions: [String]
  let ask: (Question) throws -> Answer

  public init(
    order: SnapshotOrder, settings: Settings, storeOptions: [String] = [],
    ask: @escaping (Question) throws -> Answer
  ) {
    self.order = order
    self.settings = settings.forSnapshots
    self.storeOptions = storeOptions
    self.ask = ask
  }

  /// The command line that makes the snapshot, as a POSIX shell reads it.
  public static func command(_ order: SnapshotOrder, settings: Settings, storeOptions: [String]) -> String {
    SnapshotCommand(order: order, settings: settings, storeOptions: storeOptions).text
  }

  /// What a snapshot came to.
  public struct Outcome: Hashable, Sendable {
    /// The proof of a format that has no room for one, for a file beside it.
    public var proofBeside: String?
    /// Of the records that are shown.
    public var recordsDigest = ""
  }

  /// The whole snapshot. What `sink` or the store throws ends it.
  @discardableResult
  public func write(_ sink: (String) throws -> Void) throws -> Outcome {
    try withoutActuallyEscaping(sink, do: writeWhole)
  }

  private func writeWhole(_ sink: @escaping (String) throws -> Void) throws -> Outcome {
    guard let (view, header) = try opened() else { return Outcome() }
    var output = SealedOutput(sink)
    let language = settings.language.rawValue
    switch order.format {
    case .text:
      let format = TextFormat(columns: order.width, policy: settings.policy, pageLines: order.page)
      return try write(format, view, header, &output)
    case .ansi: return try write(ANSIFormat(columns: order.width, policy: settings.policy), view, header, &output)
    case .svg:
      let count = try lines(of: view)
      let format = SVGFormat(columns: order.width, lines: count, policy: settings.policy, language: language)
      return try write(format, view, header, &output)
    case .markdown: return try write(MarkdownFormat(), view, header, &output)
    case .html: return try write(HTMLFormat(language: language), view, header, &output)
    case .json: return try write(JSONFormat(view, order: order, today: settings.today), view, header, &output)
    case .csv:
      let format = SheetFormat(words: settings.words, isOneTable: ViewOutline(view).isOneSheet)
      var outcome = try write(format, view, header, &output)
      outcome.proofBeside = SheetProof.text(header, outcome.recordsDigest, output.digest)
      return outcome
    }
  }

  /// The view's lines alone, for a pipe.
  public func writePlain(_ sink: (String) throws -> Void) throws {
    guard let (view, _) = try opened() else { return }
    var lines = ViewLines(view)
    try lines.write(ask) { part in
      switch part {
      case .heading(let line), .line(let line, _): try sink(SafeText.visible(line.text).withoutTrailingSpaces + "\n")
      case .answer: break
      }
    }
  }

  // MARK: Parts

  /// The view as of one revision, whatever is committed meanwhile, and what stands above it.
  func opened() throws -> (ShownView, SnapshotHeader)? {
    var shown = settings
    // A spreadsheet reckons with these dates alone.
    if order.format == .csv { shown.calendar = .iso }
    var first = ShownView(order, settings: shown)
    guard let answer = try first.open(ask) else { return nil }
    var pinned = order
    pinned.revision = answer.asOf.number
    var view = ShownView(pinned, settings: shown)
    _ = try view.open(ask)
    let sentences = [first.sentence, first.marksSentence].compactMap { $0 }
    let header = SnapshotHeader(
      title: SafeText.visible(first.title), asOf: answer.asOf, city: answer.city, calendar: settings.calendar,
      words: settings.words,
      filterSentence: sentences.isEmpty ? nil : sentences.joined(separator: "  "),
      command: SnapshotCommand(order: pinned, settings: settings, storeOptions: storeOptions).text)
    return (view, header)
  }

  private func lines(of view: ShownView) throws -> Int {
    var count = 0
    var lines = ViewLines(view)
    try lines.write(ask) { part in
      if case .answer = part { return }
      count += 1
    }
    return count
  }

  private func write(
    _ format: some DrawnFormat, _ view: ShownView, _ header: SnapshotHeader, _ output: inout SealedOutput
  ) throws -> Outcome {
    var format = format
    let records = RecordsReckoning()
    try output.put(format.begin(header))
    var lines = ViewLines(view)
    try lines.write(ask) { part in
      switch part {
      case .answer(let answer): try records.add(answer)
      case .heading(let line): try output.put(format.heading(line))
      case .line(let line, let kind): try output.put(format.line(line, kind))
      }
    }
    return try seal(&format, header, records, &output)
  }

  private func write(
    _ format: some OutlineFormat, _ view: ShownView, _ header: SnapshotHeader, _ output: inout SealedOutput
  ) throws -> Outcome {
    var format = format
    let records = RecordsReckoning()
    try output.put(format.begin(header))
    var outline = ViewOutline(view)
    try outline.write(ask) { part in
      switch part {
      case .answer(let answer): try records.add(answer)
      case .piece(let piece): try output.put(format.piece(piece))
      }
    }
    return try seal(&format, header, records, &output)
  }

  private func write(
    _ format: some AnswerFormat, _ view: ShownView, _ header: SnapshotHeader, _ output: inout SealedOutput
  ) throws -> Outcome {
    var format = format
    let records = RecordsReckoning()
    try output.put(format.begin(header))
    var outline = ViewOutline(view)
    try outline.write(ask) { part in
      guard case .answer(let answer) = part else { return }
      try records.add(answer)
      try output.put(format.answer(answer))
    }
    return try seal(&format, header, records, &output)
  }

  private func seal(
    _ format: inout some SealedFormat, _ header: SnapshotHeader, _ records: RecordsReckoning,
    _ output: inout SealedOutput
  ) throws -> Outcome {
    let proof = SnapshotProof(command: header.command, records: try records.hex())
    try output.put(format.end())
    try output.put(format.proof(proof))
    try output.put(format.seal(output.digest))
    try output.flush()
    return Outcome(recordsDigest: proof.records)
  }
}
