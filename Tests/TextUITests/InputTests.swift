import Testing

@testable import TextUI

@Suite("Input")
struct InputTests {
  static func events(_ text: String) -> [InputEvent] { InputRun.events(from: RawInput.bytes(text)) }

  @Test("One read of kana is one run, ASCII that comes in a burst stays separate keys")
  func runs() {
    #expect(Self.events("かな漢字") == [.text("かな漢字")])
    #expect(Self.events("jjk") == [.key(.character("j")), .key(.character("j")), .key(.character("k"))])
    #expect(Self.events("あa、") == [.text("あ"), .key(.character("a")), .text("、")])
    #expect(Self.events("か\u{3099}") == [.text("か\u{3099}")])
  }

  @Test("Control characters are keys, C1 is none")
  func controls() {
    let keys = Self.events("\t\r\n\u{7F}\u{08}\u{03}\u{13}\0\u{1C}\u{9B}")
    #expect(
      keys == [
        .key(.tab), .key(.enter), .key(.enter), .key(.backspace), .key(.backspace), .key(.control("c")),
        .key(.control("s")), .key(.control(" ")), .key(.control("\\")),
      ])
  }

  @Test(
    "T16: full-width and single kana act as their keys",
    arguments: [
      ("ｊ", "j"), ("？", "?"), ("／", "/"), ("：", ":"), ("、", ","), ("。", "."), ("お", "o"), ("い", "i"), ("ん", "n"),
      ("・", "/"), ("「", "["), ("」", "]"), ("ー", "-"), ("\u{3000}", " "), ("ｊｊ", "jj"), ("｡｢", ".["),
    ])
  func commandKeys(text: String, keys: String) {
    #expect(CommandKeys.meaning(of: text) == .keys(keys.map { .character($0) }))
  }

  @Test(
    "T16: any other kana says that the IME is on", arguments: ["あ", "え", "う", "か", "いい", "おん", "ｊあ", "漢字", "アー", "ｱ"])
  func imeOn(text: String) {
    #expect(CommandKeys.meaning(of: text) == .imeOn)
  }

  @Test("Text of other keyboards is just keys")
  func otherText() {
    #expect(CommandKeys.meaning(of: "é") == .keys([.character("é")]))
  }

  @Test("T16: bytes of a full-width letter are one run even when two reads share them")
  func sharedBytes() {
    var decoder = InputDecoder()
    #expect(decoder.events(from: [.byte(0xEF), .byte(0xBD)]) == [])
    #expect(decoder.events(from: [.byte(0x8A)]) == [.text("ｊ")])
  }

  @Test("Bytes that are no text are dropped, and what follows is kept")
  func invalidBytes() {
    let bytes: [UInt8] = [0xC0, 0x80, 0xFF, 0x80, 0x6A, 0xED, 0xA0, 0x80, 0xE3, 0x6B, 0xF5, 0x80, 0x80, 0x80]
    #expect(InputRun.events(from: bytes.map { .byte($0) }) == [.key(.character("j")), .key(.character("k"))])
  }

  @Test("T1: an answer to a query is no key, early, late or in pieces")
  func lateAnswers() {
    #expect(Self.events("\u{1B}[24;80Rj") == [.key(.character("j"))])
    #expect(
      Self.events("\u{1B}]11;rgb:0/0/0\u{1B}\\j\u{1B}]x\u{07}k\u{1B}[?62;c") == [
        .key(.character("j")), .key(.character("k")),
      ])
    var decoder = InputDecoder()
    #expect(decoder.events(from: RawInput.bytes("\u{1B}[24;")) == [])
    #expect(decoder.events(from: RawInput.bytes("80Rq")) == [.key(.character("q"))])
  }

  @Test("Esc alone, twice, or before a key is Esc")
  func escape() {
    #expect(Self.events("\u{1B}") == [.key(.escape)])
    #expect(Self.events("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    #expect(Self.events("\u{1B}j") == [.key(.escape), .key(.character("j"))])
    #expect(Self.events("\u{1B}[") == [.key(.escape), .key(.character("["))])
    #expect(Self.events("\u{1B}Ox") == [.key(.escape), .key(.character("O")), .key(.character("x"))])
    #expect(Self.events("\u{1B}あ") == [.key(.escape), .text("あ")])
    #expect(InputRun.events(from: [.byte(0x1B), .key(.up)]) == [.key(.escape), .key(.up)])
  }

  @Test("Keys that the terminal library does not know")
  func foreignKeys() {
    #expect(
      Self.events("\u{1B}[A\u{1B}OB\u{1B}[1~\u{1B}[6~\u{1B}[Z\u{1B}OR") == [
        .key(.up), .key(.down), .key(.home), .key(.pageDown), .key(.backTab), .key(.function(3)),
      ])
    #expect(Self.events("\u{1B}[1;5A\u{1B}[99~") == [])
  }

  @Test("Mouse reports of both forms")
  func mouse() {
    #expect(
      Self.events("\u{1B}[<0;3;2M\u{1B}[<0;3;2m\u{1B}[<65;300;2M") == [
        .mouse(Mouse(button: .left, position: Point(column: 2, row: 1))),
        .mouse(Mouse(button: .left, position: Point(column: 2, row: 1), isPress: false)),
        .mouse(Mouse(button: .wheelDown, position: Point(column: 299, row: 1))),
      ])
    #expect(Self.events("\u{1B}[<35;3;2M\u{1B}[<0;0;2M\u{1B}[<1M") == [])
    #expect(
      Self.events("\u{1B}[M !!j") == [
        .mouse(Mouse(button: .left, position: Point(column: 0, row: 0))), .key(.character("j")),
      ])
  }

  @Test("A paste is one event, whatever it holds and however it is cut")
  func paste() {
    let text = "一行\n\u{1B}[Aq\u{1B}[201 終\u{1B}\u{1B}[20"
    let bytes = RawInput.bytes("\u{1B}[200~\(text)\u{1B}[201~j")
    #expect(InputRun.events(from: bytes) == [.paste(text), .key(.character("j"))])
    for cut in [3, 7, 12, bytes.count - 4] {
      var decoder = InputDecoder()
      let events = decoder.events(from: Array(bytes[..<cut])) + decoder.events(from: Array(bytes[cut...]))
      #expect(events == [.paste(text), .key(.character("j"))])
    }
  }

  @Test("A paste is kept up to its limit, in whole characters")
  func longPaste() {
    let events = Self.events("\u{1B}[200~" + String(repeating: "あ", count: 30_000) + "\u{1B}[201~")
    guard case .paste(let text) = events.first else {
      Issue.record("\(events)")
      return
    }
    #expect(text == String(repeating: "あ", count: InputDecoder.pasteLimit / 3))
  }

  @Test("The end of input comes through, also inside a paste")
  func ended() {
    #expect(InputRun.events(from: [.ended]) == [.ended])
    #expect(InputRun.events(from: RawInput.bytes("\u{1B}[200~x") + [.ended]) == [.ended])
  }

  @Test("Random bytes never trap, and Ctrl-C comes through after any text")
  func fuzz() {
    var generator = SplitMix64(seed: 10)
    for _ in 0..<5_000 {
      var decoder = InputDecoder()
      let bytes = (0..<20).map { _ in
        RawInput.byte(Bool.random(using: &generator) ? UInt8.random(in: 0...255, using: &generator) : 0x1B)
      }
      _ = decoder.events(from: bytes)
      // The second ends what the first may stand in: the three bytes of an old mouse report, a paste.
      let typed = RawInput.bytes("\u{3}\u{1B}[201~\u{3}")
      #expect(decoder.events(from: typed).contains(.key(.control("c"))))
    }
  }

  @Test("Alt with a letter that begins a string is Esc and the letter, and eats nothing")
  func unfinishedString() {
    var decoder = InputDecoder()
    #expect(decoder.events(from: RawInput.bytes("\u{1B}P")) == [.key(.escape), .key(.character("P"))])
    #expect(decoder.events(from: RawInput.bytes("j")) == [.key(.character("j"))])
    #expect(decoder.events(from: RawInput.bytes("\u{1B}]11;never ends")) == [])
    #expect(decoder.events(from: RawInput.bytes("\u{3}q")) == [.key(.control("c")), .key(.character("q"))])
  }
}
