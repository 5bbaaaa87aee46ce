import StrategyModel

/// A city of any size, the same for the same count: for measuring, never to be shown as fact.
struct GeneratedItems {
  private static let objects = [
    "窓口", "申請", "子育て", "防災", "道路", "水道", "図書館", "学校", "税務", "福祉", "観光", "環境", "統計", "契約", "庁内", "消防",
  ]
  private static let means = [
    "オンライン化", "データ連携基盤", "AI活用", "業務改善", "アプリ提供", "センサー整備", "クラウド移行", "見える化", "RPA導入", "研修",
  ]
  private static let departments = [
    "デジタル統括室", "市民局", "福祉局", "こども青少年局", "建設局", "水道局", "消防局", "教育委員会事務局", "都市整備局", "環境局",
  ]

  var count: Int
  private var state: UInt64 = 20_261_123

  init(count: Int) { self.count = count }

  /// SplitMix64.
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  /// A sheet as a city would import it.
  mutating func csv() -> String {
    var text = "番号,取組名,柱,所管,フェーズ,開始,概要,KPI,基準値,目標値,実績値,単位,期限,年度,予算\n"
    for index in 1...count {
      let object = Self.objects[next(Self.objects.count)]
      let means = Self.means[next(Self.means.count)]
      let department = Self.departments[next(Self.departments.count)]
      let phase = Phase.allCases[next(Phase.allCases.count)].name
      let target = 100 + next(900)
      text += "g\(index),\(object)の\(means) 第\(index)号,\(1 + next(5)),\(department),\(phase),\(2018 + next(8)),"
      text += "\(object)に関わる手続きと情報を\(means)によって使いやすくし、\(department)が関係部署と進め方を毎月確かめながら、利用する人の声をもとに対象を年度ごとに広げる。,"
      text += "利用件数,\(next(100)),\(target),\(next(target)),件,2027-03-31,2026,\((1 + next(500)) * 100_000)\n"
    }
    return text
  }
}

extension String {
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
