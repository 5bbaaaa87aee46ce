import Testing
import TextSearch

@Suite("Romaji")
struct RomajiNeedleTests {
  @Test(
    "Hepburn, 訓令式 and the spellings of the input methods find the kana",
    arguments: [
      // Both systems, mixed too.
      ("kikaku", "キカク"), ("si", "し"), ("shi", "し"), ("ci", "し"), ("sya", "しゃ"), ("sha", "しゃ"), ("tu", "つ"),
      ("tsu", "つ"),
      ("ti", "ち"), ("chi", "ち"), ("tya", "ちゃ"), ("cha", "ちゃ"), ("cya", "ちゃ"), ("zya", "じゃ"), ("ja", "じゃ"),
      ("jya", "じゃ"),
      ("hu", "ふ"), ("fu", "ふ"), ("ji", "じ"), ("zi", "じ"), ("ji", "ぢ"), ("di", "ぢ"), ("du", "づ"), ("zu", "づ"),
      ("tsuzuku", "つづく"),
      ("tsuduku", "つづく"), ("wo", "を"), ("zyouhou", "じょうほう"), ("jouhou", "じょうほう"), ("fusyou", "ふしょう"),
      // Loan words.
      ("fairu", "ファイル"), ("firumu", "フィルム"), ("fesu", "フェス"), ("foramu", "フォーラム"), ("va-tyaru", "ヴァーチャル"),
      ("vijon", "ヴィジョン"), ("patexi-", "パーティー"), ("pa-thi-", "パーティー"), ("pat'i", "パーティ"), ("dejitaru", "デジタル"),
      ("dhisuku", "ディスク"), ("media", "メディア"), ("webu", "ウェブ"), ("winta-", "ウィンター"), ("she-do", "シェード"), ("syea", "シェア"),
      ("chekku", "チェック"), ("jetto", "ジェット"), ("kwaruto", "クァルト"), ("tsa-", "ツァー"), ("twu", "トゥ"), ("dyuaru", "デュアル"),
      ("we-ta-", "ウェーター"), ("wo-ta-", "ウォーター"), ("yeni", "イェニ"), ("kura'udo", "クラウド"), ("kuraudo", "クラウド"),
      // Small kana.
      ("la", "ぁ"), ("xa", "ぁ"), ("lya", "ゃ"), ("xyu", "ゅ"), ("ltu", "っ"), ("xtsu", "っ"), ("kixyaku", "きゃく"),
      ("lwa", "ゎ"),
      ("kasumigaseki", "かすみがせき"), ("ixtukan", "いっかん"),
      // ん.
      ("onrain", "おんらいん"), ("onnrainn", "おんらいん"), ("kenkyuu", "けんきゅう"), ("shin'you", "しんよう"), ("sinnyou", "しんよう"),
      ("kinyuu", "きんゆう"), ("kinyuu", "きにゅう"), ("konna", "こんな"), ("konnna", "こんな"), ("hannnou", "はんのう"),
      ("hannou", "はんおう"),
      ("ken'ichi", "けんいち"), ("shimbun", "しんぶん"), ("kampai", "かんぱい"), ("homma", "ほんま"), ("shin-oosaka", "しんおおさか"),
      // っ.
      ("gakkou", "がっこう"), ("icchi", "いっち"), ("itchi", "いっち"), ("itti", "いっち"), ("matcha", "まっちゃ"), ("zasshi", "ざっし"),
      ("assyuku", "あっしゅく"), ("beddo", "ベッド"), ("kitto", "きっと"), ("happyou", "はっぴょう"), ("netto", "ネット"),
      // Long vowels.
      ("suma-to", "スマート"), ("sumaato", "スマート"), ("sumato", "スマート"), ("kyuushoku", "きゅうしょく"), ("kyusyoku", "きゅうしょく"),
      ("kyuusyoku", "きゅうしょく"), ("kyushoku", "きゅうしょく"), ("toukyou", "とうきょう"), ("tokyo", "とうきょう"), ("toukyo", "とうきょう"),
      ("tōkyō", "とうきょう"), ("tôkyô", "とうきょう"), ("tookyoo", "とうきょう"), ("ookii", "おおきい"), ("oki", "おおきい"),
      ("ōkii", "おおきい"),
      ("oosaka", "おおさか"), ("osaka", "おおさか"), ("oki", "おき"), ("okasan", "おかあさん"), ("nigata", "にいがた"),
      ("suugaku", "すうがく"),
      ("se-hu", "セーフ"), ("me-ru", "メール"), ("koen", "こうえん"), ("kouen", "こうえん"), ("kōen", "こうえん"), ("kou'en", "こうえん"),
      ("so-ryo", "そうりょう"), ("sa-ba-", "サーバー"), ("saba", "サーバー"), ("toukyou", "トーキョー"), ("ko-hi-", "コーヒー"),
      ("koohii", "コーヒー"), ("kouun", "こううん"), ("iie", "いいえ"), ("oou", "おおう"),
      // Digits stand for themselves.
      ("dai3ki", "だい3き"), ("2jikai", "２じかい"),
    ])
  func hits(word: String, text: String) throws {
    let folded = TextFold.fold("市の" + text + "を")
    let needle = try #require(RomajiNeedle(TextFold.fold(word)), "\(word)")
    #expect(needle.isFound(in: folded), "\(word) \(folded)")
  }

