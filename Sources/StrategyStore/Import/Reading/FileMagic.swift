/// Files that are no text, by the bytes that they begin with. Nothing is ever unpacked.
enum FileMagic {
  private static let starts: [([UInt8], String)] = [
    ([0x1F, 0x8B], "gzipの圧縮ファイル"),
    (Array("BZh".utf8), "bzip2の圧縮ファイル"),
    ([0xFD] + Array("7zXZ".utf8), "xzの圧縮ファイル"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstdの圧縮ファイル"),
    (Array("7z".utf8) + [0xBC, 0xAF], "7-Zipの書庫"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "古い形式のExcelなどの文書"),
    (Array("%PDF-".utf8), "PDF"),
    (Array("SQLite format 3".utf8) + [0], "SQLiteのデータベース"),
    ([0x89] + Array("PNG".utf8), "PNGの画像"),
    ([0xFF, 0xD8, 0xFF], "JPEGの画像"),
  ]

  static func name(of bytes: FileBytes) -> String? {
    if bytes.starts(with: Array("PK".utf8) + [3, 4]) {
      let head = String(decoding: bytes.part(0..<min(bytes.count, 4_096)), as: UTF8.self)
      return head.contains("[Content_Types].xml") || head.contains("xl/") ? "Excelなどの文書（.xlsxなど）" : "ZIPの書庫"
    }
    if let found = starts.first(where: { bytes.starts(with: $0.0) }) {
      // A CSV may begin with these letters.
      return found.1.hasPrefix("bzip2") && !bytes.dropFirst(4).starts(with: Array("1AY&SY".utf8)) ? nil : found.1
    }
    let text = bytes.starts(with: TextDecoding.mark) ? bytes.without(first: 3) : bytes
    let head = String(decoding: text.part(0..<min(text.count, 64)), as: UTF8.self).lowercased()
    return head.hasPrefix("<!doctype html") || head.hasPrefix("<html") ? "HTML" : head.hasPrefix("<?xml") ? "XML" : nil
  }
}
