import StrategyModel

/// Every sentence that an import says: what, where, and what would be right.
enum ImportWording {
  static func text(of fault: ImportFault) -> String {
    guard let line = fault.line else { return "\(fault.file): \(fault.message)" }
    if let heading = fault.heading { return "\(fault.file) \(line)行目 \(heading): \(fault.message)" }
    let column = fault.column.map { "\($0)文字目" } ?? ""
    return "\(fault.file) \(line)行目\(column): \(fault.message)"
  }

  static func furtherFaults(_ count: Int) -> String { "ほかに\(count)件の誤りがあります" }

  // MARK: Files

  static let notAFile = "ファイルではありません"
  static let empty = "中身がありません"
  static let fileTooLarge = "大きすぎます（\(ImportLimits.fileBytes >> 20)MiBまで。分けて取り込んでください）"
  static let lineTooLong = "行が長すぎます（\(ImportLimits.lineBytes >> 20)MiBまで）"
  static let tooManyRows = "行が多すぎます（\(ImportLimits.rows)行まで。分けて取り込んでください）"
  static let tooManyLines = "改行が多すぎます（\(ImportLimits.lines)行まで。分けて取り込んでください）"
  static let innerMark = "BOM（U+FEFF）が途中にあります。ファイルをつないだ跡なら、つなぎ目のBOMと、その後の見出しを取り除いてください"
  static let nul = "NUL文字があります。取り除いてください"
  static let brokenUTF16 = "UTF-16の並びが壊れています。UTF-8で保存し直してください"
  static let brokenUTF8 = "UTF-8の並びが壊れています。この文字を直すか、もとのファイルから保存し直してください"
  static let brokenShiftJIS = "Shift_JISとして読めない文字があります。この文字を直すか、UTF-8で保存し直してください"
  static let western = "西欧の文字コード（Windows-1252など）のようです。UTF-8で保存し直してください"
  static let unknownEncoding = "文字コードが分かりません。UTF-8かShift_JISで保存し直してください"

  static func encoding(_ name: String) -> String {
    "文字コードが\(name)のようです。UTF-8かShift_JISで保存し直してください"
  }

  static func container(_ name: String) -> String {
    "\(name)です。中身をCSVかJSONの文字のファイルにして取り込んでください（Excelでは「CSV UTF-8」で保存）"
  }

  // MARK: CSV

  static func parted(by mark: String) -> String {
    "\(mark)で区切られているようです。コンマで区切ったCSVで保存し直してください"
  }

  static func noRows(_ file: String) -> String { "\(file): 見出しだけで、行がありません" }

  static let tooManyColumns = "列が多すぎます（\(ImportLimits.columns)列まで）"
  static let cellTooLong = "セルが長すぎます（\(ImportLimits.cellBytes >> 10)KiBまで）"
  static let unclosedQuote = "ここで始まる引用符「\"」が閉じていません"
  static let textAfterQuote = "閉じた引用符「\"」の後に文字があります（コンマか改行が要ります）"
  static let quoteInsideCell = "引用符「\"」がセルの途中にあります（セル全体を「\"」で囲み、中の「\"」は2つ重ねます）"

  static func cellCount(_ count: Int, expected: Int) -> String {
    "セルが\(count)個あります（見出しは\(expected)個です）"
  }

  // MARK: JSON

  static let jsonTextAfterEnd = "JSONの終わりの後に文字があります"
  static let jsonEndsEarly = "JSONが途中で終わっています"
  static let jsonUnexpected = "JSONの値ではありません"
  static let jsonKeyExpected = "JSONのキー（「\"」で囲んだ名前）が要ります"
  static let jsonNumber = "JSONの数ではありません"
  static let jsonUnclosedString = "ここで始まる文字列が閉じていません"
  static let jsonControlCharacter = "文字列の中に改行や制御文字があります（\\nのように書いてください）"
  static let jsonEscape = "文字列の中の「\\」の後が正しくありません"
  static let jsonTooDeep = "入れ子が深すぎます（\(ImportLimits.jsonDepth)段まで）"
  static let recordTooLong = "1件が長すぎます（\(ImportLimits.lineBytes >> 20)MiBまで）"
  static let tooManyValues = "1件の値が多すぎます（\(ImportLimits.jsonValues)個まで）"
  static let jsonNoList = "取り込む一覧がありません（配列か、配列を1つ持つオブジェクトにしてください）"
  static let jsonRowExpected = "1件は「{」で始まるオブジェクトで書いてください"
  static let jsonNested = "文字か数で書いてください"

