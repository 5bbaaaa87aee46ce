/// One line of text being edited.
public struct TextField: Hashable, Sendable {
  public private(set) var text: String
  /// The characters before the caret.
  public private(set) var caret: Int

  /// The caret stands at the end.
  public init(_ text: String = "") {
    self.text = SafeText.visible(text)
    caret = self.text.count
  }

  public var isEmpty: Bool { text.isEmpty }

  /// What stands before the caret.
  public var prefix: String { String(text.prefix(caret)) }

  public mutating func insert(_ inserted: String) {
    // A mark typed after its base joins it, so the characters are counted again.
    let head = prefix + SafeText.visible(inserted)
    text = head + text.dropFirst(caret)
    caret = min(head.count, text.count)
  }

  /// Puts text in the place of some characters, and the caret behind it.
  public mutating func replace(_ range: Range<Int>, with inserted: String) {
    let characters = Array(text)
    let range = range.clamped(to: 0..<characters.count)
    let head = String(characters[..<range.lowerBound]) + SafeText.visible(inserted)
    text = head + String(characters[range.upperBound...])
    caret = min(head.count, text.count)
  }

  public mutating func deleteBackward() {
    guard caret > 0 else { return }
    text.remove(at: text.index(text.startIndex, offsetBy: caret - 1))
    caret -= 1
  }

  public mutating func deleteForward() {
    guard caret < text.count else { return }
    text.remove(at: text.index(text.startIndex, offsetBy: caret))
  }

  /// Deletes back to the beginning of a word: a run of one script, and the spaces after it.
  public mutating func deleteWord() {
    let characters = Array(text)
    var start = caret
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    if start > 0 {
      let script = Script(characters[start - 1])
      while start > 0, Script(characters[start - 1]) == script { start -= 1 }
    }
    text = String(characters[..<start]) + String(characters[caret...])
    caret = min(start, text.count)
  }

  public mutating func deleteToStart() {
    text = String(text.dropFirst(caret))
    caret = 0
  }

  public mutating func deleteToEnd() {
    text = prefix
    caret = text.count
  }

  public mutating func left() { caret = max(0, caret - 1) }
  public mutating func right() { caret = min(text.count, caret + 1) }
  public mutating func home() { caret = 0 }
  public mutating func end() { caret = text.count }

  /// Edits as a key or text says.
  ///
  /// - Returns: whether the event meant something here; Enter, Esc, Tab and the like are the owner's.
  public mutating func handle(_ event: InputEvent) -> Bool {
    switch event {
    case .text(let typed): insert(typed)
    case .paste(let pasted):
      insert(String(pasted.split(whereSeparator: \.isNewline).joined(separator: " ")))
    case .key(.character(let character)): insert(String(character))
    case .key(.backspace), .key(.control("h")): deleteBackward()
    case .key(.delete): deleteForward()
    case .key(.control("w")): deleteWord()
    case .key(.control("u")): deleteToStart()
    case .key(.control("k")): deleteToEnd()
    case .key(.left), .key(.control("b")): left()
    case .key(.right), .key(.control("f")): right()
    case .key(.home), .key(.control("a")): home()
    case .key(.end), .key(.control("e")): end()
    default: return false
    }
    return true
  }

  /// The cells before the caret.
  public func caretColumn(_ policy: WidthPolicy) -> Int {
    policy.width(of: prefix)
  }

  /// The cells that are scrolled away so that the character at the caret is in view.
  public func scroll(_ columns: Int, _ policy: WidthPolicy) -> Int {
    let column = caretColumn(policy)
    let here = text.dropFirst(caret).first.map { max(1, policy.width(of: $0)) } ?? 1
    guard column + here > columns else { return 0 }
    // By half a window at a time, so that the text stands still while the caret moves a little.
    let step = max(1, columns / 2)
    let needed = column + here - columns
    return min((needed + step - 1) / step * step, column)
  }

  /// Draws the text in the first row of the rectangle and shows the cursor at the caret.
  public func draw(into canvas: inout Canvas, in rect: Rect, _ style: Style = .plain) {
    guard !rect.isEmpty else { return }
    let scrolled = scroll(rect.columns, canvas.policy)
    canvas.within(Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1)) { part in
      part.fill(part.bounds, style)
      part.draw(text, style, at: Point(column: -scrolled, row: 0))
      part.showCursor(at: Point(column: caretColumn(part.policy) - scrolled, row: 0))
    }
  }

  /// What a word is made of where no spaces part words.
  private enum Script {
    case space, latin, hiragana, katakana, kanji, other

    init(_ character: Character) {
      let value = character.unicodeScalars.first?.value ?? 0
      switch value {
      case _ where character.isWhitespace: self = .space
      case 0x3041...0x309F: self = .hiragana
      case 0x30A0...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: self = .katakana
      case 0x3005, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .kanji
      case _ where character.isLetter || character.isNumber || character == "_": self = .latin
      default: self = .other
      }
    }
  }
}
