import StrategyModel

/// What is known of the values that a filter may name, beside the fixed words of the language.
public struct FilterVocabulary: Hashable, Sendable {
  public var pillars: [String]
  public var departments: [String]
  public var plans: [String]
  /// Ids, newest first.
  public var meetings: [String] = []
  public var saved: [SavedFilter]
  public var today: CivilDate
  /// The latest revision.
  public var head: Int?
  /// Whether words are offered in English where nothing typed tells the language.
  public var prefersEnglish: Bool
  /// Whether a Latin word would find more as a reading (`~kikaku`).
  public var offersReadings = false

  public init(
    pillars: [String] = [], departments: [String] = [], plans: [String] = [], saved: [SavedFilter] = [],
    today: CivilDate, head: Int? = nil, prefersEnglish: Bool = false
  ) {
    self.pillars = pillars
    self.departments = departments
    self.plans = plans
    self.saved = saved
    self.today = today
    self.head = head
    self.prefersEnglish = prefersEnglish
  }

  /// Values of a field, the most likely first; ranges and dates only as examples of their form.
  public func words(of field: FilterField) -> [FilterWord] {
    switch field {
    case .phase: Phase.allCases.map { FilterWord($0.name, $0.code) } + [FilterWord("未記載", "none")]
    case .pillar: names(pillars)
    case .department: names(departments)
    case .plan: names(plans)
    case .id: []
    case .kpi:
      [
        FilterWord("遅れ", "behind"), FilterWord("超過", "overdue"), FilterWord("達成", "reached"), .none,
        FilterWord("<80"), FilterWord("50..80"),
      ]
    case .due:
      [
        FilterWord("30日", "30d"), FilterWord("90日", "90d"), FilterWord("365日", "365d"),
        FilterWord("<" + today.iso), .none,
      ]
    case .year: years
    case .review: [FilterWord("超過", "overdue"), .none, FilterWord("<" + today.adding(years: -1).iso)]
    case .has:
      [
        FilterWord("kpi"), FilterWord("予算", "budget"), FilterWord("日程", "schedule"), FilterWord("確認", "review"),
        FilterWord("経過", "events"),
      ]
    case .state: [FilterWord("推定", "derived")]
    case .changed: revisions
    }
  }

  private func names(_ names: [String]) -> [FilterWord] {
    var seen: Set<String> = []
    return names.filter { !$0.isEmpty && seen.insert($0).inserted }.map { FilterWord($0, $0, isName: true) } + [.none]
  }

  /// The present fiscal year with those around it.
  private var years: [FilterWord] {
    let current = today.month >= 4 ? today.year : today.year - 1
    return (current - 2...current + 2).map { FilterWord(FiscalYear($0).text(.wareki), String($0)) } + [.none]
  }

  private var revisions: [FilterWord] {
    guard let head, head > 0 else { return [] }
    let numbers = [FilterWord("r\(head)")] + (head > 5 ? [FilterWord("r\(head - 4)..")] : [])
    return numbers + [FilterWord(today.adding(years: -1).iso + "..")] + meetings.map { FilterWord($0 + "..") }
  }
}

/// A value that may stand behind a field's colon, in both languages.
public struct FilterWord: Hashable, Sendable {
  var japanese: String
  var english: String
  /// A name from the records, which a part of it finds as well.
  public private(set) var isName: Bool

  init(_ japanese: String, _ english: String? = nil, isName: Bool = false) {
    self.japanese = japanese
    self.english = english ?? japanese
    self.isName = isName
  }

  static let none = FilterWord("なし", "none")

  /// As it stands behind the colon in Japanese, else in English.
  public func text(_ prefersEnglish: Bool) -> String {
    isName ? nameText : prefersEnglish ? english : japanese
  }

  /// As it stands in a list to choose from.
  public func label(_ prefersEnglish: Bool) -> String { prefersEnglish ? english : japanese }

  /// As it stands behind the colon when just this name is meant, and not every one that holds it.
  public func exactText(_ prefersEnglish: Bool) -> String {
    guard isName else { return text(prefersEnglish) }
    // Of a name with quotation marks only a part can be written.
    let isWhole = !japanese.contains { FilterSyntax.sign($0) == "\"" }
    return (isWhole ? "=" : "") + nameText
  }

  /// The form that begins with a folded text; `nil` when none does.
  func text(beginningWith folded: String, _ prefersEnglish: Bool) -> String? {
    let forms = prefersEnglish ? [english, japanese] : [japanese, english]
    return forms.first { TextFold.fold($0).hasPrefix(folded) }.map { isName ? FilterSyntax.quoted($0) : $0 }
  }

  func holds(_ folded: String) -> Bool { TextFold.fold(japanese).contains(folded) }

  var nameText: String { FilterSyntax.quoted(japanese) }
}
