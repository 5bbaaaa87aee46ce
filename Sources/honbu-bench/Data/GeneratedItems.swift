import StrategyModel

/// A city of any size, the same for the same count: for measuring, never to be shown as fact.
struct GeneratedItems: Sequence, IteratorProtocol {
  /// One row of the sheet.
  struct Item {
    var id: String
    var title: String
    var reading: String
    var department: String
    var summary: String
    var indicator: String
    /// The rest of the row behind the summary and the indicator.
    var figures: String
    var pillar: Int
    var phase: String
    var year: Int

    /// As the sheet has it.
    var row: String {
      "\(id),\(title),\(reading),\(pillar),\(department),\(phase),\(year),\(summary),\(indicator),\(figures)\n"
    }

    /// The texts in which a filter looks for words.
    var texts: [String] { [id, title, reading, summary, department, indicator] }
  }

  static let heading = "番号,取組名,よみ,柱,所管,フェーズ,開始,概要,KPI,基準値,目標値,実績値,単位,期限,年度,予算,CIO確認日\n"

  private let count: Int
  private let prefix: String
  private var number = 0
  private var state: UInt64

  /// - Parameter prefix: with which ids begin, so that further items can be added.
  init(count: Int, prefix: String = "g", seed: UInt64 = 20_261_123) {
    self.count = count
    self.prefix = prefix
    state = seed
  }

  mutating func next() -> Item? {
    guard number < count else { return nil }
    number += 1
    let place = pick(CityWords.places)
    let object = pick(CityWords.objects)
    let means = pick(CityWords.means)
    let theme = pick(CityWords.themes)
    let department = pick(CityWords.departments)
    let target = 100 + below(900)
    let summary =
      "\(place.text)で\(theme.text)を受け持つ課の\(pick(CityWords.stuffs))をまとめ、\(object.text)の\(means.text)により"
      + "\(1 + below(90))分かかる手間を\(below(60))秒に縮める。\(pick(CityWords.partners))と\(department)が\(pick(CityWords.times))集まり、"
      + "\(pick(CityWords.readers))の声\(10 + below(900))件を読んで\(pick(CityWords.ends))。"
    // A tenth has no phase on record.
    let phase = below(10) == 0 ? "" : pick(Phase.allCases).name
    let reviewed = below(3) == 0 ? "" : CivilDate(dayNumber: 20_089 + below(700)).iso
    return Item(
      id: "\(prefix)\(number)", title: "\(place.text)\(object.text)の\(means.text)（\(theme.text)）",
      reading: "\(place.reading)\(object.reading)の\(means.reading)\(theme.reading)", department: department,
      summary: summary, indicator: pick(CityWords.indicators),
      figures: "\(below(100)),\(target),\(below(target)),件,2027-03-31,2026,\((1 + below(500)) * 100_000),\(reviewed)",
      pillar: 1 + below(5), phase: phase, year: 2018 + below(8))
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// SplitMix64.
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}

extension GeneratedItems {
  /// Five pillars of one strategy.
  static let pillarSheet = """
    番号,名称,戦略,順,テーマ
    1,便利な手続き,計測用の戦略,1,手続き
    2,使えるデータ,計測用の戦略,2,データ
    3,つながる地域,計測用の戦略,3,地域
    4,学びと技能,計測用の戦略,4,学び
    5,安全なまち,計測用の戦略,5,安全

    """
}
