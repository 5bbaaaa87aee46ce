import TextUI

/// Text of the data inside Markdown.
public enum MarkdownText {
  /// One line that Markdown shows as it stands. An address in it is code, so that nothing makes a link of it.
  public static func escaped(_ text: String) -> String {
    var rest = Substring(SafeText.visible(text))
    var result = ""
    while !rest.isEmpty {
      if let address = address(at: rest, after: result.last) {
        result += code(String(address))
        rest = rest.dropFirst(address.count)
        continue
      }
      let character = rest.removeFirst()
      result += needsEscape(character, after: result, before: rest.first) ? "\\\(character)" : String(character)
    }
    return result
  }

  /// An address as a link; what is no address of a page (`javascript:`, words) as text.
  public static func link(_ address: String) -> String {
    let isPage = ["https://", "http://"].contains { address.hasPrefix($0) }
    let isPlain = address.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "<" && $0 != ">" && $0.value < 0x7F }
    return isPage && isPlain ? "<\(address)>" : escaped(address)
  }

  private static func needsEscape(_ character: Character, after result: String, before next: Character?) -> Bool {
    switch character {
    case "\\", "`", "*", "[", "<", "#", "|", "~": true
    // Within a word it marks nothing.
    case "_": !(isWord(result.last) && isWord(next))
    case "&": next.map { $0.isLetter || $0 == "#" } ?? false
    // At the start of a line these would begin a list, a rule or a quotation; so does a number before a point.
    case "-", "+", "=", ">": result.isEmpty
    case ".", ")":
      (next?.isWhitespace ?? true) && !result.isEmpty && result.count <= 9
        && result.allSatisfy { $0.isASCII && $0.isNumber }
    default: false
    }
  }

  private static func isWord(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber } ?? false
  }

  /// What a reader of Markdown would make a link of by itself: `https://…`, `www.…`, `name@example.jp`.
  private static func address(at text: Substring, after last: Character?) -> Substring? {
    // An address may begin after a mark of emphasis, escaped or not.
    guard let first = text.first, first.isASCII, !isMark(first), isMark(last) || !isAddressLetter(last) else {
      return nil
    }
    let word = text.prefix { isAddressLetter($0) }
    let isMail = word.dropFirst().dropLast().contains("@")
    return isMail || word.contains("://") || word.lowercased().hasPrefix("www.") ? word : nil
  }

  private static func isMark(_ character: Character?) -> Bool { character.map { "*_~".contains($0) } ?? false }

  private static func isAddressLetter(_ character: Character?) -> Bool {
    guard let character, character.isASCII else { return false }
    return character.isLetter || character.isNumber || "-._~:/?#@!$&'*+,;=%".contains(character)
  }

  /// Text as code, whatever backticks it has in it.
  public static func code(_ text: String) -> String {
    let visible = SafeText.visible(text)
    let longest = visible.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let needsAir = visible.hasPrefix("`") || visible.hasSuffix("`") || visible.hasPrefix(" ")
    return needsAir ? "\(fence) \(visible) \(fence)" : fence + visible + fence
  }

  /// What ``code(_:)`` was made of.
  public static func uncoded(_ text: Substring) -> String? {
    let fence = text.prefix { $0 == "`" }.count
    guard fence > 0, text.count > 2 * fence else { return nil }
    let inner = text.dropFirst(fence).dropLast(fence)
    let hasAir = inner.hasPrefix(" ") && inner.hasSuffix(" ") && inner.count > 2
    return String(hasAir ? inner.dropFirst().dropLast() : inner)
  }
}
