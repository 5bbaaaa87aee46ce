import Dashboard
import StrategyModel
import TextUI

/// The revisions of a store as text, JSON or Markdown, in the order in which they are given.
public struct LogReport {
  private let revisions: [Revision]
  private let settings: Settings

  public init(revisions: [Revision], settings: Settings) {
    self.revisions = revisions
    self.settings = settings
  }

  /// Number, hash, day, author and title in columns; a note below.
  public var text: String {
    let policy = settings.policy
    func column(_ texts: [String]) -> Int { (texts.map { policy.width(of: $0) }.max() ?? 0) + 2 }
    let numbers = revisions.map { "r\($0.number)" }
    let days = revisions.map { settings.calendar.text($0.effective) }
    let authors = revisions.map(\.author)
    let widths = [column(numbers), column(days), column(authors)]
    return revisions.enumerated().map { place, revision in
      let number = TextFit.fit(numbers[place], widths[0], policy)
      let day = TextFit.fit(days[place], widths[1], policy)
      let author = TextFit.fit(authors[place], widths[2], policy)
      var lines = ["\(number)\(revision.shortHash)  \(day)\(author)\(revision.title)"]
      if let note = revision.note { lines += note.split(whereSeparator: \.isNewline).map { "    \($0)" } }
      return lines.map { SafeText.visible($0).withoutTrailingSpaces + "\n" }.joined()
    }.joined()
  }

  public var markdown: String {
    let lines = revisions.map { revision in
      "- **r\(revision.number)** \(settings.calendar.text(revision.effective))  \(SafeMarkdown.escaped(revision.title))"
        + "（\(SafeMarkdown.escaped(revision.author))、\(revision.shortHash)）"
    }
    return (["# \(settings.words(.revisions))", ""] + lines).map { SafeMarkdown.line($0) + "\n" }.joined()
  }

  /// `{"schema":1,"revisions":[…]}`.
  public func json() throws -> String {
    struct Log: Encodable {
      var schema = 1
      var revisions: [RevisionEntry]
    }
    return try JSONText.of(Log(revisions: revisions.map(RevisionEntry.init))) + "\n"
  }
}
