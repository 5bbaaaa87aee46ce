import Foundation

/// Recognises the encoding of a file, or refuses it: no byte is ever replaced, no mojibake stored.
public enum TextDecoding {
  /// Why a file is not text that we can read.
  enum Refusal: Error, Hashable {
    case encoding(named: String)
    case unknownEncoding(TextPosition)
    case notText(TextPosition)
    case brokenUTF16
  }

  static func decode(_ data: [UInt8]) throws(Refusal) -> DecodedText { try decode(FileBytes(data)) }

  static func decode(_ data: FileBytes) throws(Refusal) -> DecodedText {
    let text = try recognised(data)
    if let offset = text.bytes.firstIndex(of: 0) { throw .notText(text.position(of: offset)) }
    text.bytes.forget()
    return text
  }

  private static func recognised(_ data: FileBytes) throws(Refusal) -> DecodedText {
    if data.starts(with: [0xFF, 0xFE, 0, 0]) || data.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .encoding(named: "UTF-32")
    }
    if data.starts(with: [0xFF, 0xFE]) { return try utf16(Array(data)[2...], bigEndian: false) }
    if data.starts(with: [0xFE, 0xFF]) { return try utf16(Array(data)[2...], bigEndian: true) }
    let body = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.without(first: 3) : data
    if let bigEndian = looksLikeUTF16(data) { return try utf16(Array(data)[...], bigEndian: bigEndian) }
    if !body.isUTF8, let broken = firstBrokenUTF8(body) { return try shiftJIS(Array(body), brokenUTF8: broken) }
    if hasJISEscape(body) { throw .encoding(named: "ISO-2022-JP（JIS）") }
    return DecodedText(bytes: body, encoding: "UTF-8")
  }

  // MARK: UTF-8 and UTF-16

  private static func firstBrokenUTF8(_ bytes: FileBytes) -> Int? {
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  private static func utf16(_ data: ArraySlice<UInt8>, bigEndian: Bool) throws(Refusal) -> DecodedText {
    guard data.count % 2 == 0, let text = String(validating: units(data, bigEndian: bigEndian), as: UTF16.self) else {
      throw .brokenUTF16
    }
    return DecodedText(bytes: Array(text.utf8), encoding: bigEndian ? "UTF-16BE" : "UTF-16LE")
  }

  private static func units(_ data: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt16] {
    stride(from: data.startIndex, to: data.endIndex - 1, by: 2).map { index in
      let first = UInt16(data[index])
      let second = UInt16(data[index + 1])
      return bigEndian ? first << 8 | second : second << 8 | first
    }
  }

  /// UTF-16 without a mark has a zero in every ASCII comma and newline, always on the same side of the pair.
  private static func looksLikeUTF16(_ data: FileBytes) -> Bool? {
    guard data.count % 2 == 0, data.contains(0) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in data.prefix(1 << 20).enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    guard zeros.even == 0 || zeros.odd == 0, (zeros.even + zeros.odd) * 25 >= min(data.count, 1 << 20) else {
      return nil
    }
    let bigEndian = zeros.odd == 0
    guard let text = String(validating: units(Array(data)[...], bigEndian: bigEndian), as: UTF16.self),
      text.utf8.contains(where: Byte.endsValue), !text.utf8.contains(0)
    else { return nil }
    return bigEndian
  }

  // MARK: Japanese encodings of one and two bytes

  private static func hasJISEscape(_ bytes: FileBytes) -> Bool {
    guard bytes.contains(0x1B) else { return false }
    for (index, byte) in bytes.enumerated() where byte == 0x1B && index + 2 < bytes.count {
      let pair = (bytes[index + 1], bytes[index + 2])
      if pair == (0x24, 0x42) || pair == (0x24, 0x40) || pair == (0x28, 0x4A) || pair == (0x24, 0x28) { return true }
    }
    return false
  }

  private static func shiftJIS(_ bytes: [UInt8], brokenUTF8: Int) throws(Refusal) -> DecodedText {
    // Only ASCII-shaped bytes and pairs of A1-FE: Shift_JIS writes kana and common kanji with leads below A0.
    if EncodingShape.isPairs(bytes) { throw .encoding(named: "EUC（EUC-JPなど）") }
    let position = DecodedText(bytes: bytes, encoding: "").position(of: brokenUTF8)
    guard EncodingShape.isPlausibleShiftJIS(bytes),
      let text = String(data: Data(bytes), encoding: .shiftJIS), !text.unicodeScalars.contains("\u{FFFD}")
    else { throw .unknownEncoding(position) }
    return DecodedText(bytes: Array(text.utf8), encoding: "Shift_JIS")
  }
}
