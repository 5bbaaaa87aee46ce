import StrategyModel

/// What a file to import lists.
public enum ImportKind: String, CaseIterable, Codable, Sendable {
  case items
  case pillars
  case meetings
  case updates
  case measurements
  case reviews
  /// A whole ledger, or the latest state of one, as `honbu export` writes it.
  case bundle

  public var name: String { recordKind?.name ?? "一式" }

  /// The kind of record that a row becomes; `nil` for a bundle.
  public var recordKind: RecordKind? {
    switch self {
    case .items: .item
    case .pillars: .pillar
    case .meetings: .meeting
    case .updates: .update
    case .measurements: .measurement
    case .reviews: .review
    case .bundle: nil
    }
  }

  /// The kinds that stand in a table, in the order in which one may refer to another.
  public static let tables: [ImportKind] = [.pillars, .items, .meetings, .updates, .measurements, .reviews]
}

/// A column's meaning; columns of one meaning in several kinds share a field.
enum Field: Int, CaseIterable, Hashable, Sendable {
  case id, title, reading, pillar, department, phase, start, end, summary
  case kpi, baseline, target, actual, unit, due, fiscalYear, budget, reviewed, source
  case strategy, order, theme
  case body, number, date, agenda, decisions, documents, attendees, items, note
  case list, action, related
  case item, value, reviewer
}

/// One column of a kind's table.
struct ImportColumn: Hashable, Sendable {
  var field: Field
  /// The word of the command line and of JSON.
  var code: String
  /// The Japanese heading.
  var heading: String
  var aliases: [String]
  /// Without a column of this meaning a file is not of this kind.
  var isRequired: Bool

  init(_ field: Field, _ code: String, _ heading: String, _ aliases: [String] = [], required: Bool = false) {
    self.field = field
    self.code = code
    self.heading = heading
    self.aliases = aliases
    self.isRequired = required
  }
}

extension ImportKind {
  var columns: [ImportColumn] {
    switch self {
    case .items: ImportKind.itemColumns
    case .pillars:
      [
        ImportColumn(.id, "id", "番号", required: true), ImportColumn(.title, "name", "名称", required: true),
        ImportColumn(.strategy, "strategy", "戦略"), ImportColumn(.order, "order", "順"),
        ImportColumn(.theme, "theme", "テーマ"),
      ]
    case .meetings: ImportKind.meetingColumns
    case .updates:
      [
        ImportColumn(.id, "id", "番号", required: true), ImportColumn(.list, "list", "一覧"),
        ImportColumn(.date, "date", "日付", required: true), ImportColumn(.title, "title", "件名", required: true),
        ImportColumn(.action, "action", "操作"), ImportColumn(.related, "related", "関連"),
      ]
    case .measurements:
      [
        ImportColumn(.item, "item", "取組", required: true), ImportColumn(.kpi, "kpi", "KPI", required: true),
        ImportColumn(.date, "date", "日付"), ImportColumn(.value, "value", "値", ["実績値"], required: true),
        ImportColumn(.source, "source", "出典"),
      ]
    case .reviews:
      [
        ImportColumn(.item, "item", "取組", required: true),
        ImportColumn(.date, "date", "日付", ["CIO確認日"], required: true),
        ImportColumn(.reviewer, "by", "確認者"), ImportColumn(.note, "note", "所見", ["notes"]),
      ]
    case .bundle: []
    }
  }

  private static let itemColumns = [
    ImportColumn(.id, "id", "番号", required: true),
    ImportColumn(.title, "title", "取組名", ["name", "取組項目"], required: true),
    ImportColumn(.reading, "reading", "よみ"), ImportColumn(.pillar, "pillar", "柱"),
    ImportColumn(.department, "department", "所管"), ImportColumn(.phase, "phase", "フェーズ"),
    ImportColumn(.start, "start", "開始"), ImportColumn(.end, "end", "終了"),
    ImportColumn(.summary, "summary", "概要"), ImportColumn(.kpi, "kpi", "KPI"),
    ImportColumn(.baseline, "baseline", "基準値"), ImportColumn(.target, "target", "目標値"),
    ImportColumn(.actual, "actual", "実績値"), ImportColumn(.unit, "unit", "単位"),
    ImportColumn(.due, "due", "期限"), ImportColumn(.fiscalYear, "fy", "年度"),
    ImportColumn(.budget, "budget", "予算"), ImportColumn(.reviewed, "reviewed", "CIO確認日"),
    ImportColumn(.source, "source", "出典"),
  ]

  private static let meetingColumns = [
    ImportColumn(.id, "id", "番号", required: true), ImportColumn(.body, "body", "会議体", required: true),
    ImportColumn(.number, "number", "回"), ImportColumn(.date, "date", "日付", ["開催日"], required: true),
    ImportColumn(.agenda, "agenda", "議題"), ImportColumn(.decisions, "decisions", "決定事項"),
    ImportColumn(.documents, "documents", "資料"), ImportColumn(.attendees, "attendees", "出席者"),
    ImportColumn(.items, "items", "取組"), ImportColumn(.note, "notes", "備考", ["note"]),
  ]
}
