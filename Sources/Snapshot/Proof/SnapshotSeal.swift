import Dashboard
import Foundation

/// What a snapshot says of itself, whatever its format: the command that makes it again and its digests.
public struct SnapshotSeal: Hashable, Sendable {
  /// The command that makes the snapshot again. It comes from a file: nothing that one may give to a shell.
  public var command: String
  /// How views were laid out by the program that wrote it; `nil` before that was told.
  public var layout: Int?
  public var recordsDigest: String
  public var bodyDigest: String
  /// Whether the lines above are those that the last digest was made of: false when someone changed them. Of the file
  /// beside a CSV it says nothing before that had a digest of its own.
  public var isBodyIntact: Bool
  /// Of the file beside a CSV: whether the last digest is of its own lines, and not of the sheet.
  public var hasOwnDigest: Bool

  /// - Returns: `nil` when the text does not end as a snapshot does.
  public init?(of text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.last == "", let shape = SealShape(of: text) else { return nil }
    let last = lines.count - 1 - shape.closingLines
    let ownDigest = last > 0 ? shape.value(SnapshotProof.proofLabel, of: lines[last - 1]) : nil
    let end = ownDigest == nil ? last : last - 1
    guard end >= 3, let body = shape.value(SnapshotProof.bodyLabel, of: lines[end - 1]),
      let records = shape.value(SnapshotProof.recordsLabel, of: lines[end - 2])
    else { return nil }
    layout = shape.value(SnapshotProof.layoutLabel, of: lines[end - 3]).flatMap { Int($0) }
    let above = layout == nil ? end - 3 : end - 4
    guard above >= 0, let command = shape.value(SnapshotProof.commandLabel, of: lines[above]) else { return nil }
    var digest = SnapshotDigest()
    for line in lines[..<(last - 1)] { digest.add(line: String(line)) }
    self.command = command
    recordsDigest = records
    bodyDigest = body
    isBodyIntact = digest.hex == ownDigest ?? body
    hasOwnDigest = ownDigest != nil
  }

  /// Whether the program lays views out as the one did that wrote the file.
  public var isOfThisLayout: Bool { layout == SnapshotProof.layout }

  public static var layout: Int { SnapshotProof.layout }
}

/// How the lines of a proof are written in a format.
private enum SealShape {
  case plain, markdown, html, svg, json

  init?(of text: String) {
    if text.hasPrefix("{\"schema\":") {
      self = .json
    } else if text.hasPrefix("<!DOCTYPE html>") {
      self = .html
    } else if text.hasPrefix("<?xml ") {
      self = .svg
    } else if text.hasPrefix("# "), text.split(separator: "\n").last?.hasPrefix("- ") == true {
      self = .markdown
    } else {
      self = .plain
    }
  }

  /// Lines below the digest.
  var closingLines: Int {
    switch self {
    case .plain, .markdown, .json: 0
    case .svg: 2
    case .html: 4
    }
  }

  func value(_ label: String, of line: Substring) -> String? {
    switch self {
    case .plain: return line.between("\(label): ", "").map(String.init)
    case .svg: return line.between("\(label): ", "").map { MarkupText.unescaped(String($0)) }
    case .markdown: return line.between("- \(label): ", "").flatMap(MarkdownText.uncoded)
    case .html:
      return line.between("<dt>\(label)</dt><dd><code>", "</code></dd>").map { MarkupText.unescaped(String($0)) }
    case .json: return jsonValue(label, String(line))
    }
  }

  private func jsonValue(_ label: String, _ line: String) -> String? {
    let names = [
      SnapshotProof.commandLabel: "command", SnapshotProof.layoutLabel: "layout",
      SnapshotProof.recordsLabel: "recordsSHA256", SnapshotProof.bodyLabel: "bodySHA256",
    ]
    guard let name = names[label], line.hasPrefix("\"\(name)\":"), line.hasSuffix(",") || line.hasSuffix("}") else {
      return nil
    }
    let whole = Data("{\(line.dropLast())}".utf8)
    do {
      let members = try JSONSerialization.jsonObject(with: whole) as? [String: Any]
      return (members?[name] as? String) ?? (members?[name] as? Int).map { String($0) }
    } catch {
      // A line that is no JSON is no line of a proof.
      return nil
    }
  }
}

extension Substring {
  fileprivate func between(_ start: String, _ end: String) -> Substring? {
    guard hasPrefix(start), hasSuffix(end), count >= start.count + end.count else { return nil }
    return dropFirst(start.count).dropLast(end.count)
  }
}
