import Dashboard
import StrategyModel
import TextUI

/// A view of the dashboard as text: what was seen, with the command that makes it again and the digests.
public struct ViewSnapshot {
  private let order: SnapshotOrder
  private let settings: Settings
  /// Options that name the store, as they stand on the command line: `--sample`.
  private let storeOptions: [String]
  private let ask: (Question) throws -> Answer

  public init(
    order: SnapshotOrder, settings: Settings, storeOptions: [String] = [],
    ask: @escaping (Question) throws -> Answer
  ) {
    self.order = order
    self.settings = settings
    self.storeOptions = storeOptions
    self.ask = ask
  }

  /// The command line that makes the snapshot, as a POSIX shell reads it.
  public static func command(_ order: SnapshotOrder, settings: Settings, storeOptions: [String]) -> String {
    SnapshotCommand(order: order, settings: settings, storeOptions: storeOptions).text
  }

  /// The whole snapshot. What `sink` or the store throws ends it.
  public func write(_ sink: (String) throws -> Void) throws {
    try withoutActuallyEscaping(sink, do: writeWhole)
  }

  private func writeWhole(_ sink: @escaping (String) throws -> Void) throws {
    var lines = ViewLines(order, settings: settings)
    guard let first = try lines.open(ask) else { return }
    var pinned = order
    pinned.revision = first.asOf.number
    let sentences = [lines.sentence, lines.marksSentence].compactMap { $0 }
    let header = SnapshotHeader(
      title: TextFit.truncate(
        SafeText.visible(lines.title), max(16, order.width - settings.policy.width(of: first.city.headquarters) - 2),
        settings.policy),
      asOf: first.asOf, city: first.city, calendar: settings.calendar,
      filterSentence: sentences.isEmpty ? nil : sentences.joined(separator: "  "),
      command: SnapshotCommand(order: pinned, settings: settings, storeOptions: storeOptions).text)
    var text = TextSnapshot(header, to: sink)
    // Every page is read as of the revision that the first one was, whatever is committed meanwhile.
    var view = ViewLines(pinned, settings: settings)
    _ = try view.open(ask)
    try view.write(ask) { part in
      switch part {
      case .answer(let answer): for record in try RecordLines.lines(of: answer) { text.add(record: record) }
      case .line(let line): try text.add(line: line)
      }
    }
    try text.finish()
  }

  /// The view's lines alone, for a pipe.
  public func writePlain(_ sink: (String) throws -> Void) throws {
    var lines = ViewLines(order, settings: settings)
    guard let first = try lines.open(ask) else { return }
    var pinned = order
    pinned.revision = first.asOf.number
    var view = ViewLines(pinned, settings: settings)
    _ = try view.open(ask)
    try view.write(ask) { part in
      if case .line(let line) = part { try sink(line + "\n") }
    }
  }
}
