import Foundation

/// Recognises the encoding of a file, or refuses it: no byte is ever replaced, no mojibake stored.
public enum TextDecoding {
  /// Why a file is not text that we can read.
  enum Refusal: Error, Hashable {
    /// An archive, a workbook, a picture.
    case container(named: String)
    case encoding(named: String)
    case unknownEncoding(TextPosition)
    case western(TextPosition)
    case brokenUTF8(TextPosition)
    case brokenUTF16
    case brokenShiftJIS(TextPosition)
    case nul(TextPosition)
    case innerMark(TextPosition)
    case tooManyLines
    /// There is no room for the text in UTF-8 where temporary files go.
    case notKept(StoreError)
  }

  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func decode(_ data: [UInt8]) throws(Refusal) -> DecodedText { try decode(FileBytes(data)) }

  static func decode(_ data: FileBytes) throws(Refusal) -> DecodedText {
    if let name = FileMagic.name(of: data) { throw .container(named: name) }
    let text = try recognised(data)
    let survey = text.survey
    if survey.hasTooManyLines { throw .tooManyLines }
    if let offset = survey.nul { throw .nul(text.position(of: offset)) }
    if let offset = survey.innerMark { throw .innerMark(text.position(of: offset)) }
    return text
  }

  private static func recognised(_ data: FileBytes) throws(Refusal) -> DecodedText {
    if UTF16Reading.isUTF32(data) { throw .encoding(named: "UTF-32") }
    if let form = UTF16Reading.form(of: data) {
      return try kept(form.name) { spool throws(Refusal) in
        try UTF16Reading.transcode(data, form, into: spool)
      }
    }
    let body = data.starts(with: mark) ? data.without(first: 3) : data
    let survey = TextSurvey(body)
    let text = DecodedText(bytes: body, encoding: "UTF-8", survey: survey)
    guard let broken = survey.brokenUTF8 else {
      if let name = SevenBitShape.name(of: body, survey) { throw .encoding(named: name) }
      return text
    }
    if EncodingShape.isMostlyUTF8(body, around: broken) { throw .brokenUTF8(text.position(of: broken)) }
    return try eightBit(body, brokenUTF8: text.position(of: broken))
  }

  private static func eightBit(_ bytes: FileBytes, brokenUTF8: TextPosition) throws(Refusal) -> DecodedText {
    // Only ASCII-shaped bytes and pairs of A1-FE: Shift_JIS writes kana and common kanji with leads below A0.
    if EncodingShape.isPairs(bytes) { throw .encoding(named: "EUC（EUC-JPなど）") }
    if EncodingShape.isEBCDIC(bytes) { throw .encoding(named: "EBCDIC") }
    switch EncodingShape.judge(bytes) {
    case .japanese: break
    case .brokenJapanese(let offset): throw .brokenShiftJIS(ShiftJISReading.position(of: offset, in: bytes))
    case .western: throw .western(brokenUTF8)
    case .other: throw .unknownEncoding(brokenUTF8)
    }
    return try kept("Shift_JIS") { spool throws(Refusal) in try ShiftJISReading.transcode(bytes, into: spool) }
  }

  /// The text in UTF-8, which a large file does not hold in memory.
  private static func kept(
    _ encoding: String, _ write: (SpoolStorage) throws(Refusal) -> Void
  ) throws(Refusal) -> DecodedText {
    let spool = SpoolStorage()
    try write(spool)
    do throws(StoreError) {
      try spool.seal()
    } catch {
      throw .notKept(error)
    }
    return DecodedText(bytes: FileBytes(spool), encoding: encoding)
  }

  static func append(_ text: some Collection<UInt8>, to spool: SpoolStorage) throws(Refusal) {
    do throws(StoreError) {
      try spool.append(text)
    } catch {
      throw .notKept(error)
    }
  }
}
