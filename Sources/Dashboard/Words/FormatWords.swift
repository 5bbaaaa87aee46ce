import StrategyModel

/// The forms in which a view can be written out.
extension Word {
  public static let exportMenu = Word("形式を選んで書き出す", "Write in a chosen format")
  public static let exportTitle = Word("書き出し", "Write the view as")
  public static let exportHint = Word("Enter 書き出す   Esc 閉じる", "Enter write   Esc close")
  public static let formatText = Word("文字だけ", "plain text")
  public static let formatMarkdown = Word("表と箇条書き（Markdown）", "tables and lists (Markdown)")
  public static let formatHTML = Word("1枚のページ（閲覧・A4印刷）", "one page (to read, to print on A4)")
  public static let formatSVG = Word("画面の図", "a picture of the view")
  public static let formatANSI = Word("色付きの文字（less -R）", "text in colour (less -R)")
  public static let formatCSV = Word("表計算（Excel）", "a sheet (Excel)")
  public static let formatJSON = Word("記録のデータ", "records as data")
  public static let handout = Word("会議資料", "Handout")
  public static let sheetSection = Word("区分", "Section")
  public static let sheetEntry = Word("項目", "Entry")
  public static let sheetField = Word("欄", "Field")
  public static let sheetContent = Word("内容", "Content")
  /// Behind a heading that stands on the next page again.
  public static let goesOn = Word("（続き）", " (continued)")
}

extension Words {
  /// Behind the title of a page of text.
  public func pageMark(_ number: Int) -> String { pick("  （\(number)ページ）", "  (page \(number))") }

  /// What an inferred value is as of.
  func asOfDay(_ day: String) -> String { pick("\(day)時点", "as of \(day)") }

  /// `令和6年度`, `2024年度`; in English with the years of the common era `FY2024`.
  func year(_ year: FiscalYear, _ calendar: CalendarStyle) -> String {
    language == .en && calendar == .iso ? "FY\(year.year)" : year.text(calendar)
  }

  /// Before a point of a list, in two cells.
  var bullet: String { pick("・", lines == .unicode ? "・" : "- ") }

  /// Behind a revision: the day from which it counts.
  public func asOfRevision(_ day: String) -> String { pick("\(day) 時点", "as of \(day)") }
}
