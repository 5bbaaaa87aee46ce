/// The themes that there are, by the names that `--theme` takes.
public enum ThemeName: String, CaseIterable, Sendable {
  /// The terminal's own sixteen colours.
  case standard = "default"
  case light
  case highContrast = "high-contrast"
  case deuteranopia
  case tritanopia
  /// No colour at all.
  case mono

  public var word: Word {
    switch self {
    case .standard: .themeStandard
    case .light: .themeLight
    case .highContrast: .themeHighContrast
    case .deuteranopia: .themeDeuteranopia
    case .tritanopia: .themeTritanopia
    case .mono: .themeMono
    }
  }
}
