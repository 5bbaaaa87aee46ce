import Foundation
import StrategyModel

/// Finds words in items in the most obvious way: every text made plain by Foundation, then looked through by it.
///
/// It shares nothing with the search that it judges.
enum SlowSearch {
  /// Old forms that the tests use, each with the form that stands for it, beyond what NFKC makes equal.
  static let oldForms: [Unicode.Scalar: Unicode.Scalar] = [
    "髙": "高", "﨑": "崎", "邉": "辺", "邊": "辺", "齋": "斉", "斎": "斉", "廣": "広", "國": "国", "學": "学", "會": "会", "總": "総",
    "舊": "旧",
    "廳": "庁", "圖": "図", "證": "証", "戶": "戸", "濱": "浜", "ヶ": "ケ", "ヵ": "カ", "ゖ": "け", "ゕ": "か", "〜": "~", "−": "-",
    "–": "-",
    "—": "-", "‐": "-",
  ]

  /// Normalized twice: once Foundation leaves the two halves of ｶﾞ apart.
  static func plain(_ text: String) -> Data {
    let composed = replaced(text).precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
    var hiragana = String.UnicodeScalarView()
    for scalar in composed.lowercased().unicodeScalars {
      let isKatakana = (0x30A1...0x30F6).contains(scalar.value)
      hiragana.append(isKatakana ? Unicode.Scalar(scalar.value - 0x60) ?? scalar : scalar)
    }
    return Data(replaced(String(hiragana)).precomposedStringWithCanonicalMapping.utf8)
  }

  private static func replaced(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.map { oldForms[$0] ?? $0 })
    return String(view)
  }

  /// Whether a plain word stands in a plain text.
  static func contains(_ text: Data, _ word: Data) -> Bool { text.range(of: word) != nil }

  /// All texts by which an item is found, plain.
  static func texts(of item: ActionItem, _ pillars: [Pillar]) -> [Data] {
    let pillar = pillars.first { $0.id == item.pillar }
    let own = [item.id, item.title, item.reading, item.summary, item.department, item.planRelation, item.note]
    let texts = (own + [pillar?.name, pillar?.theme, pillar?.englishName]).compactMap { $0 }
    return (texts + item.kpis.map(\.name) + item.schedule.map(\.text) + item.events.map(\.text)).map(plain)
  }
}
