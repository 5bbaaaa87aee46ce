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
    // Cut at bytes, which neither letter shares with another.
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      let tab = line.firstIndex(of: UInt8(ascii: "\t")) ?? line.endIndex
      let due = Substring(line[tab...].dropFirst())
      return Target(
        id: "", due: due.isEmpty ? nil : PartialDate(code: String(due)), value: Double(Substring(line[..<tab])))
    }
  }
}

extension [KPI] {
  /// The next due date of any target, else the last that was due: as ``KPI/target(inForceOn:)`` chooses.
  func nextDue(on today: CivilDate) -> PartialDate? {
    var next: (day: CivilDate, due: PartialDate)?
    var last: (day: CivilDate, due: PartialDate)?
    for kpi in self {
      for target in kpi.targets {
        guard let due = target.due, let day = due.lastDay else { continue }
        if day >= today, next.map({ day < $0.day }) ?? true { next = (day, due) }
        if last.map({ $0.day < day }) ?? true { last = (day, due) }
      }
    }
    return (next ?? last)?.due
  }
}
