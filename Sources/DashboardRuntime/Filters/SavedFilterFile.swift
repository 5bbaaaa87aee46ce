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
      throw told(error, SavedFilter(name: "", text: ""))
    }
  }

  /// Adds a filter, or puts it in the place of the one that had its name; the rest of the file stays as it is.
  func save(_ filter: SavedFilter) throws(PersonalFileError) {
    let text = try file.text() ?? ""
    let changed: String
    do throws(ConfigText.Fault) {
      changed = try ConfigText(text).setting(filter)
    } catch {
      throw told(error, filter)
    }
    try file.write(changed)
  }

  private func told(_ fault: ConfigText.Fault, _ filter: SavedFilter) -> PersonalFileError {
    switch fault {
    case .notUnderstood(let line): .badConfig(file.path, line: line)
    case .cannotEdit: .cannotEditConfig(file.path, entry: ConfigEdit.entry(filter))
    }
  }
}
