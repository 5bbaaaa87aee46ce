/// Characters that NFKC keeps apart and Japanese readers take for one.
///
/// Each pair is an old or variant form and the form that stands for it. Only one character for one character, so that
/// folding keeps places.
enum CharacterVariants {
  /// What stands for a character, or `nil` when it stands for itself.
  static func form(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if han.contains(scalar.value) {
      let form = hanForms[Int(scalar.value - han.lowerBound)]
      return form == 0 ? nil : Unicode.Scalar(form)
    }
    return otherForms[scalar]
  }

  /// Pairs of forms: of signs, of names in the family register, other old forms.
  static let pairs: [(old: Unicode.Scalar, new: Unicode.Scalar)] = signs + registered + others

  private static let han: ClosedRange<UInt32> = 0x4E00...0x9FFF

  private static let hanForms: [UInt16] = {
    var forms = [UInt16](repeating: 0, count: han.count)
    for (old, new) in pairs where han.contains(old.value) {
      forms[Int(old.value - han.lowerBound)] = UInt16(truncatingIfNeeded: new.value)
    }
    return forms
  }()

  private static let otherForms: [Unicode.Scalar: Unicode.Scalar] = {
    var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (old, new) in pairs where !han.contains(old.value) { forms[old] = new }
    return forms
  }()

  /// Signs that CP932 and Unicode's JIS X 0208 table map apart (〜 ～, − －, ‖ ∥), and what people type for them.
  private static let signs = read(
    """
    \u{301C}~ \u{223C}~ \u{2016}\u{2225}
    \u{2010}- \u{2011}- \u{2012}- \u{2013}- \u{2014}- \u{2015}- \u{2212}- \u{FE63}-
    \u{2018}' \u{2019}' \u{201C}\" \u{201D}\"
    """)

  /// 人名用漢字許容字体, the old forms that the family register admits: 戸籍法施行規則別表第二, from `kJinmeiyoKanji`
  /// and `kJoyoKanji` of the Unihan database 15.0 (Unihan_OtherMappings.txt).
  private static let registered = read(
    """
    乘乗 亞亜 佛仏 來来 傳伝 僞偽 價価 儉倹 兒児 冨富 凉涼 凜凛 剩剰 劍剣 勳勲 卷巻 卽即 單単 嚴厳 圈圏 國国 圓円 團団 埜野 增増 壘塁 壞壊 壯壮 壽寿 奧奥 奬奨 孃嬢 寢寝 實実 寬寛 將将
    專専 峯峰 峽峡 嶋島 巢巣 帶帯 廣広 廳庁 彈弾 彌弥 從従 徵徴 德徳 恆恒 惠恵 惡悪 愼慎 應応 懷懐 戰戦 戲戯 拂払 拔抜 拜拝 揭掲 搖揺 搜捜 擊撃 攝摂 收収 敍叙 晃晄 晚晩 晝昼 曆暦 曉暁
    曾曽 條条 榮栄 樂楽 樣様 橫横 檢検 櫻桜 步歩 歷歴 每毎 氣気 涉渉 淚涙 淨浄 渴渇 溫温 滯滞 澁渋 濕湿 瀧滝 瀨瀬 燈灯 燒焼 爭争 爲為 狀状 狹狭 獸獣 疊畳 瘦痩 盃杯 盜盗 盡尽 眞真 碎砕
    祕秘 禪禅 禮礼 稻稲 穗穂 粹粋 綠緑 緖緒 緣縁 縣県 縱縦 纖繊 聽聴 臟臓 與与 莊荘 萌萠 萬万 薗園 薰薫 藏蔵 藝芸 藥薬 虛虚 衞衛 裝装 覽覧 謠謡 讓譲 賣売 賴頼 轉転 郞郎 醉酔 釀醸 錄録
    鍊錬 鎭鎮 鑄鋳 陷陥 險険 雜雑 靜静 顯顕 飜翻 駈駆 騷騒 驗験 髮髪 鷄鶏 黃黄 黑黒 默黙 齊斉 龍竜 𠮟叱
    """)

