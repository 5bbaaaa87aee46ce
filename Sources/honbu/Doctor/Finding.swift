import Snapshot

/// What was found of one subject.
struct Finding {
  enum Subject: String, CaseIterable {
    case terminal, abilities, locale, widths, colours, clipboard
    case store, journal, check, sqlite
    case dictionary, personal, editor
  }

  enum Status: String, CaseIterable {
    case ok
    /// It works, and could be better.
    case remark
    /// Something does not work.
    case fault
  }

  var subject: Subject
  var status: Status
  var text: String
  /// What to do.
  var advice: String?
  /// The same for programs.
  var facts: [(String, JSONValue?)]

  init(
    _ subject: Subject, _ status: Status, _ text: String, advice: String? = nil, _ facts: [(String, JSONValue?)] = []
  ) {
    self.subject = subject
    self.status = status
    self.text = text
    self.advice = advice
    self.facts = facts
  }
}
