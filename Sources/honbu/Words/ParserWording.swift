/// The argument parser speaks English only; its sentences in Japanese.
enum ParserWording {
  /// A usage error, e.g. `Unknown option '--fitler'. Did you mean '--filter'?`.
  static func failure(_ message: String) -> String {
    let names = quoted(message)
    let first = names.first ?? ""
    switch message {
    case let text where text.hasPrefix("Unknown option"):
      return "「\(first)」というオプションはありません" + (names.count > 1 ? "（\(names[1]) のことですか）" : "")
    case let text where text.hasPrefix("Missing value for"): return "\(first) に値がありません"
    case let text where text.hasPrefix("Unexpected argument"): return "「\(first)」は余分です"
    case let text where text.contains("unexpected arguments"):
      return names.map { "「\($0)」" }.joined() + "は余分です"
    case let text where text.hasPrefix("Missing expected argument"): return "\(first) がありません"
    case let text where text.hasPrefix("The value"): return "「\(first)」は \(names.dropFirst().first ?? "") に使えません"
    case let text where text.hasPrefix("The option"): return "\(first) は値を取りません"
    default: return "使い方が正しくありません（\(message)）"
    }
  }

  /// The usage lines of a usage error, and where to read on.
  static func usage(_ fullMessage: String) -> [String] {
    var lines = fullMessage.split(separator: "\n").map(String.init)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("Usage: ") }) else { return [] }
    lines.removeFirst(start)
    return lines.map { line in
      if line.hasPrefix("Usage: ") { return "使い方: " + line.dropFirst(7) }
      if line.hasPrefix("  See '") { return "くわしくは \(helpCommand(line))" }
      // A usage of several lines is indented below its first.
      return line.hasPrefix("       ") ? "        " + line.dropFirst(7) : line
    }
  }

  /// The dashboard has no name on the command line.
  private static func helpCommand(_ line: String) -> String {
    (quoted(line).first ?? "honbu --help").replacing("honbu open", with: "honbu")
  }

  /// - Parameter refused: the options that a command refuses, which its help leaves out.
  static func help(_ text: String, without refused: (String) -> [String]) -> String {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    let usage = all.first { $0.hasPrefix("USAGE: honbu ") }?.dropFirst("USAGE: honbu ".count)
    let lines = without(refused(usage.map { String($0.prefix { $0 != " " }) } ?? ""), all)
    var isUsage = false
    return lines.map { line in
      if line.isEmpty { isUsage = false }
      if line.hasPrefix("USAGE: ") { isUsage = true }
      for (english, japanese) in headings where line.hasPrefix(english) {
        return japanese + line.dropFirst(english.count)
      }
      // `使い方: ` takes one cell more than `USAGE: `.
      if isUsage { return " " + line }
      return sentences.reduce(String(line)) { $0.replacing($1.english, with: $1.japanese) }
    }.joined(separator: "\n")
  }

  /// The lines but those of some options; what an option does may take several lines.
  private static func without(_ options: [String], _ lines: [Substring]) -> [Substring] {
    var isLeftOut = false
    return lines.filter { line in
      if !line.hasPrefix("   ") {
        let name = line.drop { $0 == " " }.prefix { $0 != " " }
        isLeftOut = line.hasPrefix("  -") && options.contains(String(name))
      }
      return !isLeftOut
    }
  }

  private static let headings = [
    ("OVERVIEW: ", ""), ("USAGE: ", "使い方: "), ("ARGUMENTS:", "引数:"), ("OPTIONS:", "オプション:"),
    ("SUBCOMMANDS:", "コマンド:"), ("  See 'honbu help <subcommand>' for detailed help.", "  くわしくは honbu help <コマンド>"),
  ]

  private static let sentences = [
    (english: "Show the version.", japanese: "版を表示する"),
    (english: "Show help information.", japanese: "この説明を表示する"),
    (english: "Show subcommand help information.", japanese: "コマンドの説明を表示する"),
    (english: " (default)", japanese: "（省略できる）"),
  ]

  /// What stands in single quotes.
  private static func quoted(_ text: String) -> [String] {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count - 1, by: 2).map { String(parts[$0]) }
  }
}