  /// Other old forms: the 康熙字典体 of 常用漢字表 (平成22年内閣告示第2号), and variants that stand in names of people and
  /// places (髙 﨑 濵 邉 齋; 斎 and 斉 are taken for one, as writers do). Each pair shares a Japanese reading or is a
  /// variant of the other by Unihan_Readings.txt and Unihan_Variants.txt 15.0, but 㐂 𠮷 𣘺 﨟, which have none there.
  private static let others = read(
    """
    㐂喜 㑹会 㟢崎 亂乱 亙亘 仭仞 俠侠 俱倶 倂併 假仮 儘侭 兔兎 內内 兩両 册冊 冰氷 凾函 剝剥 劑剤 勞労 勵励 勸勧 區区 參参 吳呉 喆哲 噓嘘 嚙噛 囑嘱 囘回 囬回 圍囲 圖図 圡土 堯尭 塡填
    墮堕 壓圧 壤壌 壹壱 壺壷 壻婿 夘卯 姬姫 學学 寫写 寳宝 寶宝 對対 尒爾 尓爾 尙尚 屆届 屛屏 屬属 峩峨 嵜崎 嶌島 嶽岳 巖巌 巗巌 幷并 廢廃 廬庐 廸迪 弌一 弍二 强強 彥彦 徑径 恊協 悅悦
    惱悩 慘惨 戀恋 戶戸 戾戻 挾挟 插挿 搔掻 摑掴 擇択 擔担 據拠 擧挙 擴拡 攢攅 效効 敎教 敕勅 數数 斎斉 斷断 旣既 昻昂 晉晋 晧皓 曺曹 曻昇 會会 杤栃 杦杉 枩松 栁柳 桒桑 梹檳 棧桟 槇槙
    槗橋 槪概 樓楼 樞枢 檜桧 櫔栃 權権 歐欧 歡歓 歸帰 殘残 殼殻 毆殴 沒没 淸清 淺浅 渊淵 渕淵 溪渓 滿満 潑溌 潛潜 澤沢 濟済 濱浜 濳潜 濵浜 濶闊 瀆涜 灣湾 焰焔 煕熙 熈熙 營営 爐炉 犧犠
    犹猶 獨独 獵猟 獻献 瑤瑶 瓣弁 甁瓶 產産 畄留 畧略 畫画 畱留 當当 疉畳 發発 皃貌 皋皐 皷鼓 眀明 硏研 礒磯 礪砺 祿禄 禰祢 禱祷 稅税 稱称 穐秋 穩穏 穰穣 竊窃 竒奇 竝並 筝箏 簞箪 籔藪
    絕絶 絲糸 經経 緜綿 總総 繩縄 繪絵 繫繋 繼継 續続 缺欠 罐缶 羗羌 羣群 翆翠 耻恥 聟婿 聨聯 聰聡 聲声 肅粛 脫脱 腦脳 膽胆 臯皐 臺台 舊旧 舍舎 舖舗 舘館 舩船 苅刈 莖茎 萊莱 蔣蒋 薮藪
    蘆芦 處処 號号 螢蛍 蟬蝉 蟲虫 蠅蝿 蠟蝋 蠶蚕 蠻蛮 裡裏 裵裴 襃褒 覺覚 觀観 觔筋 觧解 觸触 說説 諫諌 證証 譯訳 譽誉 讀読 變変 豐豊 豫予 貳弐 贊賛 踐践 躰体 軀躯 軆体 軣轟 輕軽 輛輌
    辦弁 辧弁 辨弁 辭辞 辯弁 迯逃 逹達 遙遥 遞逓 遲遅 邉辺 邊辺 鄊郷 鄕郷 鄰隣 醗醱 醫医 醬醤 釋釈 鈎鉤 銕鉄 銳鋭 錢銭 鐡鉄 鐵鉄 鑛鉱 閇閉 閒間 閙鬧 閱閲 關関 陏隋 隨随 隱隠 隸隷 隺鶴
    雙双 雞鶏 霸覇 靈霊 靍鶴 靏鶴 靑青 靣面 韭韮 頋顧 頚頸 頥頤 頰頬 顏顔 顚顛 飃飄 飮飲 餘余 餠餅 驅駆 驒騨 髓髄 體体 髙高 鬦闘 鬪闘 鬭闘 鮏鮭 鰮鰯 鰺鯵 鳬鳧 鴈雁 鶯鴬 鷗鴎 鹽塩 麁粗
    麥麦 麪麺 麴麹 麵麺 麸麩 點点 黨党 鼡鼠 齋斉 齒歯 齡齢 龒竜 龜亀 龝秋 﨑崎 﨟臈 𠮷吉 𣘺橋
    """)

  private static func read(_ text: String) -> [(old: Unicode.Scalar, new: Unicode.Scalar)] {
    text.split { $0 == " " || $0 == "\n" }.compactMap { pair in
      guard let old = pair.unicodeScalars.first, let new = pair.unicodeScalars.last else { return nil }
      return (old, new)
    }
  }
}
