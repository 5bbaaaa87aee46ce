/// What generated items are made of: a word with its reading. How often each one comes decides what a filter finds.
enum CityWords {
  typealias Word = (text: String, reading: String)

  /// 1,764 places, each in 0.06 % of the items.
  static let places: [Word] = heads.flatMap { head in
    tails.map { tail in (head.text + tail.text, head.reading + tail.reading) }
  }

  private static let heads = words(
    """
    北:きた 南:みなみ 東:ひがし 西:にし 上:かみ 下:しも 中:なか 大:おお 小:こ 高:たか 長:なが 広:ひろ 新:にい 古:ふる 白:しら 黒:くろ 赤:あか 青:あお 金:かね
    銀:ぎん 松:まつ 竹:たけ 梅:うめ 桜:さくら 藤:ふじ 桐:きり 柏:かしわ 栗:くり 石:いし 岩:いわ 砂:すな 浅:あさ 深:ふか 清:きよ 神:かみ 宮:みや 鶴:つる
    亀:かめ 鷹:たか 鹿:しか 熊:くま 馬:うま
    """)

  private static let tails = words(
    """
    山:やま 川:かわ 田:た 野:の 原:はら 島:しま 崎:さき 浜:はま 沢:さわ 谷:たに 坂:さか 橋:はし 井:い 池:いけ 沼:ぬま 森:もり 林:ばやし 木:き 根:ね 村:むら
    里:さと 郷:ごう 町:まち 城:しろ 塚:づか 岡:おか 丘:おか 峰:みね 瀬:せ 津:つ 浦:うら 江:え 戸:と 門:かど 倉:くら 屋:や 場:ば 取:とり 見:み 光:みつ
    尾:お 口:ぐち
    """)

  /// Each in 10 % of the items.
  static let objects = words(
    """
    窓口:まどぐち 申請:しんせい 子育て:こそだて 防災:ぼうさい 道路:どうろ 水道:すいどう 図書館:としょかん 学校:がっこう 税務:ぜいむ 観光:かんこう
    """)

  /// Each in 10 % of the items.
  static let means = words(
    """
    オンライン化:おんらいんか データ連携:でーたれんけい 生成AI活用:せいせいえーあいかつよう 業務改善:ぎょうむかいぜん アプリ提供:あぷりていきょう
    センサー整備:せんさーせいび クラウド移行:くらうどいこう 見える化:みえるか 自動化:じどうか 研修:けんしゅう
    """)

  /// Each in 1 % of the items.
  static let themes: [Word] = fields.flatMap { field in
    matters.map { matter in (field.text + "の" + matter.text, field.reading + "の" + matter.reading) }
  }

  private static let fields = words(
    """
    避難所:ひなんじょ 放課後:ほうかご 商店街:しょうてんがい 救急車:きゅうきゅうしゃ 給食:きゅうしょく 下水管:げすいかん 文化財:ぶんかざい 遊休地:ゆうきゅうち
    路線バス:ろせんばす 介護予防:かいごよぼう
    """)

  private static let matters = words(
    """
    混雑:こんざつ 予約:よやく 点検:てんけん 記録:きろく 案内:あんない 料金:りょうきん 見守り:みまもり 統計:とうけい 会計:かいけい 地図:ちず
    """)

  static let departments = [
    "デジタル統括室", "市民局", "福祉局", "こども青少年局", "建設局", "上下水道局", "消防局", "教育委員会事務局", "都市整備局", "環境局", "財政局", "総務局",
  ]

  /// Six of ten items have the first, one the second: words that stand nearly everywhere.
  static let stuffs = ["情報", "情報", "情報", "情報", "情報", "情報", "帳票", "書類", "台帳", "様式"]
  static let partners = ["職員", "職員", "職員", "職員", "職員", "職員", "地域団体", "事業者", "大学", "専門家"]
  static let readers = ["利用する人", "来庁した人", "暮らす人", "働く人", "離れて住む家族", "外国人住民", "高校生", "担当課"]
  static let times = ["毎月", "四半期ごとに", "半年ごとに", "年度末に", "会議のたびに", "予算の前に"]
  static let ends = ["対象を広げる", "進め方を直す", "結果を公開する", "費用を見直す", "次の年度に引き継ぐ", "手順書に残す", "近隣の市と比べる"]
  static let indicators = ["利用件数", "手続時間", "満足度", "開催回数", "登録者数", "更新率", "問い合わせ件数"]

  private static func words(_ text: String) -> [Word] {
    text.split { $0 == " " || $0 == "\n" }.map { pair in
      let parts = pair.split(separator: ":")
      return (String(parts[0]), String(parts[parts.count - 1]))
    }
  }
}
