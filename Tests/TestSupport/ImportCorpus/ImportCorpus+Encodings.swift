import Foundation

extension ImportCorpus {
  private static let title = "市役所の窓口手続きをオンラインへ"
  private static let text = "id,title\r\nB-1,\(title)\r\n"
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func data(_ text: String, _ encoding: String.Encoding) -> [UInt8] {
    guard let data = text.data(using: encoding) else { preconditionFailure("\(encoding) has no \(text)") }
    return Array(data)
  }

  /// A row with a title in other bytes than UTF-8.
  private static func row(_ title: [UInt8], _ newline: String = "\r\n") -> [UInt8] {
    Array("id,title\(newline)B-1,".utf8) + title + Array(newline.utf8)
  }

  public static let encodings: [ImportCase] = [
    .accepted("UTF-8", "a.csv", text, title: title),
    .accepted("UTF-8 with a mark", "a.csv", bytes: mark + Array(text.utf8), title: title),
    .accepted(
      "UTF-8 beyond the basic plane", "a.csv", "id,title\nB-1,𠮷野家の😀と👩‍👩‍👧\n", title: "𠮷野家の😀と👩‍👩‍👧"),
    .accepted("UTF-8 in NFD is stored in NFC", "a.csv", "id,title\nB-1,か\u{3099}く\n", title: "がく"),
    .accepted(
      "UTF-16LE with a mark", "a.csv", bytes: [0xFF, 0xFE] + data(text, .utf16LittleEndian), title: title),
    .accepted("UTF-16BE with a mark", "a.csv", bytes: [0xFE, 0xFF] + data(text, .utf16BigEndian), title: title),
    .accepted("UTF-16LE without a mark", "a.csv", bytes: data(text, .utf16LittleEndian), title: title),
    .accepted("UTF-16BE without a mark", "a.csv", bytes: data(text, .utf16BigEndian), title: title),
    .accepted(
      "UTF-16 with surrogate pairs", "a.csv",
      bytes: [0xFF, 0xFE] + data("id,title\nB-1,𠮷😀\n", .utf16LittleEndian), title: "𠮷😀"),
    .accepted("CP932", "a.csv", bytes: data(text, .shiftJIS), title: title),
    .accepted(
      "CP932 with NEC's characters", "a.csv",
      bytes: row(bytes("8e73 96f0 8f8a 8740 8741 878a 8782 877e 875b 8760 8784")),
      title: "市役所①②㈱№㍻Ⅷ㌔℡"),
    .accepted(
      "CP932 with IBM's characters", "a.csv", bytes: row(bytes("8e73 96f0 8f8a 82cc fbfc fab1 fa40")),
      title: "市役所の髙﨑ⅰ"),
    .accepted(
      "CP932 with IBM's characters as NEC selected them", "a.csv",
      bytes: row(bytes("8e73 96f0 8f8a 82cc eee0 ed95 eeef")),
      title: "市役所の髙﨑ⅰ"),
    .accepted(
      "CP932 with half-width kana", "a.csv", bytes: row(bytes("cfc4deb8deC1 82cc 8ee8 91b1 82ab")),
      title: "ﾏﾄﾞｸﾞﾁの手続き"),
    .accepted(
      "CP932 with a trail byte that is a backslash", "a.csv", bytes: row(bytes("955c 8ea6 82cc 8f5c 945c")),
      title: "表示の十能"),
    .accepted("CP932 in one line with CR", "a.csv", bytes: row(data(title, .shiftJIS), "\r"), title: title),
  ]

