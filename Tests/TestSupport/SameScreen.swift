import Testing

/// Expects lines of a screen and tells only those that differ, so that a report of two screens stays short.
public func expectSame(
  _ shown: [String], as expected: [String], _ told: @autoclosure () -> String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let differences = (0..<max(shown.count, expected.count)).compactMap { row -> String? in
    let line = row < shown.count ? shown[row] : "(none)"
    let wanted = row < expected.count ? expected[row] : "(none)"
    return line == wanted ? nil : "row \(row)\n  shown    \(line)\n  expected \(wanted)"
  }
  guard !differences.isEmpty else { return }
  Issue.record("another screen \(told())\n\(differences.joined(separator: "\n"))", sourceLocation: sourceLocation)
}