  static func jsonDuplicateKey(_ key: String) -> String { "キー「\(key)」が2回あります" }
  static func jsonExpected(_ mark: String) -> String { "「\(mark)」が要ります" }

  // MARK: Headings

  static let unnamedColumn = "見出しのない列に値があります"

  static func unknownColumns(_ file: String, _ names: [String]) -> String {
    "\(file): 知らない列は読みませんでした（\(names.joined(separator: "・"))）"
  }

  static func duplicateColumn(_ heading: String, _ first: String) -> String {
    "列「\(heading)」は列「\(first)」と同じ意味です。どちらか1つにしてください"
  }

  static func missingColumns(_ kind: ImportKind, _ headings: [String]) -> String {
    "\(kind.name)の列が足りません（\(headings.joined(separator: "・"))）"
  }

  static var unknownKind: String {
    let kinds = ImportKind.tables.map { kind in
      "\(kind.rawValue): \(kind.columns.filter(\.isRequired).map(\.heading).joined(separator: "・"))"
    }
    return "見出しから種類が分かりません。--kind で選んでください（要る列は \(kinds.joined(separator: "、"))）"
  }

  static func ambiguousKind(_ kinds: [ImportKind]) -> String {
    "見出しだけでは種類が決まりません。--kind \(kinds.map(\.rawValue).joined(separator: " か --kind ")) で選んでください"
  }

  // MARK: Values

  static let required = "空です。値が要ります"
  static let wholeDate = "日付は年月日で書いてください（例 2020-08-06、令和2年8月6日、R2.8.6）"
  static let partialDate = "日付は 2020-08-06、2020-08、令和2年8月、2020、令和2年度 のように書いてください"

  static func notWholeDate(_ text: String) -> String { "「\(text)」は日付ではありません。\(wholeDate)" }
  static func notPartialDate(_ text: String) -> String { "「\(text)」は日付ではありません。\(partialDate)" }
  static func fiscalYear(_ text: String) -> String {
    "「\(text)」は年度ではありません（例 2020、R2、令和2年度）"
  }
  static func number(_ text: String, _ problem: NumberReading.Problem) -> String {
    switch problem {
    case .notANumber: "「\(text)」は数ではありません（例 85、1,200、0.5）"
    case .inexact: "「\(text)」は正しく保存できません（有効数字は15桁まで）"
    case .tooLarge: "「\(text)」は大きすぎます（1,000兆まで）"
    }
  }
  static func percent(_ text: String) -> String { "「\(text)」の%は、単位が%のときだけ使えます" }
  static func whole(_ text: String) -> String { "「\(text)」は1以上の整数ではありません" }
  static func yen(_ text: String, _ problem: NumberReading.Problem) -> String {
    guard problem == .notANumber else { return number(text, problem) }
    return "「\(text)」は金額ではありません（例 12,000,000、12,000千円、1.5億円。円未満は書けません）"
  }

  static func phase(_ text: String) -> String {
    "「\(text)」は使えません（\(Phase.allCases.map(\.name).joined(separator: "・"))）"
  }

  static func list(_ text: String) -> String { "「\(text)」は使えません（更新履歴・新着情報）" }

  static func action(_ text: String) -> String {
    "「\(text)」は使えません（\(UpdateEntry.Action.allCases.map(\.name).joined(separator: "・"))）"
  }

  static func identifier(_ text: String) -> String {
    "「\(text)」は番号に使えません（改行や制御文字、見えない文字なしで\(ImportLimits.idLength)文字まで）"
  }
}
