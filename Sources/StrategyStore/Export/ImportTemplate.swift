import StrategyModel

/// A sheet to fill in: the headings of a kind and one example row, which imports into an empty store as it is.
public enum ImportTemplate {
  /// UTF-8 with a byte order mark, as Excel opens it by a double click.
  ///
  /// - Returns: `nil` for a bundle, which is no sheet.
  public static func text(_ kind: ImportKind) -> String? {
    guard let example = example(kind) else { return nil }
    return CSVWriting.byteOrderMark + CSVWriting.row(kind.columns.map { .text($0.heading) })
      + CSVWriting.row(kind.columns.map { .text(example[$0.field]) })
  }

  private static func example(_ kind: ImportKind) -> [Field: String]? {
    switch kind {
    case .items:
      [
        .id: "example-1", .title: "（例）窓口手続きのオンライン化", .reading: "まどぐちてつづきのおんらいんか", .department: "（例）デジタル統括室",
        .phase: "検証中", .start: "令和2年4月1日", .end: "2023-03", .summary: "（例）来庁せずにできる手続きを増やす", .kpi: "オンライン手続き数",
        .baseline: "0", .target: "500", .actual: "120", .unit: "手続き", .due: "令和4年度", .fiscalYear: "R2",
        .budget: "12,000千円", .reviewed: "2020-08-06", .source: "（例）アクションプラン p.12",
      ]
    case .pillars:
      [.id: "example-1", .title: "（例）データ活用", .order: "1", .theme: "データ"]
    case .meetings:
      [
        .id: "example-1", .body: "（例）ICT戦略本部", .number: "1", .date: "令和2年8月6日", .agenda: "（例）計画の改訂;（例）実績の報告",
        .decisions: "（例）計画を改訂する", .documents: "（例）資料1;（例）資料2", .attendees: "（例）本部長;（例）副本部長",
      ]
    case .updates:
      [
        .id: "example-1", .list: "更新履歴", .date: "2020-08-06", .title: "（例）アクションプランの改訂版", .action: "追加",
      ]
    case .measurements:
      [.item: "example-1", .kpi: "オンライン手続き数", .date: "2021-03-31", .value: "180", .source: "（例）実績報告"]
    case .reviews:
      [.item: "example-1", .date: "2021-03-31", .reviewer: "（例）CIO", .note: "（例）計画どおり進んでいる"]
    case .bundle: nil
    }
  }
}
