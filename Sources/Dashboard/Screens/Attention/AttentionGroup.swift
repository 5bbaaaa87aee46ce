import StrategyModel

/// A reason for which an item needs attention, as a word of the filter language.
enum AttentionGroup: String, CaseIterable {
  case reviewOverdue
  case kpiBehind
  case kpiOverdue
  case dueSoon
  /// Not a fault of the item: the last of the groups.
  case withoutReview

  /// In the order in which the overview counts them.
  static let onOverview = [reviewOverdue, withoutReview, kpiBehind, kpiOverdue, dueSoon]

  var filter: String {
    switch self {
    case .reviewOverdue: "review:overdue"
    case .kpiBehind: "kpi:behind"
    case .kpiOverdue: "kpi:overdue"
    case .dueSoon: "due:90d"
    case .withoutReview: "review:none"
    }
  }

  /// Its word first: a filter that is still being typed may end within a phrase.
  func filter(within filter: String) -> String { filter.isEmpty ? self.filter : "\(self.filter) \(filter)" }

  /// The most urgent items first.
  var sort: ItemSort {
    switch self {
    case .reviewOverdue: .reviewed
    case .kpiBehind: .attainment
    case .kpiOverdue, .dueSoon: .due
    case .withoutReview: .natural
    }
  }

  var title: Word {
    switch self {
    case .reviewOverdue: .reviewOverdue
    case .kpiBehind: .kpiBehind
    case .kpiOverdue: .kpiOverdue
    case .dueSoon: .dueSoon
    case .withoutReview: .withoutReview
    }
  }

  /// How it is reckoned.
  var rule: Word {
    switch self {
    case .reviewOverdue: .ruleOfReview
    case .kpiBehind: .ruleOfLine
    case .kpiOverdue: .ruleOfOverdue
    case .dueSoon: .ruleOfDue
    case .withoutReview: .ruleWithoutReview
    }
  }

  /// Whether it is a figure of a KPI for which an item stands here.
  var concernsKPIs: Bool { self != .reviewOverdue && self != .withoutReview }

  var slot: SlotID { .other("attention:\(rawValue)") }

  /// Identifies an item's row: one item may stand in several groups.
  func row(of item: String) -> RowID { .text("\(rawValue)/\(item)") }

  /// The item of a row of this group.
  func item(of row: RowID?) -> String? {
    guard case .text(let text)? = row, text.hasPrefix(rawValue + "/") else { return nil }
    return String(text.dropFirst(rawValue.count + 1))
  }
}
