import Dashboard
import StrategyModel

/// How the operator wants the screen, as the config file says it beside the saved filters. What the command line says
/// goes before it.
public struct SettingsFile {
  /// A value that is not there, or cannot be used, is `nil`.
  public struct Kept: Hashable, Sendable {
    public var theme: ThemeName?
    public var lines: LineStyle?
    /// `1`, `2` or `auto`.
    public var ambiguous: String?
    public var language: Language?
    public var calendar: CalendarStyle?
    /// Values that cannot be used, each with what could.
    public var faults: [PersonalFileError] = []

    public init() {}
  }

  private let file: PersonalFile

  public init(path: String) { file = PersonalFile(path: path) }

  public static let ambiguousWidths = ["1", "2", "auto"]

  /// Never fails: a screen opens all the same, and says what it could not use.
  public func read() -> Kept {
    var kept = Kept()
    do throws(PersonalFileError) {
      let config = try config(try file.text() ?? "")
      kept.theme = value("theme", ThemeName.self, config, &kept.faults)
      kept.lines = value("lines", LineStyle.self, config, &kept.faults)
      kept.language = value("language", Language.self, config, &kept.faults)
      kept.calendar = value("calendar", CalendarStyle.self, config, &kept.faults)
      kept.ambiguous = value("ambiguous", of: SettingsFile.ambiguousWidths, config, &kept.faults)
    } catch {
      kept.faults.append(error)
    }
    return kept
  }

  /// Keeps a theme for the next time; the rest of the file stays as it is.
  func keep(_ theme: ThemeName) throws(PersonalFileError) {
    try file.change { text throws(PersonalFileError) in
      let config = try config(text ?? "")
      do throws(ConfigText.Fault) {
        // A file that says so already is not touched.
        if try config.value("theme")?.text == theme.rawValue { return nil }
        return try config.setting("theme", to: theme.rawValue)
      } catch {
        throw .cannotKeep(file.path, entry: "theme: \(theme.rawValue)")
      }
    }
  }

  private func config(_ text: String) throws(PersonalFileError) -> ConfigText {
    do throws(ConfigText.Fault) {
      return try ConfigText(text)
    } catch {
      if case .notUnderstood(let line) = error { throw .badConfig(file.path, line: line) }
      throw .badConfig(file.path, line: nil)
    }
  }

  private func value<Value: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Value.Type, _ config: ConfigText, _ faults: inout [PersonalFileError]
  ) -> Value? where Value.RawValue == String {
    value(key, of: Value.allCases.map(\.rawValue), config, &faults).flatMap { Value(rawValue: $0) }
  }

  private func value(
    _ key: String, of valid: [String], _ config: ConfigText, _ faults: inout [PersonalFileError]
  ) -> String? {
    do throws(ConfigText.Fault) {
      guard let (text, line) = try config.value(key) else { return nil }
      if valid.contains(text) { return text }
      faults.append(.wrongSetting(file.path, line: line, key: key, value: text, valid: valid))
    } catch {
      let line: Int? = if case .notUnderstood(let line) = error { line } else { nil }
      faults.append(.severalValues(file.path, line: line, key: key, valid: valid))
    }
    return nil
  }
}
