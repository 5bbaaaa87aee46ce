import TextSearch

/// The filters under `filters:` in the operator's config file, by name.
public struct SavedFilterFile {
  private let file: PersonalFile

  public init(path: String) { file = PersonalFile(path: path) }

  /// - Returns: none when there is no file.
  public func filters() throws(PersonalFileError) -> [SavedFilter] {
    let text = try file.text() ?? ""
    do throws(ConfigText.Fault) {
      return try ConfigText(text).filters()
    } catch {
      throw told(error, .badConfig(file.path, line: nil))
    }
  }

  /// Adds a filter, or puts it in the place of the one that had its name; the rest of the file stays as it is.
  func save(_ filter: SavedFilter) throws(PersonalFileError) {
    try file.change { text throws(PersonalFileError) in
      do throws(ConfigText.Fault) {
        return try ConfigText(text ?? "").setting(filter)
      } catch {
        throw told(error, .cannotEditConfig(file.path, entry: ConfigEdit.entry(filter)))
      }
    }
  }

  /// Takes a filter out; one that is gone already is no fault, one that says something else by now is kept.
  func delete(_ filter: SavedFilter) throws(PersonalFileError) {
    try file.change { text throws(PersonalFileError) in
      do throws(ConfigText.Fault) {
        let config = try ConfigText(text ?? "")
        guard let present = try config.filters().first(where: { $0.isNamed(filter.name) }) else { return nil }
        if present.text == filter.text { return try config.removing(present) }
      } catch {
        throw told(error, .cannotDeleteFromConfig(file.path, name: filter.name))
      }
      throw .filterChanged(name: filter.name)
    }
  }

  private func told(_ fault: ConfigText.Fault, _ other: PersonalFileError) -> PersonalFileError {
    if case .notUnderstood(let line) = fault { .badConfig(file.path, line: line) } else { other }
  }
}
