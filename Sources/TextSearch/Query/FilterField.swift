import StrategyModel

/// A field that a filter can name. Only these names make a field; `10:30` and addresses are text.
public enum FilterField: String, CaseIterable, Hashable, Sendable {
  case phase
  case pillar
  case department = "dept"
  case plan
  case id
  case kpi
  case due
  case year = "fy"
  case review
  case has
  case state = "is"
  case changed

  public var japanese: String {
    switch self {
    case .phase: "フェーズ"
    case .pillar: "柱"
    case .department: "所管"
    case .plan: "計画"
    case .id: "番号"
    case .kpi: "達成率"
    case .due: "期限"
    case .year: "年度"
    case .review: "CIO確認"
    case .has: "あり"
    case .state: "区分"
    case .changed: "変更"
    }
  }

  /// Other names by which it goes.
  var aliases: [String] {
    switch self {
    case .department: ["department"]
    case .year: ["year"]
    case .review: ["確認"]
    default: []
    }
  }

  public func name(_ prefersEnglish: Bool) -> String { prefersEnglish ? rawValue : japanese }

  /// All its names, those of the language first.
  func names(_ prefersEnglish: Bool) -> [String] {
    (prefersEnglish ? [rawValue, japanese] : [japanese, rawValue]) + aliases
  }

  /// What may stand after the colon.
  public var examples: String {
    switch self {
    case .phase: Phase.allCases.map(\.name).joined(separator: "・") + "・未記載"
    case .pillar: "柱の名前の一部、または なし"
    case .department: "所管の名前の一部、または なし"
    case .plan: "計画の名前の一部、または なし"
    case .id: "番号の一部"
    case .kpi: "<80、50..80、behind（遅れ）、overdue（超過）、reached（達成）、none（なし）"
    case .due: "90d、<2020-04、2020-04..2020-09、令和2年8月、none（なし）"
    case .year: "R2、2020、R2..R4、none（なし）"
    case .review: "overdue（超過）、none（なし）、<2020-04"
    case .has: "kpi・budget（予算）・schedule（日程）・review（確認）・events（経過）"
    case .state: "derived（推定）"
    case .changed: "r5、r5..r8、2020-08-06..、令和2年8月6日..、会議の番号.."
    }
  }

  /// - Parameter name: in any width, case and kind of kana.
  public init?(named name: String) {
    guard let field = FilterField.byFoldedName[TextFold.fold(name)] else { return nil }
    self = field
  }

  private static let byFoldedName: [String: FilterField] = {
    var fields: [String: FilterField] = [:]
    for field in allCases {
      for name in field.names(true) { fields[TextFold.fold(name)] = field }
    }
    return fields
  }()
}
