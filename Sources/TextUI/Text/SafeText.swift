/// The one way from data to text that may be shown.
///
/// What could steer a terminal, reorder a line or hide in it becomes a visible substitute: a control picture for C0
/// and DEL (`␛`), `<U+202E>` for the rest. Variation selectors and joiners stay, because exports need them; they are
/// dropped when a cell is drawn.
public enum SafeText {
  /// Whether a scalar may stand in text that is shown.
  public static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    ScalarKind(scalar) != .unsafe
  }

  /// Whether a text may be shown as it is.
  public static func isVisible(_ text: String) -> Bool {
    CommonText.isAll(of: text) || text.unicodeScalars.allSatisfy(isSafe)
  }

  /// The text with every unsafe scalar replaced by its visible substitute.
  public static func visible(_ text: String) -> String {
    if isVisible(text) { return text }
    var result = String.UnicodeScalarView()
    var isAfterSubstitute = false
    for scalar in text.unicodeScalars {
      switch ScalarKind(scalar) {
      case .unsafe:
        result.append(contentsOf: substitute(for: scalar).unicodeScalars)
        isAfterSubstitute = true
        continue
      case .selector:
        result.append(scalar)
        continue
      case .combining where isAfterSubstitute && scalar.properties.generalCategory != .otherLetter:
        // A mark would join the last character of the substitute.
        result.append(contentsOf: ["\u{25CC}", scalar])
      default:
        result.append(scalar)
      }
      isAfterSubstitute = false
    }
    return String(result)
  }

  /// What stands for an unsafe scalar; every character of it takes one cell.
  static func substitute(for scalar: Unicode.Scalar) -> String {
    if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return String(picture) }
    if scalar.value == 0x7F { return "\u{2421}" }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
