import Dashboard
import Glibc

/// The small file by which a presenter tells the page: beside the store, or where that cannot be written, in
/// `XDG_RUNTIME_DIR`. The ledger knows nothing of it.
///
/// Only a file that its presenter holds a lock on counts: whoever was killed has left it behind, and nobody follows the
/// dead.
public struct PresentedPageFile: Sendable {
  /// The place beside the store first; each is watched by who follows.
  let paths: [String]
  private static let firstLine = "honbu-presentation 2"

  public init(store: String, runtimeFolder: String?) {
    let beside = store + ".presentation"
    guard let runtimeFolder, !runtimeFolder.isEmpty else {
      paths = [beside]
      return
    }
    let name = store.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined().suffix(120)
    paths = [beside, "\(runtimeFolder)/honbu\(name).presentation"]
  }

  /// - Returns: `nil` while nobody presents.
  func read() -> PresentedPage? { paths.lazy.compactMap { Self.told(at: $0) }.first }

  private static func told(at path: String) -> PresentedPage? {
    guard isHeld(path), let text = try? PersonalFile(path: path).text() else {
      // One that cannot be read tells nothing.
      return nil
    }
    return page(from: text)
  }

  /// Whether a presenter holds the file's lock. Never asked by that process: closing the file again would give the lock up.
  static func isHeld(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var lock = whole(F_RDLCK)
    return fcntl(descriptor, F_GETLK, &lock) == 0 && Int32(lock.l_type) != F_UNLCK
  }

  /// A lock of a whole file.
  static func whole(_ kind: Int32) -> Glibc.flock {
    Glibc.flock(l_type: Int16(kind), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 0, l_pid: 0)
  }

  // MARK: Text

  static func text(of page: PresentedPage) -> String {
    let place = page.place == .end ? "end" : "\(page.place.block).\(page.place.character)"
    let lines = [
      firstLine, page.meeting, "\(page.slide)", place, page.isBlank ? "blank" : "shown",
      page.revision.map { "r\($0)" } ?? "latest",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  static func page(from text: String) -> PresentedPage? {
    let lines = text.split(separator: "\n").map(String.init)
    guard lines.count == 6, lines[0] == firstLine, let slide = Int(lines[2]), slide >= 0, let place = place(lines[3])
    else { return nil }
    return PresentedPage(
      meeting: lines[1], slide: slide, place: place, isBlank: lines[4] == "blank",
      revision: lines[5].hasPrefix("r") ? Int(lines[5].dropFirst()) : nil)
  }

  private static func place(_ text: String) -> TextPlace? {
    if text == "end" { return .end }
    let numbers = text.split(separator: ".").compactMap { Int($0) }
    return numbers.count == 2 ? TextPlace(block: numbers[0], character: numbers[1]) : nil
  }
}
