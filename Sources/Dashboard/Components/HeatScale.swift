import TextUI

/// Shades for the counts of a table, the darker the more. They stand beside the numbers, which say the same.
struct HeatScale {
  private let shades: [String]
  private let most: Int

  /// - Parameter most: the largest count of the table.
  init(_ lineSet: LineSet, most: Int) {
    shades = lineSet.shades
    self.most = most
  }

  /// Empty for none.
  func shade(of count: Int) -> String {
    guard count > 0, most > 0 else { return "" }
    return shades[step(of: count)]
  }

  private func step(of count: Int) -> Int { min(shades.count, (count * shades.count + most - 1) / most) - 1 }

  /// What each shade that can stand in the table means.
  func legend(_ words: Words) -> [(shade: String, range: String)] {
    var parts: [(shade: String, range: String)] = []
    for (place, shade) in shades.enumerated() {
      let first = place * most / shades.count + 1
      let last = (place + 1) * most / shades.count
      guard first <= last else { continue }
      parts.append((shade, words.range(first, last)))
    }
    return parts
  }
}
