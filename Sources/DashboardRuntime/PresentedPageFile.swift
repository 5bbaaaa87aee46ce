import Dashboard
import Glibc
import Snapshot
import StrategyStore

/// The small file by which a presenter tells the page: beside the store, or where that cannot be written, in
/// `XDG_RUNTIME_DIR`. The ledger knows nothing of it.
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

  /// The first place that can be written.
  private var writable: String? { paths.first { access(StoreLocation.folder(of: $0), W_OK) == 0 } }

  /// - Returns: why those who follow are not told.
  func write(_ page: PresentedPage?) -> OutputError? {
    guard let path = writable else { return nil }
    guard let page else {
      unlink(path)
      return nil
    }
    do throws(OutputError) {
      try WholeFile.write(Self.text(of: page), to: path)
      return nil
    } catch {
      return error
    }
  }

  /// - Returns: `nil` while nobody presents.
  func read() -> PresentedPage? { paths.lazy.compactMap { Self.told(at: $0) }.first }

  private static func told(at path: String) -> PresentedPage? {
    // One that cannot be read tells nothing.
    guard let text = try? PersonalFile(path: path).text() else { return nil }
    return page(from: text)
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
