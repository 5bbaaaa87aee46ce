import Testing

@testable import StrategyStore

@Suite("Cells and lines of a table")
struct CSVReadingTests {
  private static let pieces = ["a", "7", "-", "表", "か", "ｱ", "é", "𠮷", " ", "\u{80}", "\u{F4}", ";"]
  private static let guardedPieces = pieces + [",", "\"", "\n", "\r"]

  private func text(_ random: inout SplitMix, of pieces: [String]) -> String {
    (0..<random.below(25)).map { _ in pieces[random.below(pieces.count)] }.joined()
  }

  @Test("Cells of any length are told apart, plain and quoted", arguments: 1...20)
  func cells(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<20 {
      let rows = (0..<5).map { _ in
        (0..<(2 + random.below(5))).map { _ in
          random.below(2) == 0
            ? (text: text(&random, of: Self.pieces), isQuoted: false)
            : (text: text(&random, of: Self.guardedPieces), isQuoted: true)
        }
      }
      let ending = ["\n", "\r\n", "\r"][random.below(3)]
      let written = rows.map { row in
        row.map { $0.isQuoted ? "\"\($0.text.replacing("\"", with: "\"\""))\"" : $0.text }.joined(separator: ",")
      }
      var reader = CSVReading(
        DecodedText(bytes: FileBytes(Array(written.joined(separator: ending).utf8)), encoding: "UTF-8"))
      for row in rows {
        let cells = try #require(try reader.next())
        #expect(cells.map { Array($0.text.utf8) } == row.map { Array($0.text.utf8) })
        #expect(cells.map(\.isQuoted) == row.map(\.isQuoted))
      }
      #expect(try reader.next() == nil)
    }
  }

  @Test("A quote within a plain cell is told where it stands", arguments: 1...20)
  func quotes(place: Int) throws {
    let cell = String(repeating: "a", count: place) + "\"" + String(repeating: "b", count: 20)
    var reader = CSVReading(DecodedText(bytes: FileBytes(Array("x,\(cell),y".utf8)), encoding: "UTF-8"))
    #expect(throws: FormFault(offset: 2 + place, message: ImportWording.quoteInsideCell)) { try reader.next() }
  }

  @Test("Lines begin behind LF, CR and CRLF", arguments: 1...40)
  func lines(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let endings = seed.isMultiple(of: 2) ? ["\n"] : ["\n", "\r\n", "\r"]
    let pieces = seed.isMultiple(of: 4) ? ["a", "b"] : Self.pieces
    expectLines(Array(text(&random, of: pieces + endings).utf8))
  }

  @Test("A line may begin where a window ends", arguments: -2...2)
  func windows(place: Int) {
    var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: TextSurvey.window + 9)
    for line in stride(from: 0, to: bytes.count, by: 1 << 16) { bytes[line] = 0x0A }
    bytes.replaceSubrange((TextSurvey.window + place)...(TextSurvey.window + place + 1), with: [0x0D, 0x0A])
    expectLines(bytes)
  }

  @Test("The first byte that is not UTF-8 is found, in whichever part of a file it stands", arguments: 1...20)
  func broken(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<50 {
      var bytes = Array(text(&random, of: Self.pieces).utf8)
      for _ in 0..<(1 + random.below(2)) where !bytes.isEmpty {
        bytes[random.below(bytes.count)] = [0x80, 0xC3, 0xE3, 0xFF, 0x41][random.below(5)]
      }
      #expect(TextSurvey(FileBytes(bytes)).brokenUTF8 == Self.firstBroken(bytes))
    }
  }

  @Test("What is not UTF-8 is found on both sides of where two threads part a file", arguments: -4...4)
  func shared(distance: Int) {
    for shift in 0..<3 {
      let text = String(repeating: "a", count: shift) + String(repeating: "表", count: TextSurvey.parted / 3 + 1)
      var bytes = Array(text.utf8)
      #expect(TextSurvey(FileBytes(bytes)).brokenUTF8 == nil)
      bytes[bytes.count * 5 / 8 + distance] = UInt8(ascii: "a")
      #expect(TextSurvey(FileBytes(bytes)).brokenUTF8 == Self.firstBroken(bytes))
    }
  }

  @Test("What is not UTF-8 is found in the second window of a large file too", arguments: [0, 1, 2])
  func laterWindow(place: Int) {
    let start = TextSurvey.window - 3
    var bytes = Array(String(repeating: "a", count: start).utf8)
    bytes += Array(String(repeating: "表", count: TextSurvey.parted).utf8)
    #expect(TextSurvey(FileBytes(bytes)).brokenUTF8 == nil)
    let middle = TextSurvey.window + (bytes.count - TextSurvey.window) * 5 / 8
    bytes[[middle - 4, middle + 4, bytes.count - 1][place]] = UInt8(ascii: "a")
    #expect(TextSurvey(FileBytes(bytes)).brokenUTF8 == Self.firstBroken(bytes))
  }

  private static func firstBroken(_ bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var place = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): place += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return place
      }
    }
  }

  private func expectLines(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    for (place, byte) in bytes.enumerated() {
      let isPair = byte == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
      if byte == 0x0A || byte == 0x0D && !isPair { starts.append(UInt32(place + 1)) }
    }
    let survey = TextSurvey(FileBytes(bytes))
    #expect(survey.lineStarts == starts)
    #expect(survey.isASCII == bytes.allSatisfy { $0 < 0x80 })
  }
}
