import Foundation
import TextSearch

/// The migemo dictionary of the machine, where one is installed.
enum ReadingDictionary {
  /// Where Debian's and others' packages put it.
  private static let paths = [
    "/usr/share/cmigemo/utf-8/migemo-dict", "/usr/share/migemo/utf-8/migemo-dict",
    "/usr/local/share/migemo/utf-8/migemo-dict",
  ]

  /// A larger file is no dictionary. Bytes.
  private static let largest = 64 << 20

  /// - Returns: `nil` where none is installed, or it cannot be read: kana are found all the same.
  static func installed() -> MigemoDictionary? {
    for path in paths {
      guard let file = FileHandle(forReadingAtPath: path) else { continue }
      guard let bytes = try? file.read(upToCount: largest + 1), bytes.count <= largest else { continue }
      return MigemoDictionary([UInt8](bytes))
    }
    return nil
  }
}
