/// 更新履歴・新着情報: one line of the page's own record of what was done to it.
public struct UpdateEntry: Hashable, Codable, Sendable {
  public enum List: String, Codable, CaseIterable, Sendable {
    /// 更新履歴.
    case history
    /// 新着情報.
    case news

    public var name: String {
      switch self {
      case .history: "更新履歴"
      case .news: "新着情報"
      }
    }
  }

  public enum Action: String, Codable, CaseIterable, Sendable {
    case added
    case revised
    case corrected
    case posted
    case created
    case removed

    /// The word of the city's page.
    public var name: String {
      switch self {
      case .added: "追加"
      case .revised: "改訂"
      case .corrected: "修正"
      case .posted: "掲載"
      case .created: "作成"
      case .removed: "削除"
      }
    }
  }

  public var id: String
  public var list: List
  /// Place in the list as the page has it; history runs from new to old, news from old to new.
  public var order: Int
  public var date: CivilDate
  public var title: String
  public var action: Action
  /// Ids of the records that the line is about.
  public var related: [String]
  public var relatedConfidence: Confidence
  public var note: String?
  public var source: Source

  public init(
    id: String, list: List, order: Int = 0, date: CivilDate, title: String, action: Action, related: [String] = [],
    relatedConfidence: Confidence = .stated, note: String? = nil, source: Source = Source(nil)
  ) {
    self.id = id
    self.list = list
    self.order = order
    self.date = date
    self.title = title
    self.action = action
    self.related = related
    self.relatedConfidence = relatedConfidence
    self.note = note
    self.source = source
  }
}
