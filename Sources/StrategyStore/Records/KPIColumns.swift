import StrategyModel

/// A KPI's targets as one column: a line for each, `value TAB due`, either part may be empty.
///
/// Lists read a window of KPIs at every key: this is a tenth of the cost of JSON.
enum KPIColumns {
  static func text(_ targets: [Target]) -> String {
    targets.map { target in
      var due = target.due?.code
      if let words = due, words.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A }) {
        due = words.map { $0 == "\n" || $0 == "\t" || $0 == "\r\n" ? " " : String($0) }.joined()
      }
      return "\(target.value.map { "\($0)" } ?? "")\t\(due ?? "")"
    }.joined(separator: "\n")
  }

  static func targets(_ text: String) -> [Target] {
    guard !text.isEmpty else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      let due = parts.count > 1 && !parts[1].isEmpty ? PartialDate(code: String(parts[1])) : nil
      return Target(id: "", due: due, value: parts.first.flatMap { Double($0) })
    }
  }
}

extension [KPI] {
  /// The next due date of any target, else the last that was due: as ``KPI/target(inForceOn:)`` chooses.
  func nextDue(on today: CivilDate) -> PartialDate? {
    let dated = flatMap(\.targets).compactMap { target in
      target.due.flatMap { due in due.lastDay.map { (day: $0, due: due) } }
    }
    let next = dated.filter { $0.day >= today }.min { $0.day < $1.day }
    return (next ?? dated.max { $0.day < $1.day })?.due
  }
}
