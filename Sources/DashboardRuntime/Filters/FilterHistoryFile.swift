import Dashboard

/// Used filters, one a line, the newest last.
struct FilterHistoryFile {
  private let file: PersonalFile

  init(path: String) { file = PersonalFile(path: path) }

  /// The newest ones, oldest first.
  func filters() throws(PersonalFileError) -> [String] {
    let text = try file.text() ?? ""
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    return lines.suffix(FilterMemory.historyLimit)
  }

  /// Adds a filter to what the file holds now: another terminal may have written meanwhile. A file that cannot be
  /// understood is left as it is.
  func remember(_ filter: String) throws(PersonalFileError) {
    var memory = FilterMemory(history: try filters())
    guard !filter.contains(where: \.isNewline), memory.remember(filter) else { return }
    try file.write(memory.history.map { $0 + "\n" }.joined())
  }
}
