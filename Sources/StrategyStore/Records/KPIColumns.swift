import StrategyModel

/// A KPI's targets as one column: a line for each, `value TAB due`, either part may be empty.
///
/// Lists read a window of KPIs at every key: this is a tenth of the cost of JSON.
enum KPIColumns {
  static func write(_ targets: [Target], to room: inout ByteRoom) {
    for (place, target) in targets.enumerated() {
      if place > 0 { room.append(UInt8(ascii: "\n")) }
      if let value = target.value { write(value, to: &room) }
      room.append(UInt8(ascii: "\t"))
      switch target.due {
      case .words(let words): room.append(inOneLine(words))
      case let due?: room.append(due.code)
      case nil: break
      }
    }
  }

  /// As Swift describes it.
  private static func write(_ value: Double, to room: inout ByteRoom) {
    guard let whole = Int(exactly: value), whole.magnitude < 1 << 53, whole != 0 else {
      return room.append(value.description)
    }
    room.append(decimal: whole)
    room.append(".0" as StaticString)
  }

  private static func inOneLine(_ words: String) -> String {
    guard words.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A }) else { return words }
    return words.map { $0 == "\n" || $0 == "\t" || $0 == "\r\n" ? " " : String($0) }.joined()
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
