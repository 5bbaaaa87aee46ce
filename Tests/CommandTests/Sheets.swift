/// Sheets as a department would fill them in.
enum Sheets {
  static let phases = ["企画中", "検討中", "開発中", "検証中", "運用中"]

  /// Items with Japanese headings; `suffix` makes a later state of the same items.
  static func items(_ count: Int, suffix: String = "") -> String {
    var text = "番号,取組名,よみ,所管,フェーズ,開始,概要,KPI,基準値,目標値,実績値,単位,期限,CIO確認日\r\n"
    for number in 1...count {
      let phase = phases[number % phases.count]
      text += "it-\(number),窓口手続きの電子化その\(number)\(suffix),まどぐち,ＩＣＴ戦略室,\(phase),令和2年4月1日,"
      text += "\"来庁せずに、手続きを\(number)件\",申請率,10,80,\(number % 70),%,2023-03,R2.8.6\r\n"
    }
    return text
  }

  /// Ten faults, each of another sort, in ten rows.
  static let tenFaults =
    [
      "番号,取組名,柱,フェーズ,開始,KPI,基準値,目標値,単位,年度,予算,CIO確認日",
      "a1,正しい行,,企画中,2020-04-01,,,,,,,",
      ",番号のない行,,,,,,,,,,",
      "a3,,,,,,,,,,,",
      "a1,同じ番号の行,,,,,,,,,,",
      "a5,フェーズの誤り,,開発,,,,,,,,",
      "a6,日付の誤り,,,令和2年13月1日,,,,,,,",
      "a7,数の誤り,,,,申請率,,たくさん,,,,",
      "a8,年度の誤り,,,,,,,,来年,1000,",
      "a9,金額の誤り,,,,,,,,R2,一千円くらい,",
      "a10,確認日の誤り,,,,,,,,,,2020-02-30",
      "a11,柱の誤り,知らない柱,,,,,,,,,",
    ].joined(separator: "\r\n") + "\r\n"
}
