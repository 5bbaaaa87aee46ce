/// A word that is typed letter by letter, as a measured filter.
struct Probe {
  var word: String
  /// What the word stands for, where it is romaji.
  var kana: String?

  /// More than a store keeps the answers of, so that each is looked for anew; one to five letters, hits from none to 60 %.
  static let japanese = [
    "情報", "量子暗号網", "避難所の混", "窓口", "鷹井", "防災", "職員と", "白塚", "路線バスの", "海底電線網", "図書館", "桐浦", "給食の地図", "生成AI", "分かかる手",
    "火星探査", "救急車の点", "業務改善", "南津図書館",
  ].map { Probe(word: $0) }

  static let romaji = [
    ("madoguchi", "まどぐち"), ("onrain", "おんらいん"), ("kyuushoku", "きゅうしょく"), ("hinanjo", "ひなんじょ"), ("bousai", "ぼうさい"),
    ("tokei", "とうけい"),
  ].map { Probe(word: $0.0, kana: $0.1) }

  static let osakaRomaji = ["jouhou", "apuri", "suidou", "gakkou", "keikaku"].map { Probe(word: $0, kana: $0) }

  /// For the bundled store of Osaka.
  static let osaka = ["情報", "量子暗号網", "アプリ", "戸籍", "水道", "オンライン", "ICT", "データ", "学校教育", "無線"].map { Probe(word: $0) }
}

/// What share of the items a filter finds.
enum HitShare: String, CaseIterable {
  case none = "0%"
  case thousandth = "約0.1%"
  case hundredth = "約1%"
  case tenth = "約10%"
  case most = "30%以上"

  init(_ hits: Int, of all: Int) {
    let share = Double(hits) / Double(max(all, 1))
    self = hits == 0 ? .none : share < 0.003 ? .thousandth : share < 0.03 ? .hundredth : share < 0.3 ? .tenth : .most
  }
}
