extension ImportCorpus {
  private static func item(_ heading: String, _ cell: String) -> String { "id,title,\(heading)\nB-1,一,\(cell)\n" }

  static let values: [ImportCase] = [
    .refused("No id", "a.csv", "id,title\n,一\n", 2, 1, "空です。値が要ります"),
    .refused("No title", "a.csv", "id,title\nB-1,　\n", 2, 5, "空です。値が要ります"),
    .refused("An id with a newline", "a.csv", "id,title\n\"B\n1\",一\n", 2, 1, "番号に使えません"),
    .refused("An id with ESC", "a.csv", "id,title\nB\u{1B}1,一\n", 2, 1, "番号に使えません"),
    .refused("An id with a C1 control", "a.csv", "id,title\nB\u{9B}1,一\n", 2, 1, "番号に使えません"),
    .refused("An id that is turned around", "a.csv", "id,title\nB\u{202E}1,一\n", 2, 1, "番号に使えません"),
    .refused("An id with a character that is not seen", "a.csv", "id,title\nB\u{200B}-1,一\n", 2, 1, "番号に使えません"),
    .refused("An id with a soft hyphen", "a.csv", "id,title\nB\u{AD}1,一\n", 2, 1, "番号に使えません"),
    .refused("An id with a tag character", "a.csv", "id,title\nB\u{E0031},一\n", 2, 1, "番号に使えません"),
    .accepted("An id in Japanese", "a.csv", "id,title\n取組・壱號（新）,一\n"),
    .refused("An id twice", "a.csv", "id,title\nB-1,一\nB-2,二\nB-1,三\n", 4, 1, "「B-1」は2行目にもあります"),
    .refused("An id twice, once wide", "a.csv", "id,title\nB-1,一\nＢ－１,二\n", 3, 1, "2行目の「B-1」と文字の幅や大文字小文字が違うだけです"),
    .refused(
      "An id twice, once in small letters", "a.csv", "id,title\nB-1,一\nb-1,二\n", 3, 1, "2行目の「B-1」と文字の幅や大文字小文字が違うだけです"),
    .refused("An id twice, once in NFD", "a.csv", "id,title\nがく,一\nか\u{3099}く,二\n", 3, 1, "「がく」は2行目にもあります"),
    .refused(
      "An id twice, once in half-width kana", "a.csv", "id,title\nガク,一\nｶﾞｸ,二\n", 3, 1, "2行目の「ガク」と文字の幅や大文字小文字が違うだけです"),
    .refused("An item's id that is nearly known", "a.csv", "id,title\nａ-1,一\n", 2, 1, "登録済みの「A-1」と文字の幅や大文字小文字が違うだけです"),
    .refused(
      "A pillar's id that is nearly known", "a.csv", "id,name,strategy\nＰ1,一,ICT戦略\n", 2, 1,
      "登録済みの「p1」と文字の幅や大文字小文字が違うだけです"),
    .refused(
      "A meeting's id that is nearly known", "a.csv", "id,body,date\nK-1,ICT戦略本部,2020-08-07\n", 2, 1,
      "登録済みの「k-1」と文字の幅や大文字小文字が違うだけです"),
    .refused(
      "An update's id that is nearly known", "a.csv", "id,list,date,title,action\nｕ-1,更新履歴,2020-08-07,一,追加\n", 2, 1,
      "登録済みの「u-1」と文字の幅や大文字小文字が違うだけです"),
    .refused("A pillar twice", "a.csv", "id,name,strategy\nq,一,ICT戦略\nｑ,二,ICT戦略\n", 3, 1, "2行目の「q」と文字の幅や大文字小文字が違うだけです"),
    .refused(
      "A meeting twice", "a.csv", "id,body,date\nk2,ICT戦略本部,2020-08-07\nk2,ICT戦略本部,2020-08-08\n", 3, 1, "「k2」は2行目にもあります"
    ),
    .refused(
      "An update twice", "a.csv", "id,list,date,title,action\nu2,更新履歴,2020-08-07,一,追加\nu2,更新履歴,2020-08-07,一,追加\n", 3, 1,
      "「u2」は2行目にもあります"),
    .refused(
      "A measurement twice", "a.csv", "item,kpi,date,value\nA-1,オンライン手続数,2020-03,1\nA-1,オンライン手続数,令和2年3月,1\n", 3, 1,
      "同じ取組・KPI・日付の行が2行目にもあります"),
    .refused("A review twice", "a.csv", "item,date\nA-1,2020-03-31\nA-1,R2.3.31\n", 3, 1, "同じ取組・日付の行が2行目にもあります"),
    .refused("A phase that there is not", "a.csv", item("phase", "開発"), 2, 7, "「開発」は使えません（企画中・検討中・開発中・検証中・運用中）"),
    .refused("A phase in words", "a.csv", item("phase", "だいたい終わり"), 2, 7, "（企画中・検討中・開発中・検証中・運用中）"),
    .accepted("A phase by its code", "a.csv", item("phase", "Verifying"), title: "一"),
    .accepted("A phase with a space", "a.csv", item("phase", "検証 中"), title: "一"),
    .refused("A day that never was", "a.csv", item("start", "2021-02-29"), 2, 7, "「2021-02-29」は日付ではありません"),
    .refused("A year of an era that never was", "a.csv", item("start", "令和0年"), 2, 7, "「令和0年」は日付ではありません"),
    .refused("A day before its era", "a.csv", item("start", "平成元年1月7日"), 2, 7, "「平成元年1月7日」は日付ではありません"),
    .refused("A day without a year", "a.csv", item("end", "2月30日"), 2, 7, "「2月30日」は日付ではありません"),
    .accepted("A day after its era that was written so", "a.csv", item("start", "平成31年5月1日"), title: "一"),
    .refused("A review on a month", "a.csv", item("reviewed", "2020-08"), 2, 7, "日付は年月日で書いてください"),
    .refused("A number in words", "a.csv", "id,title,kpi,target\nB-1,一,件数,八十\n", 2, 10, "「八十」は数ではありません"),
    .refused("NaN", "a.csv", "id,title,kpi,target\nB-1,一,件数,NaN\n", 2, 10, "「NaN」は数ではありません"),
    .refused("Infinity", "a.csv", "id,title,kpi,target\nB-1,一,件数,∞\n", 2, 10, "「∞」は数ではありません"),
    .refused("A number beyond measure", "a.csv", "id,title,kpi,target\nB-1,一,件数,1e30\n", 2, 10, "「1e30」は大きすぎます"),
    .refused(
      "A number of too many digits", "a.csv", "id,title,kpi,target\nB-1,一,件数,0.12345678901234567\n", 2, 10, "正しく保存できません"
    ),
    .refused("A number with its unit", "a.csv", "id,title,kpi,target,unit\nB-1,一,件数,80件,件\n", 2, 10, "「80件」は数ではありません"),
    .refused(
      "A percent sign where the unit is another", "a.csv", "id,title,kpi,target,unit\nB-1,一,件数,80%,件\n", 2, 10,
      "「80%」の%は、単位が%のときだけ使えます"),
    .accepted(
      "A percent sign where the unit is percent", "a.csv", "id,title,kpi,target,unit\nB-1,一,率,８０％,％\n", title: "一"),
    .accepted("Digits in full width", "a.csv", "id,title,kpi,target\nB-1,一,件数,\"１，２００．５\"\n", title: "一"),
    .refused("A target without a KPI", "a.csv", "id,title,kpi,target\nB-1,一,,80\n", 2, 7, "KPIの名前が要ります"),
    .refused("A budget without a year", "a.csv", "id,title,fy,budget\nB-1,一,,100\n", 2, 8, "予算には年度が要ります"),
    .refused("A budget below zero", "a.csv", "id,title,fy,budget\nB-1,一,R2,-100\n", 2, 10, "「-100」は金額ではありません"),
    .refused("A part of a yen", "a.csv", "id,title,fy,budget\nB-1,一,R2,0.5円\n", 2, 10, "「0.5円」は金額ではありません"),
    .refused("A year in words", "a.csv", "id,title,fy,budget\nB-1,一,来年,100\n", 2, 7, "「来年」は年度ではありません"),
    .refused(
      "A meeting's number of nothing", "a.csv", "id,body,number,date\nk2,ICT戦略本部,0,2020-08-07\n", 2, 12,
      "「0」は1以上の整数ではありません"),
    .refused(
      "A list that there is not", "a.csv", "id,list,date,title,action\nu2,履歴書,2020-08-07,一,追加\n", 2, 4,
      "「履歴書」は使えません（更新履歴・新着情報）"),
    .refused(
      "An action that there is not", "a.csv", "id,list,date,title,action\nu2,更新履歴,2020-08-07,一,削る\n", 2, 22,
      "「削る」は使えません"),
    ImportCase(
      name: "Several faults at once", file: "a.csv",
      bytes: Array("id,title,phase,start\n,一,開発,2020-13\nB-2,,,\nB-3,三,検証中,昨日\n".utf8),
      verdict: .refused(
        [.init(line: 2, column: 1), .init(line: 3, column: 5), .init(line: 4, column: 11)], says: "空です")),
    ImportCase(
      name: "More faults than are listed", file: "a.csv",
      bytes: Array(("id,title\n" + (0..<250).map { "x\($0),\n" }.joined()).utf8),
      verdict: .refused((0..<100).map { .init(line: $0 + 2, column: $0 < 10 ? 4 : $0 < 100 ? 5 : 6) }, says: "空です")),
  ]

