import StrategyModel

/// What the text of a record writes otherwise than the ledger does: words for codes, dates as people write them, and
/// nothing for what goes without saying.
enum FieldForm {
  /// Fields that take one of a few words: code and word.
  static let choices: [String: [(code: String, word: String)]] = {
    let confidences = [(code: Confidence.stated.rawValue, word: "記載"), (Confidence.derived.rawValue, "推定")]
    var choices = [
      "phase": Phase.allCases.map { (code: $0.code, word: $0.name) },
      "action": UpdateEntry.Action.allCases.map { (code: $0.rawValue, word: $0.name) },
      "list": UpdateEntry.List.allCases.map { (code: $0.rawValue, word: $0.name) },
      "status": EditionStatus.allCases.map { (code: $0.rawValue, word: $0.rawValue) },
      "role": Principle.Role.allCases.map { (code: $0.rawValue, word: $0.rawValue) },
    ]
    for name in confidenceFields { choices[name] = confidences }
    return choices
  }()

  private static let confidenceFields = [
    "confidence", "pillarConfidence", "legacyPillarConfidence", "relatedConfidence", "abolishedConfidence",
  ]

  private static let dates: Set<String> = [
    "date", "otherDate", "start", "end", "due", "asOf", "adopted", "established", "abolished", "posted", "revised",
    "baselineDate", "pageUpdated", "phaseAsOf",
  ]

  private static let years: Set<String> = ["year", "firstYear", "lastYear"]

  private static let flags: Set<String> = ["isApproximate", "isSummary", "isSummaryOurs", "isFictional"]

  private static let lists: Set<String> = [
    "more", "items", "kpis", "targets", "schedule", "budgets", "events", "agenda", "decisions", "documents",
    "attendees", "related", "facts", "points", "chapters", "knownChanges",
  ]

  /// What a field is when nobody writes it; `nil` where it has to be written, or may be absent.
  static func ordinary(_ name: String) -> FieldTree? {
    if name == "source" { return .fields(["confidence": .text(Confidence.stated.rawValue), "more": .list([])]) }
    if name == "order" { return .integer(0) }
    if flags.contains(name) { return .flag(false) }
    if lists.contains(name) { return .list([]) }
    return confidenceFields.contains(name) && name != "legacyPillarConfidence"
      ? .text(Confidence.stated.rawValue) : nil
  }

  /// A value of the ledger, as it is shown.
  static func shown(_ text: String, in name: String) -> String {
    choices[name]?.first { $0.code == text }?.word ?? text
  }

  /// What somebody wrote, as the ledger has it; as it is, where it is none of the words.
  static func stored(_ text: String, in name: String) -> String {
    if let choice = choices[name]?.first(where: { $0.word == text }) { return choice.code }
    if dates.contains(name), let date = DateReading.partialDate(text) { return date.code }
    if years.contains(name), let year = DateReading.fiscalYear(text) { return "\(year.year)" }
    return text
  }

  static func isDate(_ name: String) -> Bool { dates.contains(name) }

  /// The words that a field takes; `nil` where it takes any.
  static func words(_ name: String) -> String? { choices[name]?.map(\.word).joined(separator: "、") }

  /// Lines that show how a field with parts is written; none for a plain one.
  static func example(_ name: String) -> [String] {
    switch name {
    case "source", "departmentSource", "adoptedSource": ["  address: https://…"]
    case "derivedPhase": ["  phase: 検証中", "  basis: そう読める理由"]
    case "kpis":
      ["- name: 指標の名", "  unit: 件", "  baseline: 100", "  targets:", "    - due: 令和8年度", "      value: 200"]
    case "schedule": ["- year: 令和8年度", "  text: その年度に行うこと"]
    case "budgets": ["- year: 令和8年度", "  yen: 1000000", "  purpose: 使いみち"]
    case "events": ["- date: 令和8年8月6日", "  text: 起きたこと"]
    case "agenda", "documents": ["- title: 題名"]
    case "decisions": ["- text: 決まったこと", "  items: [取組の番号]"]
    case "attendees": ["- 氏名"]
    case "items", "related": ["- 番号"]
    default: []
    }
  }
}
