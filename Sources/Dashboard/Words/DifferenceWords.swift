import StrategyModel

/// What a field of a difference is called, and its values in words.
public struct DifferenceWords {
  private let words: Words
  private let calendar: CalendarStyle
  /// Titles of the records that fields name by their ids.
  private let names: [String: String]

  public init(_ words: Words, _ calendar: CalendarStyle, _ names: [String: String]) {
    self.words = words
    self.calendar = calendar
    self.names = names
  }

  /// Whether the field holds many values: one more is an addition, not a value that had been unknown.
  public static func isListed(_ name: String) -> Bool {
    ["measurements", "reviews", "budgets", "targets", "events", "items", "related"].contains(name)
  }

  /// `フェーズ`, `目標値（応答率、令和3年3月31日）`.
  public func label(_ field: FieldDifference) -> String {
    let name = words.fieldName(field.name)
    guard !field.part.isEmpty else { return name }
    let part = field.part.map(text).joined(separator: words.pick("、", ", "))
    return words.pick("\(name)（\(part)）", "\(name) (\(part))")
  }

  public func text(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): text
    case .phase(let phase, let isDerived):
      isDerived ? words.phase(phase) + words.remark(words(.derived)) : words.phase(phase)
    case .date(let date): date.text(calendar)
    case .year(let year): words.year(year, calendar)
    case .yen(let yen): words.yen(yen)
    case .number(let number, let unit, let isApproximate): self.number(number, unit, isApproximate)
    case .measured(let number, let unit, let isApproximate, let date):
      self.number(number, unit, isApproximate) + (date.map { words.remark($0.text(calendar)) } ?? "")
    case .flag(let isSo): isSo ? words.pick("はい", "yes") : words.pick("いいえ", "no")
    case .confidence(let confidence):
      confidence == .derived ? words(.derived) : words.pick("出典どおり", "stated")
    case .status(let status): words.editionStatus(status)
    case .role(let role): words(words.principleRole(role))
    case .list(let list): words(list == .history ? .history : .news)
    case .action(let action): words.updateAction(action)
    case .record(let id, let isDerived): (names[id] ?? id) + (isDerived ? words.remark(words(.derived)) : "")
    }
  }

  private func number(_ number: Double, _ unit: String?, _ isApproximate: Bool) -> String {
    (isApproximate ? words(.approximately) : "") + words.number(number) + (unit ?? "")
  }
}

extension Words {
  /// `変更: 窓口の予約`.
  public func labelled(_ label: String, _ text: String) -> String { "\(label): \(text)" }
}
