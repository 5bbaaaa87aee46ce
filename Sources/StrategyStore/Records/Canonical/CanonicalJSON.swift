import Foundation
import StrategyModel

/// The one text of a record: its own fields as JSON, keys sorted, slashes as they are, absent values left out.
enum CanonicalJSON {
  static func body(of record: Record) throws -> String {
    var writer = CanonicalWriter()
    try writer.body(of: record)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// By the general encoder, which defines the form.
  static func encoded(_ record: Record) throws -> [UInt8] { Array(try encoder.encode(Fields(record: record))) }

  /// In JSON a NUL is `\u0000`, unless the backslash is itself escaped.
  static func holdsNUL(_ body: [UInt8]) -> Bool {
    let nul = Array("u0000".utf8)
    var index = 0
    while let slash = body[index...].firstIndex(of: UInt8(ascii: "\\")) {
      if body[(slash + 1)...].starts(with: nul) { return true }
      index = min(slash + 2, body.count)
    }
    return false
  }

  static func record(_ kind: RecordKind, _ body: String) throws -> Record {
    if let record = plainRecord(kind, body) { return record }
    guard let decoder = decoders[kind] else { throw StoreError.invalid(kind.rawValue) }
    return try decoder.decode(KnownRecord.self, from: Data(body.utf8)).record
  }

  static func value<Value: Decodable>(_ type: Value.Type, _ body: String) throws -> Value {
    var body = body
    return try body.withUTF8 { bytes in plain(bytes) { try Value(from: $0) } }
      ?? general.decode(type, from: Data(body.utf8))
  }

  static func plainRecord(_ kind: RecordKind, _ body: String) -> Record? {
    var body = body
    return body.withUTF8 { bytes in plain(bytes) { try Record(kind: kind, from: $0) } }
  }

  /// What a plain text in UTF-8 holds; `nil` where the general decoder has the word, also on what is wrong with it.
  static func plain<Value>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ decode: (TokenDecoder) throws -> Value
  ) -> Value? {
    guard let decoder = TokenDecoder(bytes), let value = try? decode(decoder), !decoder.source.isGivenUp else {
      return nil
    }
    return value
  }

  /// The names of the fields in which two bodies differ, sorted.
  static func differences(_ left: String, _ right: String) -> [String] {
    let left = fields(of: left)
    let right = fields(of: right)
    return Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
  }

  /// The shape and the raw text of each top-level field of a canonical body.
  private static func fields(of body: String) -> [String: [UInt8]] {
    var body = body
    return body.withUTF8 { bytes in
      var fields: [String: [UInt8]] = [:]
      guard let tokens = JSONTokens(bytes)?.tokens, let root = tokens.first, root.shape == .object else {
        return fields
      }
      func text(_ token: JSONTokens.Token) -> Slice<UnsafeBufferPointer<UInt8>> {
        bytes[Int(token.start)..<Int(token.end)]
      }
      var index = 1
      while index < root.next {
        let value = tokens[index + 1]
        // A number and a text of the same digits are not the same.
        fields[String(decoding: text(tokens[index]), as: UTF8.self)] = [value.shape.rawValue] + text(value)
        index = Int(value.next)
      }
      return fields
    }
  }

  private struct Fields: Encodable {
    var record: Record

    func encode(to encoder: any Encoder) throws { try record.encodeFields(to: encoder) }
  }

  private struct KnownRecord: Decodable {
    var record: Record

    init(from decoder: any Decoder) throws {
      guard let kind = decoder.userInfo[CanonicalJSON.kindKey] as? RecordKind else {
        throw StoreError.invalid("kind")
      }
      record = try Record(kind: kind, from: decoder)
    }
  }

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()

  private static let general = JSONDecoder()

  private static let kindKey: CodingUserInfoKey = {
    guard let key = CodingUserInfoKey(rawValue: "kind") else { preconditionFailure("a key is any text") }
    return key
  }()

  private static let decoders: [RecordKind: JSONDecoder] = Dictionary(
    uniqueKeysWithValues: RecordKind.allCases.map { kind in
      let decoder = JSONDecoder()
      decoder.userInfo[kindKey] = kind
      return (kind, decoder)
    })
}
