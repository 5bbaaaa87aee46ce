import Foundation
import Snapshot
import StrategyStore

/// A file that only its owner can read, in a folder of its own, for what is being written.
struct DraftFolder {
  /// What an editor left.
  enum Left {
    case text(String)
    case gone
    case unreadable(String)
  }

  let path: String
  private let folder: String

  init(name: String) throws(OutputError) {
    guard let folder = PrivateFolder.make(named: "honbu") else {
      throw .cannotMakeFolder(path: PrivateFolder.parent, errno: errno)
    }
    self.folder = folder
    let allowed = name.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        ? Character(scalar) : "_"
    }
    path = "\(folder)/\(String(allowed.prefix(60))).yaml"
  }

  func write(_ text: String) throws(OutputError) { try WholeFile.write(text, to: path, mode: 0o600) }

  func read() -> Left {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      return errno == ENOENT ? .gone : .unreadable("書いたものを読めません（\(SystemError.words(errno))）")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      let text = String(data: try file.readToEnd() ?? Data(), encoding: .utf8)
      return text.map { .text($0) } ?? .unreadable("UTF-8 の文字として読めません")
    } catch {
      return .unreadable("書いたものを読めません（\(SystemError.words(EIO))）")
    }
  }

  /// With what the editor has put beside it.
  func remove() throws { try FileManager.default.removeItem(atPath: folder) }
}