  static let references: [ImportCase] = [
    .refused(
      "A pillar that is nearly there", "a.csv", item("pillar", "スマートシテイ"), 2, 7, "「スマートシテイ」という柱はありません（「スマートシティ」ですか"),
    .refused("A pillar that is not there", "a.csv", item("pillar", "行政改革"), 2, 7, "--create-pillars を付けてください"),
    .refused(
      "A strategy that is not there", "a.csv", "id,name,strategy\nq,一,DX戦略\n", 2, 5, "「DX戦略」という戦略はありません"),
    .refused(
      "A body that is not there", "a.csv", "id,body,date\nk2,ICT戦略部,2020-08-07\n", 2, 4,
      "「ICT戦略部」という会議体はありません（「ICT戦略本部」ですか）"),
    .refused(
      "An item of a meeting that is not there", "a.csv", "id,body,date,items\nk2,ICT戦略本部,2020-08-07,A-1;A-3\n", 2, 23,
      "「A-3」という取組はありません"),
    .refused(
      "An item measured that is not there", "a.csv", "item,kpi,date,value\nA-3,件数,2020-03,1\n", 2, 1, "「A-3」という取組はありません"
    ),
    .refused(
      "A KPI measured that is not there", "a.csv", "item,kpi,date,value\nA-1,オンライン手続き数,2020-03,1\n", 2, 5,
      "「オンライン手続き数」というKPIはありません（「オンライン手続数」ですか）"),
    .refused("An item reviewed that is not there", "a.csv", "item,date\nZ-9,2020-03-31\n", 2, 1, "「Z-9」という取組はありません"),
    .refused(
      "A record related that is not there", "a.csv", "id,list,date,title,action,related\nu2,更新履歴,2020-08-07,一,追加,A-7\n",
      2, 25, "「A-7」という番号の記録はありません"),
    .refused(
      "An update related to itself", "a.csv", "id,list,date,title,action,related\nu2,更新履歴,2020-08-07,一,追加,A-1;u2\n", 2,
      25, "自分自身を関連にはできません"),
    .accepted(
      "Updates related to one another", "a.csv",
      "id,list,date,title,action,related\nu2,更新履歴,2020-08-07,一,追加,u-1\nu3,更新履歴,2020-08-07,二,追加,u2\n"),
    .accepted("A pillar by its theme, wide", "a.csv", item("pillar", "ﾃﾞｰﾀドリブン"), title: "一"),
  ]
}
