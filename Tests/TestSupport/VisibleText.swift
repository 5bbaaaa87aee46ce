/// What must never stand in text that is shown, by Unicode's own properties: a judge apart from the program's table.
public enum VisibleText {
  /// Scalars that a terminal could act upon, reorder or hide; line feeds stay, joiners and selectors too where a text is
  /// exported and not drawn.
  public static func hostile(in text: String, isDrawn: Bool = false) -> [String] {
    text.unicodeScalars.filter { isHostile($0, isDrawn: isDrawn) }.map { "U+" + String($0.value, radix: 16) }
  }

  public static func isHostile(_ scalar: Unicode.Scalar, isDrawn: Bool) -> Bool {
    if scalar == "\n" { return false }
    // Of a cluster: what exports keep, and cells drop.
    let isJoining = scalar.properties.isVariationSelector || [0x34F, 0x200C, 0x200D].contains(scalar.value)
    if isJoining { return isDrawn }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return true
    // Arabic number signs have a shape.
    case .format: return !scalar.properties.isDefaultIgnorableCodePoint ? !isNumberSign(scalar) : true
    default: return scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isNoncharacterCodePoint
    }
  }

  private static func isNumberSign(_ scalar: Unicode.Scalar) -> Bool {
    // Prepended_Concatenation_Mark of PropList.txt.
    [0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD]
      .contains(scalar.value)
  }
}
