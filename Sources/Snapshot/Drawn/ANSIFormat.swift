import Dashboard
import TextUI

/// A view as text with the colours of the screen, for `less -R`: no other sequence than those that set a look, and each
/// line ends as it began.
struct ANSIFormat: DrawnFormat {
  let columns: Int
  let policy: WidthPolicy

  func begin(_ header: SnapshotHeader) -> [String] {
    DrawnHeader(header: header, columns: columns, policy: policy).lines.map(drawn)
  }

  func heading(_ line: Line) -> [String] { [drawn(line)] }

  func line(_ line: Line, _ kind: LineKind) -> [String] { [drawn(line)] }

  func end() -> [String] { [""] }

  func proof(_ proof: SnapshotProof) -> [String] {
    proof.entries.map { SafeText.visible("\($0.label): \($0.value)").withoutTrailingSpaces }
  }

  func seal(_ digest: String) -> [String] { ["\(SnapshotProof.bodyLabel): \(digest)"] }

  private func drawn(_ line: Line) -> String {
    line.spans.reduce(into: "") { text, span in
      let codes = codes(span.style)
      let visible = SafeText.visible(span.text)
      text += codes.isEmpty ? visible : "\u{1B}[\(codes.joined(separator: ";"))m\(visible)\u{1B}[0m"
    }
  }

  private func codes(_ style: Style) -> [String] {
    let attributes: [(Attributes, String)] = [(.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7")]
    var codes = attributes.filter { style.attributes.contains($0.0) }.map(\.1)
    if let number = number(style.foreground) { codes.append(String(number < 8 ? 30 + number : 82 + number)) }
    if let number = number(style.background) { codes.append(String(number < 8 ? 40 + number : 92 + number)) }
    return codes
  }

  /// 0 for black to 15 for bright white; `nil` for the terminal's own.
  private func number(_ color: Color) -> Int? { color.number.map(Int.init) }
}