  @Test(
    "Other kana are not found",
    arguments: [
      ("kikaku", "きかん"), ("kikaku", "きがく"), ("shi", "す"), ("suma-to", "すまと"), ("sumaato", "すまと"),
      ("kyuushoku", "きゅしょく"),
      ("toukyou", "ときょう"), ("keiki", "けえき"), ("keki", "けいき"), ("kito", "きっと"), ("kitto", "きと"), ("ken'ichi", "けにち"),
      ("tani", "たんい"), ("kinen", "きんえん"), ("kin'en", "きねん"), ("ha", "ば"), ("kya", "きや"), ("kiya", "きゃ"), ("hon", "ほ"),
      ("ko'u", "こー"), ("koe", "こい"), ("onrain", "おらいん"), ("ka", "漢字"), ("dai3ki", "だい4き"), ("va", "ば"), ("rain", "らいか"),
      ("sa-ba-", "サーバ"), ("to-kyo", "ときょ"), ("gakkou", "がくこう"), ("fa", "ふあ"), ("tii", "てい"), ("oo", "おん"), ("mm", "んん"),
    ])
  func misses(word: String, text: String) throws {
    let needle = try #require(RomajiNeedle(TextFold.fold(word)), "\(word)")
    #expect(!needle.isFound(in: TextFold.fold(text)), "\(word) \(text)")
  }

  @Test(
    "A word that is no romaji gives none",
    arguments: [
      "ict", "qxz", "windows", "hello", "http", "www", "kkka", "tccha", "ktana", "r2nendo", "covid-19", "", "-", "-to",
      "'a", "123", "2-3",
      "k'a", "漢字", "きかく", "kikaku企画", "a b", "KIKAKU", "ｋａ", "a.b", "é", "kikaku" + String(repeating: "a", count: 60),
    ])
  func noRomaji(word: String) { #expect(RomajiNeedle(word) == nil) }

  @Test(
    "A syllable that is not finished finds each kana it can begin, and no other",
    arguments: [
      ("kik", "きか きき きく きけ きこ きーか きっか きっきゃ", "きさ きん きー"), ("ky", "きゃ きゅ きょ", "きく き くゃ"),
      ("sh", "し しゃ しゅ しょ しぇ", "さ す せ っさ"), ("s", "さ し す せ そ っさ っしゃ", "た っ っち"), ("ts", "つ つぁ", "た ち て"),
      ("t", "た ち つ て と っと っち っちゃ", "っ っか だ"), ("tc", "っち っちゃ", "ち っか っと"), ("itt", "いった いって いっつ", "いた いっか"),
      ("c", "ち ちゃ か し っち", "た っさ"), ("kon", "こん こな このみ こにゃ", "こ こむ"), ("n", "ん な の にゃ", "む あ"),
      ("konn", "こんにちは こん", "こな"), ("kony", "こにゃ こんや こんゆ こんよ", "こな こん"), ("kan'", "かん", "かな"),
      ("m", "ま みゃ んば んぱ んま っま", "ん んか"), ("shim", "しま しんぶん しんま", "しん しんか"), ("kitt", "きった きっと", "きた きっか"),
      ("ac", "あち あしか あっち", "あさ あた"), ("x", "ゃ ぁ っ ゎ", "や あ わ"), ("xt", "っ", "ゃ ぁ"), ("j", "じ じゃ ぢ っじ", "ざ っ"),
      ("f", "ふ ふぁ ふゅ", "は ひ"), ("wh", "うぁ うぉ", "わ"), ("kou", "こう こー", "こお3"), ("suma-", "すまー", "すま すまと"),
    ])
  func unfinished(word: String, found: String, notFound: String) throws {
    let needle = try #require(RomajiNeedle(word), "\(word)")
    for text in found.split(separator: " ") { #expect(needle.isFound(in: String(text)), "\(word) \(text)") }
    for text in notFound.split(separator: " ") { #expect(!needle.isFound(in: String(text)), "\(word) \(text)") }
  }

  @Test("A hit is given as UTF-8 offsets, the first one, and as long as it can be")
  func places() throws {
    let tokyo = try #require(RomajiNeedle("tokyo"))
    let text = "都とうきょうとトwとーきょー"
    #expect(tokyo.first(in: text) == 3..<18)
    #expect(tokyo.first(in: text, from: 6) == 25..<40)
    #expect(tokyo.first(in: text, from: 28) == nil)
    #expect(tokyo.first(in: text, from: text.utf8.count) == nil)
    let kik = try #require(RomajiNeedle("kik"))
    #expect(kik.first(in: "ききかく") == 0..<6)
    #expect(try #require(RomajiNeedle("kyu")).first(in: "きゅきゅう", from: 6) == 6..<15)
  }

  @Test("The anchors are the beginnings of the hits, as long as their number allows")
  func anchors() throws {
    func anchors(_ word: String, _ limit: Int) throws -> Set<String> {
      Set(try #require(RomajiNeedle(word)).anchors(atMost: limit).map { String(decoding: $0, as: UTF8.self) })
    }
    #expect(try anchors("toukyou", 64) == ["とうきょう", "とうきょー", "とーきょう", "とーきょー"])
    #expect(try anchors("tokyo", 64) == ["ときょ", "とうきょ", "とおきょ", "とーきょ"])
    #expect(try anchors("tokyo", 3) == ["と"])
    #expect(try anchors("kik", 64) == ["きか", "きき", "きく", "きけ", "きこ", "きっ", "きい", "きー"])
    #expect(try anchors("k", 1) == ["か", "き", "く", "け", "こ", "っ"])
    #expect(try anchors("sumato", 12) == ["すまと", "すまあ", "すまー", "すうま", "すーま"])
  }
}
