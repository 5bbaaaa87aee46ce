import Testing

@testable import StrategyStore

@Suite struct ImportFaultTests {
  @Test("Ten different faults are all told at once, each with its line and what would be right")
  func tenFaults() {
    let csv = """
      番号,取組名,柱,フェーズ,開始,KPI,目標値,単位,年度,予算,CIO確認日
      B-1,,データドリブン,検証中,2020,,,,,,
      B-2,二,スマートシテイ,企画中,,,,,,,
      B-3,三,,開発,,,,,,,
      B-4,四,,,2020-02-30,,,,,,
      B-5,五,,,,利用者数,八十,人,,,
      B-6,六,,,,利用者数,80%,人,,,
      B-7,七,,,,,,,,100円,
      B-8,八,,,,,,,R2,百万円,
      B-9,九,,,,,,,,,令和2年8月
      ｂ-9,十,,,,,,,,,
      """
    #expect(
      MemoryStore.sample.faults("items.csv", csv) == [
        "items.csv 2行目 取組名: 空です。値が要ります",
        "items.csv 3行目 柱: 「スマートシテイ」という柱はありません（「スマートシティ」ですか。新しい柱なら --create-pillars を付けてください）",
        "items.csv 4行目 フェーズ: 「開発」は使えません（企画中・検討中・開発中・検証中・運用中）",
        "items.csv 5行目 開始: 「2020-02-30」は日付ではありません。日付は 2020-08-06、2020-08、令和2年8月、2020、令和2年度 のように書いてください",
        "items.csv 6行目 目標値: 「八十」は数ではありません（例 85、1,200、0.5）",
        "items.csv 7行目 目標値: 「80%」の%は、単位が%のときだけ使えます",
        "items.csv 8行目 予算: 予算には年度が要ります（列「年度」）",
        "items.csv 9行目 予算: 「百万円」は金額ではありません（例 12,000,000、12,000千円、1.5億円。円未満は書けません）",
        "items.csv 10行目 CIO確認日: 「令和2年8月」は日付ではありません。日付は年月日で書いてください（例 2020-08-06、令和2年8月6日、R2.8.6）",
        "items.csv 11行目 番号: 「ｂ-9」は10行目の「B-9」と文字の幅や大文字小文字が違うだけです",
      ])
  }

  @Test("A fault knows the column in which its cell begins, also after a cell of several lines")
  func columns() throws {
    let result = MemoryStore.sample.read("items.csv", "id,title,phase\r\nB-1,\"一\r\n二\",未定\r\n")
    guard case .failure(let faults) = result else { throw Unexpected() }
    #expect(faults.faults.map(\.line) == [3])
    #expect(faults.faults.map(\.column) == [4])
    #expect(faults.faults.map(\.heading) == ["phase"])
  }

  private struct Unexpected: Error {}

  @Test(
    "A broken form is told at its place",
    arguments: [
      ("id,title\n1,\"a\n2,b\n", "x.csv 2行目3文字目: ここで始まる引用符「\"」が閉じていません"),
      ("id,title\n1,\"a\"b\n", "x.csv 2行目6文字目: 閉じた引用符「\"」の後に文字があります（コンマか改行が要ります）"),
      ("id,title\n1,a\"b\n", "x.csv 2行目4文字目: 引用符「\"」がセルの途中にあります（セル全体を「\"」で囲み、中の「\"」は2つ重ねます）"),
      ("id,title\n1\n", "x.csv 2行目1文字目: セルが1個あります（見出しは2個です）"),
      ("id,title,取組名\n1,a,b\n", "x.csv 1行目10文字目: 列「取組名」は列「title」と同じ意味です。どちらか1つにしてください"),
      ("id,name\n1,a\n", "x.csv 1行目1文字目: 見出しだけでは種類が決まりません。--kind pillars か --kind items で選んでください"),
      ("番号,取組名\rA,一\rB,\u{0}\r", "x.csv 3行目3文字目: NUL文字があります。取り除いてください"),
      (
        "id,title\n1,a\n\u{FEFF}id,title\n2,b\n",
        "x.csv 3行目1文字目: BOM（U+FEFF）が途中にあります。ファイルをつないだ跡なら、つなぎ目のBOMと、その後の見出しを取り除いてください"
      ),
      ("", "x.csv: 中身がありません"), ("\n  \n", "x.csv: 中身がありません"),
    ])
  func form(text: String, fault: String) {
    #expect(MemoryStore.sample.faults("x.csv", text) == [fault])
  }

  @Test("A number beyond all measure is told with what is accepted")
  func vastNumbers() {
    #expect(
      MemoryStore.sample.faults("items.csv", "番号,取組名,KPI,目標値,実績値,年度,予算\nB-1,一,利用率,1,1e30,R2,9e99\n") == [
        "items.csv 2行目 実績値: 「1e30」は大きすぎます（1,000兆まで）",
        "items.csv 2行目 予算: 「9e99」は金額ではありません（例 12,000,000、12,000千円、1.5億円。円未満は書けません）",
      ])
  }

  @Test("References to nothing name the nearest that there is")
  func references() {
    let store = MemoryStore.sample
    #expect(
      store.faults("m.csv", "item,kpi,value\nA-9,満足度,1\nA-1,オンライン手続数,2\n") == [
        "m.csv 2行目 item: 「A-9」という取組はありません（「A-1」ですか）",
        "m.csv 3行目 kpi: 取組「A-1」に「オンライン手続数」というKPIはありません（「オンライン手続き数」ですか）",
      ])
    #expect(
      store.faults("k.csv", "番号,会議体,日付,取組\nk1,ICT戦略部,2020,A-1;A-4\n") == [
        "k.csv 2行目 会議体: 「ICT戦略部」という会議体はありません（「ICT戦略本部」ですか）",
        "k.csv 2行目 日付: 「2020」は日付ではありません。日付は年月日で書いてください（例 2020-08-06、令和2年8月6日、R2.8.6）",
        "k.csv 2行目 取組: 「A-4」という取組はありません（「A-1」ですか）",
      ])
    #expect(
      store.faults("items.csv", "id,title\nａ-1,一\n")
        == ["items.csv 2行目 id: 「ａ-1」は登録済みの「A-1」と文字の幅や大文字小文字が違うだけです。同じ取組なら「A-1」と書いてください"])
  }

  @Test("The first hundred faults are told, the rest counted")
  func many() {
    let rows = (0..<250).map { "x\($0),\n" }.joined()
    let lines = MemoryStore.sample.faults("items.csv", "id,title\n" + rows)
    #expect(lines.count == 101)
    #expect(lines.last == "ほかに150件の誤りがあります")
  }
}
