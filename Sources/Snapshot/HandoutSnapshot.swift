import Dashboard
import StrategyModel
import TextUI

/// A meeting's handout as one document, sealed like any snapshot.
public struct HandoutSnapshot {
  private let plan: HandoutPlan
  private let order: SnapshotOrder
  private let settings: Settings
  private let storeOptions: [String]
  private let ask: (Question) throws -> Answer

  /// Formats of a document.
  public static let formats: [SnapshotFormat] = [.markdown, .html]

  /// - Parameter format: Markdown or HTML.
  public init(
    _ plan: HandoutPlan, format: SnapshotFormat, width: Int, settings: Settings, storeOptions: [String] = [],
    ask: @escaping (Question) throws -> Answer
  ) {
    self.plan = plan
    order = SnapshotOrder(
      place: Place(record: RecordKey(.meeting, plan.meeting.id)), revision: plan.revision, width: width, format: format)
    self.settings = settings
    self.storeOptions = storeOptions
    self.ask = ask
  }

  @discardableResult
  public func write(_ sink: (String) throws -> Void) throws -> ViewSnapshot.Outcome {
    try withoutActuallyEscaping(sink) { sink in
      order.format == .html
        ? try write(HTMLFormat(language: settings.language.rawValue), sink) : try write(MarkdownFormat(), sink)
    }
  }

  private func write(
    _ format: some OutlineFormat, _ sink: @escaping (String) throws -> Void
  ) throws -> ViewSnapshot.Outcome {
    var format = format
    var output = SealedOutput(sink)
    let records = RecordsReckoning()
    let header = try header()
    try output.put(format.begin(header))
    try HandoutOutline(plan, settings: settings).write(ask) { part in
      switch part {
      case .answer(let answer): try records.add(answer)
      case .piece(let piece): try output.put(format.piece(piece))
      }
    }
    let proof = SnapshotProof(command: header.command, records: try records.hex())
    try output.put(format.end())
    try output.put(format.proof(proof))
    try output.put(format.seal(output.digest))
    try output.flush()
    return ViewSnapshot.Outcome(recordsDigest: proof.records)
  }

  private func header() throws -> SnapshotHeader {
    var view = ShownView(order, settings: settings)
    guard let answer = try view.open(ask) else { throw OutputError.cannotWrite(path: plan.meeting.id, errno: 0) }
    let title = settings.words(.handout)
    let outline = HandoutOutline(plan, settings: settings)
    var header = SnapshotHeader(
      title: SafeText.visible("\(plan.meeting.title)  \(title)"), asOf: answer.asOf, city: answer.city,
      calendar: settings.calendar, words: settings.words, filterSentence: outline.sentence,
      command: SnapshotCommand(order: order, settings: settings, storeOptions: storeOptions, meeting: plan.meeting.id)
        .text
    )
    header.basis = outline.basis
    return header
  }
}
