import Foundation
import StrategyModel
import Testing

@testable import StrategyStore

@Suite("Decoding by tokens")
struct TokenDecoderTests {
  /// What the general decoder says of a body; `nil` for a fault.
  private func general(_ kind: RecordKind, _ body: String) -> Record? {
    let bundled = Data(#"{"kind":"\#(kind.rawValue)","record":\#(body)}"#.utf8)
    return try? JSONDecoder().decode(Record.self, from: bundled)
  }

  @Test("A record comes back as it was written", arguments: 1...8)
  func same(seed: UInt64) throws {
    var maker = RecordMaker(random: SplitMix(seed: seed))
    var plain = 0
    for _ in 0..<200 {
      let record = maker.record()
      let body = try CanonicalJSON.body(of: record)
      #expect(try CanonicalJSON.record(record.key.kind, body) == record)
      guard let decoded = CanonicalJSON.plainRecord(record.key.kind, body) else {
        // Only escapes by number are left to the general decoder.
        #expect(body.contains("\\u"))
        continue
      }
      plain += 1
      #expect(decoded == record)
      #expect(try CanonicalJSON.body(of: decoded) == body)
    }
    #expect(plain > 20)
  }

  @Test("The bundled city needs no other decoder")
  func bundled() throws {
    for revision in try OsakaSeed.revisions() {
      for change in revision.changes {
        guard case .put(let record) = change else { continue }
        #expect(CanonicalJSON.plainRecord(record.key.kind, try CanonicalJSON.body(of: record)) == record)
      }
    }
  }

  @Test("Of a damaged text nothing is made that the general decoder does not make", arguments: 1...8)
  func damaged(seed: UInt64) throws {
    var maker = RecordMaker(random: SplitMix(seed: seed))
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "0", "-", "1.", ".5", "1e5", "01", " ", "\n", "\u{1}",
      "\"id\":", "{}", "[]", "漢",
    ]
    var (decoded, refused) = (0, 0)
    for _ in 0..<400 {
      let record = maker.record()
      let whole = Array(try CanonicalJSON.body(of: record).unicodeScalars)
      for _ in 0..<10 {
        var scalars = whole
        let place = maker.random.below(scalars.count)
        switch maker.random.below(3) {
        case 0: scalars.remove(at: place)
        case 1: scalars.removeLast(scalars.count - place)
        default: scalars.insert(contentsOf: pieces[maker.random.below(pieces.count)].unicodeScalars, at: place)
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        guard let plain = CanonicalJSON.plainRecord(record.key.kind, String(text)) else {
          refused += 1
          continue
        }
        decoded += 1
        #expect(plain == general(record.key.kind, String(text)), "\(String(text))")
      }
    }
    #expect(decoded > 10)
    #expect(refused > 1_000)
  }

  @Test(
    "What is no JSON is left to the general decoder",
    arguments: [
      "", " ", "{", "{\"id\"", "{\"id\":}", "{\"id\":\"a\",}", "{,}", "{\"id\":\"a\"} x", "[1,]", "[1 2]", "01", "1.",
      ".5", "+1", "-", "1e", "tru", "nul", "{\"x\":\"\\u12\"}", "{\"x\":\"\\u\"}", "\"\\u12g4\"", "\"\\u123", "\"a",
      "\"\\", "\"\n\"",
      "{\"a\\u0062\":1}",
      String(repeating: "[", count: 100),
    ])
  func noJSON(text: String) {
    var text = text
    #expect(text.withUTF8 { TokenDecoder($0) == nil })
  }

  @Test("Numbers are what the general decoder takes them for")
  func numbers() throws {
    let texts = [
      "0", "-0", "0.0", "-0.0", "1", "-1", "10", "0.1", "1.5e3", "1E-7", "123456789012345", "1234567890123456",
      "9007199254740993", "0.30000000000000004", "1e308", "4.9e-324", "2.2250738585072011e-308", "\(Int.max)",
      "\(Int.min)",
    ]
    for text in texts {
      let body = "[\(text)]"
      #expect(
        try CanonicalJSON.value([Double].self, body) == JSONDecoder().decode([Double].self, from: Data(body.utf8)))
      let (own, general) = (
        try? CanonicalJSON.value([Int].self, body), try? JSONDecoder().decode([Int].self, from: Data(body.utf8))
      )
      #expect(own == general, "\(text)")
    }
    let zero = try #require(try CanonicalJSON.value([Double].self, "[-0]").first)
    #expect(zero.sign == .minus)
    for text in ["1e-400", "-1e-400", "0.00001e-330", "1e999"] {
      #expect(throws: DecodingError.self) { try CanonicalJSON.value([Double].self, "[\(text)]") }
    }
    for text in ["[0e5]", "[0.00]", "[-0.0e-9]"] {
      let general = try? JSONDecoder().decode([Double].self, from: Data(text.utf8))
      #expect((try? CanonicalJSON.value([Double].self, text)) == general, "\(text)")
    }
    for text in ["\(Int.max)0", "-\(Int.max)9", "1e999", "1.5"] {
      #expect(throws: DecodingError.self) { try CanonicalJSON.value([Int].self, "[\(text)]") }
    }
  }

  @Test("Fields that differ are named, whatever is in them")
  func differences() throws {
    let left = #"{"a":"1","b":[1,{"x":"}\\"}],"c":"\u0001","d":null,"e":"same","f":{"y":[]}}"#
    let right = #"{"a":1,"b":[1,{"x":"}\""}],"c":"\u0002","e":"same","f":{"y":[]},"g":true}"#
    #expect(CanonicalJSON.differences(left, right) == ["a", "b", "c", "d", "g"])
    #expect(CanonicalJSON.differences(left, left).isEmpty)
  }

  @Test("A type that tries one form after the other gets what the general decoder gives")
  func tries() throws {
    for text in ["[1.0]", "[1,2.5,true,null]", "{\"a\":[1e2,\"x\"],\"b\":{}}", "[[],{}]"] {
      let general = try? JSONDecoder().decode(FieldTree.self, from: Data(text.utf8))
      #expect((try? CanonicalJSON.value(FieldTree.self, text)) == general, "\(text)")
    }
  }

  @Test("A fault is told by the general decoder, with its place")
  func faults() {
    #expect {
      try CanonicalJSON.value(
        StrategyModel.Measurement.self, #"{"date":"2020-04-01","id":"m","item":"i","kpi":"k","value":"x"}"#)
    } throws: { error in
      guard case DecodingError.typeMismatch(_, let context) = error else { return false }
      return context.codingPath.map(\.stringValue) == ["value"]
    }
  }
}
