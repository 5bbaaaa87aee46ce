import StrategyModel

/// Sentences about records that a row names.
extension ImportWording {
  static func duplicate(_ key: String, at place: String, earlier: String, kind: ImportKind) -> String {
    if kind == .measurements { return "同じ取組・KPI・日付の行が\(place)にもあります" }
    if kind == .reviews { return "同じ取組・日付の行が\(place)にもあります" }
    return key == earlier
      ? "「\(key)」は\(place)にもあります" : "「\(key)」は\(place)の「\(earlier)」と文字の幅や大文字小文字が違うだけです"
  }

  static func nearlyKnown(_ id: String, known: String, kind: RecordKind) -> String {
    "「\(id)」は登録済みの「\(known)」と文字の幅や大文字小文字が違うだけです。同じ\(kind.name)なら「\(known)」と書いてください"
  }

  static let relatedToItself = "自分自身を関連にはできません。取り除いてください"

  static func unknownPillar(_ text: String, nearest: String?) -> String {
    "「\(text)」という柱はありません" + hint(nearest, otherwise: "新しい柱なら --create-pillars を付けてください")
  }

  /// The first ten are named.
  static func lostPillar(_ id: String, items: [String]) -> String {
    let rest = items.count > 10 ? " ほか\(items.count - 10)件" : ""
    return "廃止にする柱「\(id)」を指す取組が残ります: \(items.prefix(10).joined(separator: "、"))\(rest)"
  }

  static func unknown(_ what: String, _ text: String, nearest: String?) -> String {
    "「\(text)」という\(what)はありません" + hint(nearest, otherwise: nil)
  }

  static func unknownKPI(_ text: String, item: String, nearest: String?) -> String {
    "取組「\(item)」に「\(text)」というKPIはありません" + hint(nearest, otherwise: nil)
  }

  static func kpiNamesakes(_ text: String, ids: [String]) -> String {
    "「\(text)」というKPIが2つ以上あります。番号で書いてください（\(ids.joined(separator: "・"))）"
  }

  private static func hint(_ nearest: String?, otherwise: String?) -> String {
    let parts = [nearest.map { "「\($0)」ですか" }, otherwise].compactMap { $0 }
    return parts.isEmpty ? "" : "（\(parts.joined(separator: "。"))）"
  }

  static let kpiNameMissing = "KPIの名前が要ります（基準値・目標値・実績値・単位・期限はKPIのものです）"
  static let kpiAmbiguous = "KPIが2つ以上あります。列「KPI」に名前を書いてください"
  static let dueMissing = "目標値が2つ以上あります。列「期限」でどれかを示してください"
  static let fiscalYearMissing = "予算には年度が要ります（列「年度」）"
  static let measuredOnImport = "測定日の記載なし（取り込んだ日付）"

  static func severalBudgets(_ year: FiscalYear) -> String {
    "\(year.text(.wareki))の予算が2件以上あるので、表では変えられません"
  }

  static let bundleAlone = "一式（bundle）はほかのファイルと一緒には取り込めません"
  static let notABundle = "honbu export の一式（bundle）ではありません"
  static let bundleSchema = "この版では読めない一式です。新しい honbu で取り込んでください"
  static let bundleChain = "改訂の鎖がつながりません。ファイルが途中で切れたか、書き換えられています"

  static func bundleHash(_ number: Int) -> String {
    "改訂r\(number)が一式と同じハッシュになりません。一式が書き換えられています"
  }

  static func bundleYear(_ text: String) -> String { "「\(text)」は年度として使えません（1868から2998まで）" }

  static func bundleTwice(_ id: String) -> String { "一つの改訂に同じ記録が二度あります（\(id)）" }

  static let bundleType = "値の種類が違います"

  static func bundleField(_ path: String, _ reason: String) -> String { "\(path): \(reason)" }

  static func title(_ files: [String]) -> String { "\(files.joined(separator: "、")) の取り込み" }
}
