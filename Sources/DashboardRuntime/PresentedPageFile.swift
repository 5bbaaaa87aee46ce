import Dashboard
import Glibc
import Snapshot
import StrategyStore

/// The small file by which a presenter tells the page: beside the store, or where that cannot be written, in
/// `XDG_RUNTIME_DIR`. The ledger knows nothing of it.
public struct PresentedPageFile: Sendable {
  /// The place beside the store first; each is watched by who follows.
  let paths: [String]
  private static let firstLine = "honbu-presentation 1"

  public init(store: String, runtimeFolder: String?) {
    let beside = store + ".presentation"
    guard let runtimeFolder, !runtimeFolder.isEmpty else {
      paths = [beside]
      return
    }
    let name = store.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined().suffix(120)
    paths = [beside, "\(runtimeFolder)/honbu\(name).presentation"]
  }

  /// The first place that can be written.
  private var writable: String? { paths.first { access(StoreLocation.folder(of: $0), W_OK) == 0 } }

  /// - Returns: why those who follow are not told.
  func write(_ page: PresentedPage?) -> OutputError? {
    guard let path = writable else { return nil }
    guard let page else {
      unlink(path)
      return nil
    }
    let lines = [
      Self.firstLine, page.meeting, "\(page.page)", page.isBlank ? "blank" : "shown",
      page.revision.map { "r\($0)" } ?? "latest",
    ]
    do throws(OutputError) {
      try WholeFile.write(lines.joined(separator: "\n") + "\n", to: path)
      return nil
    } catch {
      return error
    }
  }

  /// - Returns: `nil` while nobody presents.
  func read() -> PresentedPage? { paths.lazy.compactMap(Self.page).first }

  private static func page(at path: String) -> PresentedPage? {
    // One that cannot be read tells nothing.
    guard let text = try? PersonalFile(path: path).text() else { return nil }
    let lines = text.split(separator: "\n").map(String.init)
    guard lines.count == 5, lines[0] == firstLine, let number = Int(lines[2]), number >= 0 else { return nil }
    let revision = lines[4].hasPrefix("r") ? Int(lines[4].dropFirst()) : nil
    return PresentedPage(meeting: lines[1], page: number, isBlank: lines[3] == "blank", revision: revision)
  }
}
