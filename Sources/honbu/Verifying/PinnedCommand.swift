/// The command that a snapshot carries. It comes from a file, so it is read by our own rules, never given to a shell, and may
/// only say what a snapshot shows: no file to write, no store to open.
struct PinnedCommand {
  let words: [String]

  /// Options with a value, and those without.
  private static let valued: Set<String> = [
    "--at", "--since", "--today", "--width", "--lang", "--calendar", "--ambiguous", "--lines", "--filter", "--format",
    "--page",
    "--layout", "--sort", "--group", "--columns", "--from-year",
  ]
  private static let flags: Set<String> = ["--sample", "--descending"]
  /// Without these the same command gives other bytes another day.
  private static let pins: Set<String> = ["--at", "--today", "--width", "--lang", "--calendar", "--ambiguous"]

  init(_ text: String) throws {
    guard let words = ShellWords.of(text) else { throw CommandFailure.noPinnedCommand(text) }
    try Self.check(words, of: text)
    self.words = words
  }

  private static func check(_ words: [String], of text: String) throws {
    guard words.count >= 4, words[0] == "honbu", words[1] == "snapshot" else {
      throw CommandFailure.noPinnedCommand(text)
    }
    // A view, or a meeting whose handout it is.
    let isMeeting = words[2] == "--meeting"
    guard isMeeting || !words[2].hasPrefix("-") else { throw CommandFailure.noPinnedCommand(text) }
    var given: Set<String> = []
    var rest = words.dropFirst(isMeeting ? 4 : 3)
    while let word = rest.popFirst() {
      guard valued.contains(word) || flags.contains(word) else {
        throw CommandFailure.commandNotAllowed(word)
      }
      guard given.insert(word).inserted else { throw CommandFailure.commandNotAllowed(word) }
      if valued.contains(word), rest.popFirst() == nil { throw CommandFailure.noPinnedCommand(text) }
    }
    if let missing = pins.subtracting(given).sorted().first { throw CommandFailure.notPinned(missing) }
  }

  /// The command, understood as the command line would be.
  func request() throws -> SnapshotRequest {
    let filter = words.firstIndex(of: "--filter").map { words[$0 + 1] }
    // A filter by its name would be looked up in the reader's own config file.
    if let filter, filter.split(separator: " ").contains(where: { $0.hasPrefix("@") }) {
      throw CommandFailure.commandNotAllowed("--filter \(filter)")
    }
    guard let command = parsed() else { throw CommandFailure.noPinnedCommand(words.joined(separator: " ")) }
    // A view that was reached through a number has that number's filter beside what was typed.
    return try SnapshotRequest(command, bound: .composed)
  }

  /// - Returns: `nil` for what the command line would refuse.
  private func parsed() -> SnapshotCommand? {
    do {
      return try HonbuCommand.parseAsRoot(Array(words.dropFirst())) as? SnapshotCommand
    } catch {
      return nil
    }
  }
}

/// Words as a POSIX shell parts them, as far as our own commands use it: quotes and nothing that would be run.
enum ShellWords {
  /// - Returns: `nil` where a shell would do more than part words.
  static func of(_ text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case " ":
        if let done = word { words.append(done) }
        word = nil
      case "'":
        guard let end = rest.firstIndex(of: "'") else { return nil }
        word = (word ?? "") + rest[..<end]
        rest = rest[rest.index(after: end)...]
      case "$":
        guard rest.popFirst() == "'", let escaped = escaped(&rest) else { return nil }
        word = (word ?? "") + escaped
      case "\\":
        guard let next = rest.popFirst(), next == "'" else { return nil }
        word = (word ?? "") + "'"
      case let plain where isPlain(plain): word = (word ?? "") + String(plain)
      default: return nil
      }
    }
    if let done = word { words.append(done) }
    return words
  }

  /// What stands between `$'` and `'`: bytes in three octal digits, a quote and a backslash behind a backslash.
  private static func escaped(_ rest: inout Substring) -> String? {
    var bytes: [UInt8] = []
    while let character = rest.popFirst() {
      if character == "'" { return String(validating: bytes, as: UTF8.self) }
      guard character == "\\" else {
        bytes += Array(String(character).utf8)
        continue
      }
      guard let next = rest.first else { return nil }
      if next == "'" || next == "\\" {
        bytes.append(next == "'" ? UInt8(ascii: "'") : UInt8(ascii: "\\"))
        rest.removeFirst()
      } else {
        guard rest.prefix(3).utf8.allSatisfy({ (48...55).contains($0) }), rest.count >= 3,
          let byte = UInt8(rest.prefix(3), radix: 8)
        else { return nil }
        bytes.append(byte)
        rest = rest.dropFirst(3)
      }
    }
    return nil
  }

  /// What ``SnapshotCommand`` leaves without quotes.
  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_./:=,+".contains(character))
  }
}