  public static let otherEncodings: [ImportCase] = [
    .refused(
      "UTF-32LE with a mark", "a.csv", bytes: [0xFF, 0xFE, 0, 0] + data(text, .utf32LittleEndian), nil, nil, "UTF-32"),
    .refused(
      "UTF-32BE with a mark", "a.csv", bytes: [0, 0, 0xFE, 0xFF] + data(text, .utf32BigEndian), nil, nil, "UTF-32"),
    .refused("UTF-32LE without a mark", "a.csv", bytes: data(text, .utf32LittleEndian), nil, nil, "UTF-32"),
    .refused("UTF-32BE without a mark", "a.csv", bytes: data(text, .utf32BigEndian), nil, nil, "UTF-32"),
    .refused(
      "EUC-JP", "a.csv", bytes: row(bytes("bbd4ccf2bdeaa4cec1ebb8fdbceac2b3a4ada4f2a5aaa5f3a5e9a5a4a5f3a4d8")), nil,
      nil, "EUC"),
    .refused(
      "EUC-JP with half-width kana", "a.csv", bytes: row(bytes("8ecf 8ec4 8ede 8eb8 8ede 8ec1")), nil, nil, "EUC"),
    .refused("EUC-JIS-2004", "a.csv", bytes: row(bytes("bbd4 ccf2 bdea ada1 a4ce cfd4 c0d5")), nil, nil, "EUC"),
    .refused(
      "ISO-2022-JP", "a.csv",
      bytes: row([0x1B, 0x24, 0x42] + Array(";TLr=j$NAk8}<jB3$-$r".utf8) + [0x1B, 0x28, 0x42]), nil, nil,
      "ISO-2022-JP（JIS）"),
    .refused(
      "ISO-2022-JP with half-width kana", "a.csv", bytes: row([0x1B, 0x28, 0x49, 0x4F, 0x44, 0x5E, 0x1B, 0x28, 0x42]),
      nil, nil,
      "ISO-2022-JP（JIS）"),
    .refused(
      "ISO-2022-KR", "a.csv", bytes: row([0x1B, 0x24, 0x29, 0x43, 0x0E] + Array("=CC;".utf8) + [0x0F]), nil, nil,
      "ISO-2022-KR"),
    .refused(
      "UTF-7", "a.csv", "id,title\r\nB-1,+XgJfeWJAMG56k1PjYkt9mjBNMJIwqjDzMOkwpDDzMHg\r\n", nil, nil, "UTF-7"),
    .refused("UTF-7 with a mark", "a.csv", "+/v8-id,title\r\nB-1,+epNT4w\r\n", nil, nil, "UTF-7"),
    .accepted(
      "A plus sign makes no UTF-7", "a.csv", "id,title\nB-1,C++ and +81-6-6208-9999 +abc\n",
      title: "C++ and +81-6-6208-9999 +abc"),
    .refused("HZ", "a.csv", "id,title\r\nB-1,~{JPU~8.TZO_40?Z~}\r\n", nil, nil, "HZ"),
    .refused("Latin-1", "a.csv", bytes: row(bytes("436166e9 2066fc72 20537472 61df656e")), 2, 8, "西欧"),
    .refused("Windows-1252", "a.csv", bytes: row(bytes("93537472 61df6594 20962063 6166e985")), 2, 5, "西欧の文字コード"),
    .refused("Mac Roman", "a.csv", bytes: row(bytes("4361668e 20669f72 20537472 61a7656e")), 2, 8, "西欧"),
    .refused("KOI8-R", "a.csv", bytes: row(bytes("e7cfd2cfc4d3cbc1d1 20 d3d4d2c1d4c5c7c9d1")), 2, 5, "文字コードが分かりません"),
    .refused(
      "Windows-1251", "a.csv", bytes: row(bytes("c3eef0eee4f1eae0ff 20 f1f2f0e0f2e5e3e8ff")), 2, 5, "文字コードが分かりません"),
    .refused(
      "ISO 8859-5", "a.csv", bytes: row(bytes("b3dee0ded4e1dad0ef 20 e1e2e0d0e2d5d3d8ef")), 2, 5, "文字コードが分かりません"),
    .refused("Big5", "a.csv", bytes: row(bytes("a5abac46a9b2bd75a457b5a1a466aa41b0c8ad70b565")), 2, 5, "文字コードが分かりません"),
    .refused("GB2312", "a.csv", bytes: row(bytes("cad0d5feb8aed4dacfdfb4b0bfdab7fecef1bcc6bbae")), nil, nil, "EUC"),
    .refused("GBK", "a.csv", bytes: row(bytes("cad0d5feb8aebe51c9cfb4b0bfdab7fe84d5d38b849d")), 2, 5, "文字コードが分かりません"),
    .refused("EUC-KR", "a.csv", bytes: row(bytes("bdc3c3bb20bfc2b6f3c0ce20c3a2b1b8")), nil, nil, "EUC"),
    .refused("CP949", "a.csv", bytes: row(bytes("8c63b9e6b0a2c7cf20bc84bdc3c4ddb6f320bdc3c3bb")), 2, 5, "文字コードが分かりません"),
    .refused("TIS-620", "a.csv", bytes: row(bytes("e1bcb9c2d8b7b8c8d2cab5c3ece0c1d7cda7")), nil, nil, "EUC"),
    .refused("EBCDIC", "a.csv", bytes: bytes("89846ba389a3938525c160f16bc3c9e3e840d6c6c6c9c3c525"), nil, nil, "EBCDIC"),
    .refused(
      "Shift_JIS-2004", "a.csv", bytes: row(bytes("8e73 96f0 8f8a 82cc 9873 90d3 82c6 918b 8cfb")), 2, 9,
      "Shift_JISとして読めない文字"),
    .refused(
      "CP932 with a broken pair", "a.csv",
      bytes: Array("id,title\r\nA-1,".utf8) + data("窓口\r\nB-1,市役所", .shiftJIS) + [0x82, 0x2C]
        + Array("\r\n".utf8), 3, 8, "Shift_JISとして読めない文字"),
    .refused(
      "UTF-8 with a broken character", "a.csv", bytes: row(Array("市役所".utf8) + [0xE3, 0x81] + Array("窓口".utf8)), 2, 8,
      "UTF-8の並びが壊れています"),
    .refused("UTF-8 cut off", "a.csv", bytes: Array("id,title\nB-1,市役".utf8).dropLast(), 2, 6, "UTF-8の並びが壊れています"),
    .refused("UTF-8 that is too long", "a.csv", bytes: row(Array("市役所".utf8) + [0xC0, 0xAF]), 2, 8, "UTF-8の並びが壊れています"),
    .refused(
      "Surrogates in UTF-8", "a.csv", bytes: row(Array("市役所".utf8) + [0xED, 0xA0, 0x81, 0xED, 0xB0, 0x80]), 2, 8,
      "UTF-8の並びが壊れています"),
    .refused(
      "UTF-8 joined with CP932", "a.csv", bytes: Array(text.utf8) + data(text, .shiftJIS), 4, 5, "UTF-8の並びが壊れています"),
    .refused(
      "UTF-16 of an odd length", "a.csv", bytes: [0xFF, 0xFE] + data(text, .utf16LittleEndian) + [0x41], nil, nil,
      "UTF-16の並びが壊れています"),
    .refused(
      "UTF-16 with half a pair", "a.csv",
      bytes: [0xFF, 0xFE] + data("id,title\nB-1,", .utf16LittleEndian) + [0x3D, 0xD8] + data("x\n", .utf16LittleEndian),
      nil, nil, "UTF-16の並びが壊れています"),
    .refused("gzip", "a.csv", bytes: bytes("1f8b0800000000000003") + Array(text.utf8), nil, nil, "gzip"),
    .refused("A ZIP archive", "a.csv", bytes: bytes("504b0304140000000800") + Array("items.csv".utf8), nil, nil, "ZIP"),
    .refused(
      "An Excel workbook", "items.xlsx", bytes: bytes("504b030414000600") + Array("[Content_Types].xml".utf8), nil, nil,
      "Excel"),
    .refused("An old Excel workbook", "items.xls", bytes: bytes("d0cf11e0a1b11ae10000"), nil, nil, "Excel"),
    .refused("PDF", "plan.pdf", "%PDF-1.7\n1 0 obj\n", nil, nil, "PDF"),
    .refused("bzip2", "a.csv", bytes: Array("BZh91AY&SY".utf8) + [0x8F, 0x12], nil, nil, "bzip2"),
    .refused("xz", "a.csv", bytes: [0xFD] + Array("7zXZ".utf8) + [0, 0], nil, nil, "xz"),
    .refused("7-Zip", "a.csv", bytes: Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C], nil, nil, "7-Zip"),
    .refused("A store", "honbu.sqlite", bytes: Array("SQLite format 3".utf8) + [0, 0x10, 0], nil, nil, "SQLite"),
    .refused("A picture", "a.csv", bytes: [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A], nil, nil, "PNG"),
    .refused("HTML", "a.csv", "<!DOCTYPE html>\n<html><body>id,title</body></html>\n", nil, nil, "HTML"),
  ]
}
