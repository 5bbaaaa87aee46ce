import StrategyModel
import TextUI

/// One line of a form: a text being typed, or one of a few words.
public struct FormField: Equatable, Sendable {
  public enum Input: Equatable, Sendable {
    case text(TextField)
    case choice([String], selected: Int)
  }

  public let id: CorrectionField
  public internal(set) var input: Input
  let label: Word
  /// Shown while the line is empty.
  let hint: Word?
  /// What stood in it when the form was opened.
  private let original: Input

  init(_ id: CorrectionField, _ label: Word, _ text: String = "", hint: Word? = nil) {
    self.init(id, label, .text(TextField(text)), hint: hint)
  }

  init(_ id: CorrectionField, _ label: Word, choice: [String], selected: Int) {
    self.init(id, label, .choice(choice, selected: selected), hint: nil)
  }

  private init(_ id: CorrectionField, _ label: Word, _ input: Input, hint: Word?) {
    self.id = id
    self.label = label
    self.input = input
    self.hint = hint
    original = input
  }

  var isTouched: Bool { input != original }

  /// What is typed, without spaces around it.
  var text: String {
    guard case .text(let field) = input else { return "" }
    var text = Substring(field.text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  var selected: Int {
    if case .choice(_, let selected) = input { selected } else { 0 }
  }

  /// Edits the line, or chooses the next word.
  ///
  /// - Returns: whether the event meant something here.
  mutating func handle(_ event: InputEvent) -> Bool {
    switch input {
    case .text(var field):
      guard field.handle(event) else { return false }
      input = .text(field)
    case .choice(let words, let selected):
      guard let next = FormField.choice(event, of: words.count, from: selected) else { return false }
      input = .choice(words, selected: next)
    }
    return true
  }

  private static func choice(_ event: InputEvent, of count: Int, from selected: Int) -> Int? {
    switch event {
    case .key(.right), .key(.character("l")), .key(.character(" ")), .text("\u{3000}"): (selected + 1) % count
    case .key(.left), .key(.character("h")): (selected + count - 1) % count
    case .key(.character(let digit)): digit.wholeNumberValue.flatMap { (1...count).contains($0) ? $0 - 1 : nil }
    default: nil
    }
  }
}
