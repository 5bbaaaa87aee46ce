import Foundation

/// A file that only its owner can read, in a folder of its own, for what is being written.
struct DraftFolder {
  let path: String
  private let folder: URL

  init(name: String) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "honbu-\(UUID().uuidString)")
    let owner: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false, attributes: owner)
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
