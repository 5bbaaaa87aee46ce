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

  /// Adds filters to what the file holds now: another terminal may have written meanwhile. A file that cannot be
  /// understood is left as it is.
  func remember(_ filters: [String]) throws(PersonalFileError) {
    try file.change { text in
      var memory = FilterMemory(history: FilterHistoryFile.filters(text ?? ""))
      var isNew = false
      for filter in filters where !filter.contains(where: \.isNewline) && memory.remember(filter) { isNew = true }
      return isNew ? memory.history.map { $0 + "\n" }.joined() : nil
    }
  }
}
