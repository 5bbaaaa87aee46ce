import StrategyModel
import Testing

@testable import StrategyStore

@Suite("Canonical JSON")
struct CanonicalWriterTests {
  @Test("The quick writer writes what the general encoder writes", arguments: 1...8)
  func sameAsGeneral(seed: UInt64) throws {
    var maker = RecordMaker(random: SplitMix(seed: seed))
    var writer = CanonicalWriter()
    for _ in 0..<200 {
      let record = maker.record()
      try writer.body(of: record)
      let general = try CanonicalJSON.encoded(record)
      let (written, holdsNUL) = (String(decoding: writer.bytes, as: UTF8.self), writer.holdsNUL)
      #expect(written == String(decoding: general, as: UTF8.self))
      #expect(holdsNUL == CanonicalJSON.holdsNUL(general))
    }
  }

  @Test("What has to be escaped is found at every place of a text", arguments: 1...4)
  func escapes(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var writer = CanonicalWriter()
    let pieces = ["a", "b", "1", "/", "か", "漢", "é", "😀", "~", "\u{7F}", " ", "\"", "\\", "\n", "\u{1}", "\u{1F}"]
    for _ in 0..<2_000 {
      // Mostly what needs no escape, so that whole words of eight bytes have none or one.
      let title = (0..<random.below(26)).map { _ in pieces[random.below(random.below(8) == 0 ? pieces.count : 11)] }
      let record = Record.item(ActionItem(id: "a", title: title.joined()))
      try writer.body(of: record)
      let written = Array(writer.bytes)
      #expect(written == (try CanonicalJSON.encoded(record)))
    }
  }

  @Test("A NUL in a text is noticed, an escaped backslash before u0000 is none")
  func nul() throws {
    var writer = CanonicalWriter()
    func holdsNUL(_ record: Record) throws -> Bool {
      try writer.body(of: record)
      return writer.holdsNUL
    }
    #expect(try holdsNUL(.item(ActionItem(id: "a", title: "x\0y"))))
    #expect(try !holdsNUL(.item(ActionItem(id: "a", title: "\\u0000"))))
    #expect(try holdsNUL(.pillar(Pillar(id: "p", strategy: "s", order: 1, name: "x\0", source: Source(nil)))))
  }

  @Test("A number without a form in JSON is an error")
  func notFinite() {
    var writer = CanonicalWriter()
    let measurement = Measurement(id: "m", item: "i", kpi: "k", date: nil, value: .infinity)
    var failure: (any Error)?
    do { try writer.body(of: .measurement(measurement)) } catch { failure = error }
    #expect(failure is EncodingError)
  }
}
