import Testing

@testable import TextUI

@Suite("Text field")
struct TextFieldTests {
  @Test("T14: wherever the caret goes, it stands after its prefix and its character is in view", arguments: 4...24)
  func caret(columns: Int) {
    for policy in Samples.policies {
      var field = TextField("ＡＢＣ０１-２--漢字ｶﾞｷﾞ葛\u{E0100}👍🏽end")
      let count = field.text.count
      for step in 0...count {
        let shown = field.text.dropFirst(field.caret).first
        var canvas = Canvas(size: Size(columns: columns, rows: 1), policy: policy)
        field.draw(into: &canvas, in: canvas.bounds)
        let column = policy.width(of: field.prefix) - field.scroll(columns, policy)
        #expect(field.caretColumn(policy) == policy.width(of: field.prefix))
        #expect(canvas.grid.cursor == Point(column: column, row: 0))
        #expect(canvas.grid.isWellFormed)
        if let shown {
          let first = drawn(String(shown), columns: 4, policy)[column: 0, row: 0]
          #expect(canvas.grid[column: column, row: 0].text == first.text, "step \(step)")
        }
        field.left()
      }
      #expect(field.caret == 0)
    }
  }

  @Test("T14: editing in the middle")
  func editing() {
    var field = TextField("ＡＢＣ０１-２--漢字")
    field.deleteWord()
    #expect(field.text == "ＡＢＣ０１-２--")
    field.deleteWord()
    #expect(field.text == "ＡＢＣ０１-２")
    field.home()
    field.right()
    field.insert("あ")
    #expect(field.text == "ＡあＢＣ０１-２" && field.prefix == "Ａあ")
    field.deleteBackward()
    field.deleteForward()
    #expect(field.text == "ＡＣ０１-２" && field.caret == 1)
    field.end()
    #expect(field.caretColumn(.narrow) == 11)
    field.replace(1..<3, with: "漢\u{1B}")
    #expect(field.text == "Ａ漢␛１-２" && field.prefix == "Ａ漢␛")
    field.replace(4..<99, with: "")
    #expect(field.text == "Ａ漢␛１" && field.caret == 4)
    field.deleteToStart()
    #expect(field.isEmpty && field.caret == 0)
  }

  @Test("T3: the caret stands after half-width kana, and a voicing mark goes with its base")
  func voicingMarks() {
    var field = TextField("ｶﾞｷﾞｸﾞｹﾞｺﾞ")
    #expect(field.caretColumn(.narrow) == 10)
    field = TextField("aﾞ")
    field.deleteBackward()
    #expect(field.text == "")
    field.insert("か")
    field.insert("\u{3099}")
    #expect(field.text == "が" && field.caret == 1 && field.caretColumn(.narrow) == 2)
  }

  @Test("T15: two characters committed at once are one edit; a paste comes as one line, made safe")
  func events() {
    var field = TextField()
    let isTextTaken = field.handle(.text("漢字"))
    #expect(isTextTaken && field.text == "漢字" && field.caret == 2)
    let isPasteTaken = field.handle(.paste("a\nb\u{1B}"))
    #expect(isPasteTaken && field.text == "漢字a b␛")
    let isKeyTaken = field.handle(.key(.control("u")))
    #expect(isKeyTaken && field.isEmpty)
    for key in [Key.enter, .escape, .up, .tab, .function(2)] {
      let isTaken = field.handle(.key(key))
      #expect(!isTaken)
    }
  }

  @Test("Random editing keeps the caret inside the text")
  func random() {
    var generator = SplitMix64(seed: 9)
    var field = TextField()
    let keys: [InputEvent] = [
      .key(.left), .key(.right), .key(.home), .key(.end), .key(.backspace), .key(.delete), .key(.control("w")),
      .key(.control("k")),
    ]
    for _ in 0..<3_000 {
      let event = keys.randomElement(using: &generator) ?? .ended
      _ = field.handle(Bool.random(using: &generator) ? event : .text(Samples.random(&generator, longest: 4)))
      #expect((0...field.text.count).contains(field.caret))
      #expect(field.scroll(10, .narrow) <= field.caretColumn(.narrow))
      if field.text.count > 60 { field.deleteToStart() }
    }
  }
}
