import Foundation

/// A page as a browser takes it apart: its elements with their attributes, and its text.
///
/// After the tokenizer of the HTML standard, as far as a page without scripts needs it
/// (https://html.spec.whatwg.org/multipage/parsing.html#tokenization): what is no tag is text, what is no name ends one.
struct HTMLPage {
  struct Element: Hashable {
    var name: String
    var attributes: [String: String]
  }

  private(set) var elements: [Element] = []
  private(set) var text = ""
  private(set) var comments: [String] = []
  private var scalars: Substring.UnicodeScalarView

  init(_ page: String) {
    scalars = Substring(page).unicodeScalars
    while !scalars.isEmpty { step() }
  }

  private mutating func step() {
    guard scalars.first == "<" else { return readText(until: { $0 == "<" }) }
    let next = scalars.dropFirst().first
    if next.map(Self.isLetter) == true { return openTag() }
    if next == "/", scalars.dropFirst(2).first.map(Self.isLetter) == true { return closeTag() }
    if next == "!" || next == "?" || next == "/" { return comment() }
    scalars.removeFirst()
    text += "<"
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { " \t\n\u{C}\r".unicodeScalars.contains(scalar) }

  private mutating func take(while holds: (Unicode.Scalar) -> Bool) -> String {
    let taken = scalars.prefix(while: holds)
    scalars = scalars.dropFirst(taken.count)
    return String(String.UnicodeScalarView(taken))
  }

  private mutating func readText(until ends: (Unicode.Scalar) -> Bool) {
    text += Self.decoded(take { !ends($0) })
  }

  private mutating func openTag() {
    scalars.removeFirst()
    var element = Element(name: take { !Self.isSpace($0) && $0 != "/" && $0 != ">" }.lowercased(), attributes: [:])
    while true {
      _ = take { Self.isSpace($0) || $0 == "/" }
      guard let first = scalars.first, first != ">" else { break }
      let name = take { !Self.isSpace($0) && $0 != "/" && $0 != ">" && $0 != "=" }.lowercased()
      _ = take(while: Self.isSpace)
      guard scalars.first == "=" else {
        // An `=` where a name should begin is part of the name.
        if name.isEmpty { scalars.removeFirst() }
        element.attributes[name] = ""
        continue
      }
      scalars.removeFirst()
      _ = take(while: Self.isSpace)
      element.attributes[name] = Self.decoded(value())
    }
    if !scalars.isEmpty { scalars.removeFirst() }
    elements.append(element)
    if ["style", "script", "title", "textarea", "xmp", "iframe", "noembed", "plaintext"].contains(element.name) {
      rawText(of: element.name)
    }
  }

  private mutating func value() -> String {
    guard let quote = scalars.first, quote == "\"" || quote == "'" else {
      return take { !Self.isSpace($0) && $0 != ">" }
    }
    scalars.removeFirst()
    let value = take { $0 != quote }
    if !scalars.isEmpty { scalars.removeFirst() }
    return value
  }

  private mutating func closeTag() {
    _ = take { $0 != ">" }
    if !scalars.isEmpty { scalars.removeFirst() }
  }

  private mutating func comment() {
    comments.append(take { $0 != ">" })
    if !scalars.isEmpty { scalars.removeFirst() }
  }

  /// Of an element whose content is no markup; it ends at its closing tag alone.
  private mutating func rawText(of name: String) {
    let rest = String(String.UnicodeScalarView(scalars))
    let end = rest.range(of: "</\(name)", options: .caseInsensitive)?.lowerBound ?? rest.endIndex
    let content = String(rest[..<end])
    text += name == "title" || name == "textarea" ? Self.decoded(content) : ""
    scalars = scalars.dropFirst(content.unicodeScalars.count)
  }

  private static func decoded(_ text: String) -> String {
    text.replacing(/&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));?/) { match in
      if let hex = match.output.1 { return scalar(UInt32(hex, radix: 16)) }
      if let number = match.output.2 { return scalar(UInt32(number)) }
      return ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"][String(match.output.3 ?? "")] ?? ""
    }
  }

  private static func scalar(_ value: UInt32?) -> String {
    value.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "\u{FFFD}"
  }
}
