import Dashboard
import TextUI

/// A view as a picture. Every run of text is placed by its cells, so columns stand straight whatever font a viewer has.
struct SVGFormat: DrawnFormat {
  private static let cell = 8
  private static let lineHeight = 21
  private static let margin = 16
  private static let fontSize = 16

  private let columns: Int
  /// Lines of the whole picture, which stand at its beginning.
  private let count: Int
  private let policy: WidthPolicy
  private let language: String
  private var row = 0

  init(columns: Int, lines: Int, policy: WidthPolicy, language: String) {
    self.columns = columns
    self.count = lines
    self.policy = policy
    self.language = language
  }

  mutating func begin(_ header: SnapshotHeader) -> [String] {
    let width = columns * Self.cell + 2 * Self.margin
    let lines = DrawnHeader(header: header, columns: columns, policy: policy).lines
    let height = (count + lines.count) * Self.lineHeight + 2 * Self.margin
    let size = "width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""
    return [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) role=\"img\" aria-labelledby=\"t d\" xml:lang=\"\(language)\">",
      "<title id=\"t\">\(MarkupText.escaped(header.titleLine))</title>",
      "<desc id=\"d\">\(MarkupText.escaped(header.asOfLine))</desc>",
      "<style>\(SVGStyle.text)</style>",
      "<rect class=\"bg\" width=\"\(width)\" height=\"\(height)\" rx=\"8\"/>",
    ] + lines.flatMap { drawn($0) }
  }

  mutating func heading(_ line: Line) -> [String] { drawn(line) }

  mutating func line(_ line: Line, _ kind: LineKind) -> [String] { drawn(line) }

  func end() -> [String] { [] }

  func proof(_ proof: SnapshotProof) -> [String] {
    ["<metadata>"] + proof.entries.map { MarkupText.escaped("\($0.label): \($0.value)") }
  }

  func seal(_ digest: String) -> [String] { ["\(SnapshotProof.bodyLabel): \(digest)", "</metadata>", "</svg>"] }

  // MARK: Lines

  private mutating func drawn(_ line: Line) -> [String] {
    defer { row += 1 }
    let top = Self.margin + row * Self.lineHeight
    var shapes = ""
    var text = ""
    for run in SVGRuns.of(line, policy) {
      let left = Self.margin + run.column * Self.cell
      let width = run.cells * Self.cell
      let look = SVGStyle.names(run.style)
      if run.style.attributes.contains(.reverse) {
        shapes += "<rect class=\"rv\" x=\"\(left)\" y=\"\(top)\" width=\"\(width)\" height=\"\(Self.lineHeight)\"/>"
      }
      if let block = run.block {
        shapes += Self.rect(block, left, top, look)
      } else if !run.text.isEmpty {
        let looks = [look, run.isAmbiguous ? "a" : ""].filter { !$0.isEmpty }.joined(separator: " ")
        let name = looks.isEmpty ? "" : " class=\"\(looks)\""
        // A viewer that knows no textLength still begins every run where it belongs.
        let fit = " textLength=\"\(width)\" lengthAdjust=\"spacingAndGlyphs\""
        text += "<tspan x=\"\(left)\"\(fit)\(name)>\(MarkupText.escaped(run.text))</tspan>"
      }
    }
    let line = text.isEmpty ? "" : "<text y=\"\(top + Self.fontSize)\">\(text)</text>"
    return shapes.isEmpty && line.isEmpty ? [] : [shapes + line]
  }

  /// Blocks of bars are drawn, not written: glyphs leave gaps.
  private static func rect(_ block: SVGRuns.Block, _ left: Int, _ top: Int, _ look: String) -> String {
    let width = block.cells * cell - (block.eighths == 8 ? 0 : cell - cell * block.eighths / 8)
    let shade = block.opacity < 100 ? " fill-opacity=\"0.\(block.opacity)\"" : ""
    let name = look.isEmpty ? "" : " class=\"\(look)\""
    let room = lineHeight - 6
    let height = max(1, room * block.height / 8)
    return
      "<rect\(name) x=\"\(left)\" y=\"\(top + 3 + room - height)\" width=\"\(width)\" height=\"\(height)\"\(shade)/>"
  }
}
