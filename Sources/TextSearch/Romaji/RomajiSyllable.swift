/// Which kana a romaji syllable writes: Hepburn, 訓令式 and what Japanese input methods take.
///
/// Beyond the tables of the input methods: じ and ぢ, ず and づ sound alike, so Hepburn's `ji` and `zu` are both; `ti`, `tu`,
/// `di`, `du`, `dyu` are also the ティ, トゥ, ディ, ドゥ, デュ of loan words.
struct RomajiSyllable: Sendable {
  let romaji: [UInt8]
  /// Letters of ``KanaLetter``.
  let kana: [UInt8]
  /// The vowel that a long mark after it would lengthen; `nil` for っ.
  var vowel: UInt8? { kana == RomajiSyllable.smallTsu ? nil : romaji.last }

  static let smallTsu = letters("っ")
  static let n = letters("ん")

  /// All syllables, by the first letter of their romaji.
  static let byInitial: [UInt8: [RomajiSyllable]] = Dictionary(grouping: table) { $0.romaji.first ?? 0 }

  /// Consonants before the kana of a, i, u, e, o; `/` between two that one spelling writes, `.` where there is none.
  private static let rows = """
    | あ い う え お
    k| か き く け こ
    c| か し く せ こ
    ky| きゃ きぃ きゅ きぇ きょ
    kw qw| くぁ/くゎ くぃ くぅ くぇ くぉ
    q| くぁ くぃ く くぇ くぉ
    qy| くゃ くぃ くゅ くぇ くょ
    g| が ぎ ぐ げ ご
    gy| ぎゃ ぎぃ ぎゅ ぎぇ ぎょ
    gw| ぐぁ/ぐゎ ぐぃ ぐぅ ぐぇ ぐぉ
    s| さ し す せ そ
    sy| しゃ しぃ しゅ しぇ しょ
    sh| しゃ し しゅ しぇ しょ
    sw| すぁ すぃ すぅ すぇ すぉ
    z| ざ じ/ぢ ず/づ ぜ ぞ
    zy jy| じゃ/ぢゃ じぃ じゅ/ぢゅ じぇ じょ/ぢょ
    j| じゃ/ぢゃ じ/ぢ じゅ/ぢゅ じぇ じょ/ぢょ
    t| た ち/てぃ つ/とぅ て と
    ty cy| ちゃ ちぃ ちゅ ちぇ ちょ
    ch| ちゃ ち ちゅ ちぇ ちょ
    ts| つぁ つぃ つ つぇ つぉ
    th| てゃ てぃ てゅ てぇ てょ
    t'| . てぃ とぅ . .
    tw| とぁ とぃ とぅ とぇ とぉ
    d| だ ぢ/でぃ づ/どぅ で ど
    dy| ぢゃ ぢぃ ぢゅ/でゅ ぢぇ ぢょ
    dh| でゃ でぃ でゅ でぇ でょ
    d'| . でぃ どぅ . .
    dw| どぁ どぃ どぅ どぇ どぉ
    n| な に ぬ ね の
    ny| にゃ にぃ にゅ にぇ にょ
    h| は ひ ふ へ ほ
    hy| ひゃ ひぃ ひゅ ひぇ ひょ
    f| ふぁ ふぃ ふ ふぇ ふぉ
    fy| ふゃ ふぃ ふゅ ふぇ ふょ
    fw hw| ふぁ ふぃ ふぅ ふぇ ふぉ
    b| ば び ぶ べ ぼ
    by| びゃ びぃ びゅ びぇ びょ
    p| ぱ ぴ ぷ ぺ ぽ
    py| ぴゃ ぴぃ ぴゅ ぴぇ ぴょ
    v| ゔぁ ゔぃ ゔ ゔぇ ゔぉ
    vy| ゔゃ ゔぃ ゔゅ ゔぇ ゔょ
    m| ま み む め も
    my| みゃ みぃ みゅ みぇ みょ
    y| や . ゆ いぇ よ
    r| ら り る れ ろ
    ry| りゃ りぃ りゅ りぇ りょ
    w| わ うぃ/ゐ う うぇ/ゑ を/うぉ
    wh| うぁ うぃ う うぇ うぉ
    wy| . ゐ . ゑ .
    l x| ぁ ぃ ぅ ぇ ぉ
    ly xy| ゃ ぃ ゅ ぇ ょ
    lt xt lts xts| . . っ . .
    lw xw| ゎ . . . .
    lk xk| か . . け .
    """

  private static let table: [RomajiSyllable] = rows.split(separator: "\n").flatMap { row in
    let halves = row.split(separator: "|", omittingEmptySubsequences: false)
    let onsets = halves[0].isEmpty ? [[]] : halves[0].split(separator: " ").map { Array($0.utf8) }
    let columns = zip("aiueo".utf8, halves[1].split(separator: " ")).filter { $0.1 != "." }
    return onsets.flatMap { onset in
      columns.flatMap { vowel, kana in
        kana.split(separator: "/").map { RomajiSyllable(romaji: onset + [vowel], kana: letters($0)) }
      }
    }
  }

  private static func letters(_ kana: some StringProtocol) -> [UInt8] {
    guard let letters = KanaLetter.letters(of: kana.unicodeScalars) else {
      preconditionFailure("The table of romaji holds kana only: \(kana)")
    }
    return letters
  }
}
