import StrategyModel
import TestSupport
import Testing
import TextSearch

@testable import StrategyStore

@Suite("Bytes in the making")
struct ByteRoomTests {
  private func text(_ write: (inout ByteRoom) -> Void) -> String {
    var room = ByteRoom(capacity: 1)
    write(&room)
    return String(decoding: room.bytes, as: UTF8.self)
  }

  private func expect(_ wanted: String, _ write: (inout ByteRoom) -> Void) {
    let written = text(write)
    #expect(written == wanted)
  }

  @Test("Numbers are written as Swift writes them")
  func numbers() {
    for number in [0, 1, 9, 10, 99, 100, -1, -10, 1_234_567, Int.max, .min] {
      let written = text { $0.append(decimal: number) }
      #expect(written == "\(number)")
    }
  }

  @Test("Texts are folded as the search folds them")
  func folded() {
    for plain in ["", "ＡＢＣ かなカナ", "ﾎﾟｰﾀﾙ", "㈱髙﨑", "e\u{301}", "😀 mixed テキスト", "ヶ"] {
      expect(TextFold.fold(plain)) { $0.append(folded: plain) }
    }
  }

  @Test("The text by which an item is found is that of its fields, folded and joined", arguments: 1...3)
  func searchedText(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let pieces = ["Ａ", "b", "か", "カ", "ｶﾞ", "漢", "髙", "㈱", "e\u{301}", "ヶ", "😀", " ", ""]
    func text() -> String { (0..<random.below(6)).map { _ in pieces[random.below(pieces.count)] }.joined() }
    for _ in 0..<300 {
      var item = ActionItem(id: text(), title: text())
      (item.reading, item.summary, item.department) = (text(), random.below(2) == 0 ? nil : text(), text())
      item.kpis = [KPI(id: "k", name: text(), source: Source(nil))]
      let fields = [item.id, item.title, item.reading, item.summary, item.department, item.kpis[0].name]
      expect(FilterSubject.text(of: fields)) { item.writeSearchedText(to: &$0) }
      expect(TextFold.fold(item.reading ?? item.title)) { item.writeTitleKey(to: &$0) }
    }
  }

  @Test("What grows keeps its bytes; what is cut is written over; a length is put before what it measures")
  func growth() {
    let bytes = grown()
    #expect(bytes.count == 300 + 4 + 6)
    #expect(bytes[..<300].elementsEqual((0..<300).map { UInt8(truncatingIfNeeded: $0) }))
    #expect(Array(bytes[300..<304]) == [6, 0, 0, 0])
    #expect(String(decoding: bytes[304...], as: UTF8.self) == "四百")
  }

  private func grown() -> [UInt8] {
    var room = ByteRoom(capacity: 1)
    for number in 0..<1_000 { room.append(UInt8(truncatingIfNeeded: number)) }
    room.cut(to: 300)
    room.prefixed { $0.append("四百") }
    return Array(room.bytes)
  }

  @Test("Targets come back from their column")
  func targets() {
    let due = PartialDate.day(CivilDate(dayNumber: 20_000))
    let source = Source(nil)
    let targets: [(Double?, PartialDate?)] = [
      (431, due), (nil, due), (-0.0, nil), (0, .words("末\tまで")), (1e17, .year(2030)), (0.1, nil), (-12, due),
      (9_007_199_254_740_992, nil),
    ]
    let written = targets.map { Target(id: "", due: $1, value: $0, source: source) }
    let column = text { KPIColumns.write(written, to: &$0) }
    let lines = targets.map { value, due in
      "\(value.map { "\($0)" } ?? "")\t\(due.map { $0.code.replacing("\t", with: " ") } ?? "")"
    }
    #expect(column == lines.joined(separator: "\n"))
    #expect(KPIColumns.targets(column).map(\.value) == targets.map(\.0))
  }

  @Test("Records are written kind by kind, those of a kind as they came")
  func kinds() {
    var keys = KeyTable()
    let kinds: [RecordKind] = [.review, .item, .measurement, .item, .review, .city, .item]
    for (place, kind) in kinds.enumerated() { _ = keys.insert(RecordKey(kind, "\(place)")) }
    #expect(keys.byKind() == [5, 1, 3, 6, 2, 0, 4])
  }
}
