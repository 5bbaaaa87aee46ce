import Glibc
import TextSearch

/// The migemo dictionary of the machine, where one is installed.
public enum ReadingDictionary {
  /// Where Debian's and others' packages put it.
  private static let paths = [
    "/usr/share/cmigemo/utf-8/migemo-dict", "/usr/share/migemo/utf-8/migemo-dict",
    "/usr/local/share/migemo/utf-8/migemo-dict",
  ]

  /// Where one is installed that can be read.
  public static var path: String? { paths.first { access($0, R_OK) == 0 } }

  /// A larger file is no dictionary. Bytes.
  private static let largest = 64 << 20

  /// - Returns: `nil` where none is installed, or it cannot be read: kana are found all the same.
  static func installed() -> MigemoDictionary? {
    for path in paths {
      if let bytes = read(path) { return MigemoDictionary(bytes) }
    }
    return nil
  }

  /// Once, into the memory where the dictionary keeps it: each copy would be 5 MB that the process never gives back.
  private static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= largest else { return nil }
    let size = Int(status.st_size)
    var isWhole = true
    // One byte more, for the end of a last line that has none.
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < size {
        let came = Glibc.read(file, buffer.baseAddress.map { $0 + count }, size - count)
        if came < 0, errno == EINTR { continue }
        guard came > 0 else {
          isWhole = came == 0
          return
        }
        count += came
      }
    }
    return isWhole ? bytes : nil
  }
}
