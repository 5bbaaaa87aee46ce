import Crypto
import Foundation
import StrategyModel

/// A file to import, read whole.
public struct ImportFile: Hashable, Sendable {
  /// The name without its folders, as messages and the history give it.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Reads the file at a path; one that is too large is refused before it is read.
  public static func read(path: String) throws(ImportFaults) -> ImportFile {
    let name = (path as NSString).lastPathComponent
    let attributes = try? FileManager.default.attributesOfItem(atPath: (path as NSString).resolvingSymlinksInPath)
    func refused(_ message: String) -> ImportFaults { ImportFaults([ImportFault(file: name, message: message)]) }
    if let type = attributes?[.type] as? FileAttributeType, type == .typeDirectory {
      throw refused(ImportWording.notAFile)
    }
    if let size = attributes?[.size] as? NSNumber, size.intValue > ImportLimits.fileBytes {
      throw refused(ImportWording.fileTooLarge)
    }
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: ImportLimits.fileBytes + 1) ?? Data()
    else { throw refused(ImportWording.cannotRead) }
    guard data.count <= ImportLimits.fileBytes else { throw refused(ImportWording.fileTooLarge) }
    return ImportFile(name: name, bytes: Array(data))
  }

  var sha256: String { ImportFile.hex(SHA256.hash(data: bytes)) }

  /// Of several files: their names, and the SHA-256 of what `sha256sum` prints for them.
  static func source(of files: [ImportFile]) -> SourceFile? {
    guard let first = files.first else { return nil }
    if files.count == 1 { return SourceFile(name: first.name, sha256: first.sha256) }
    let sums = files.map { "\($0.sha256)  \($0.name)\n" }.joined()
    return SourceFile(
      name: files.map(\.name).joined(separator: "、"), sha256: hex(SHA256.hash(data: Array(sums.utf8))))
  }

  private static func hex(_ digest: SHA256.Digest) -> String {
    digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
