import Foundation

/// A file that only its owner can read, in a folder of its own, for what is being written.
struct DraftFolder {
  let path: String
  private let folder: URL

  init(name: String) throws {
    // A short name, because the path is told on one line of a narrow screen; only the owner may enter.
    var template = FileManager.default.temporaryDirectory.appending(path: "honbu-XXXXXX").path.utf8CString
    let made = template.withUnsafeMutableBufferPointer { name in
      name.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    folder = URL(filePath: made)
    let allowed = name.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        ? Character(scalar) : "_"
    }
    path = folder.appending(path: String(allowed.prefix(60)) + ".yaml").path
  }

  func write(_ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  /// - Returns: `nil` when it is no longer text.
  func read() throws -> String? { String(data: try Data(contentsOf: URL(filePath: path)), encoding: .utf8) }

  func remove() throws { try FileManager.default.removeItem(at: folder) }
}
