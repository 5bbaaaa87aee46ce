/// Levenshtein's distance: how many insertions, deletions and replacements turn one into the other.
public func editDistance<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
  var row = Array(0...right.count)
  for (index, element) in left.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for (column, other) in right.enumerated() {
      let replaced = diagonal + (element == other ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
    }
  }
  return row[right.count]
}
