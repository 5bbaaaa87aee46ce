import Dashboard

/// Used filters, one a line, the newest last.
struct FilterHistoryFile {
  private let file: PersonalFile

  init(path: String) { file = PersonalFile(path: path) }

  /// The newest ones, oldest first.
  func filters() throws(PersonalFileError) -> [String] {
    FilterHistoryFile.filters(try file.text() ?? "")
  }

  private static func filters(_ text: String) -> [String] {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    return lines.suffix(FilterMemory.historyLimit)
  }

  /// Adds a filter to what the file holds now: another terminal may have written meanwhile. A file that cannot be
  /// understood is left as it is.
  func remember(_ filter: String) throws(PersonalFileError) {
    guard !filter.contains(where: \.isNewline) else { return }
    try file.change { text in
      var memory = FilterMemory(history: FilterHistoryFile.filters(text ?? ""))
      return memory.remember(filter) ? memory.history.map { $0 + "\n" }.joined() : nil
    }
  }
}
