/// A word or sentence without values, in both languages.
public struct Word: Hashable, Sendable {
  public let ja: String
  public let en: String

  init(_ ja: String, _ en: String) {
    self.ja = ja
    self.en = en
  }
}

/// Views and states of knowledge.
extension Word {
  public static let overview = Word("概要", "Overview")
  public static let pillars = Word("柱", "Pillars")
  public static let actions = Word("取組", "Actions")
  public static let meetings = Word("会議", "Meetings")
  public static let updates = Word("履歴", "Updates")
  public static let documents = Word("資料", "Documents")
  public static let record = Word("記録", "Record")
  public static let revision = Word("改訂", "Revision")
  public static let difference = Word("差分", "Difference")
  public static let unknown = Word("未記載", "not recorded")
  public static let derived = Word("推定", "inferred")
  public static let summaryOurs = Word("要約", "our wording")
  public static let fictional = Word("架空の見本", "fictional sample")
  public static let latest = Word("最新", "latest")
  public static let asOf = Word("時点", "as of")
  public static let approximately = Word("約", "about ")
}
