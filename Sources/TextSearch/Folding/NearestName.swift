import StrategyModel

/// The known name that is most like a wrong one.
public enum NearestName {
  /// - Returns: `nil` when nothing is near enough: more than half of the characters differ.
  public static func of(_ text: String, among names: some Sequence<String>) -> String? {
    let wanted = letters(text)
    var best: (name: String, distance: Int)?
    for name in names {
      let candidate = letters(name)
      let limit = min(best?.distance ?? .max, max(wanted.count, candidate.count) / 2 + 1)
      // A part of the name ("データ" for "データドリブン") is nearer than its length says.
      if abs(wanted.count - candidate.count) >= limit, !candidate.starts(with: wanted) { continue }
      let distance = candidate.starts(with: wanted) ? 1 : editDistance(wanted, candidate)
      if distance < limit || distance == 1 && best == nil { best = (name, distance) }
    }
    return best?.name
  }

  /// Folded, without spaces.
  private static func letters(_ text: String) -> [Unicode.Scalar] {
    TextFold.fold(text).unicodeScalars.filter { !$0.properties.isWhitespace }
  }
}
