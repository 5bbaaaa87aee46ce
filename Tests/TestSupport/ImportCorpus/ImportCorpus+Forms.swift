extension ImportCorpus {
  static let forms: [ImportCase] = [
    .refused("An empty file", "a.csv", "", nil, nil, "中身がありません"),
    .refused("White space only", "a.csv", " \r\n\t\r\n", nil, nil, "中身がありません"),
    .refused("A mark only", "a.csv", "\u{FEFF}", nil, nil, "中身がありません"),
    .accepted("Headings only", "a.csv", "id,title\n", warning: "見出しだけで、行がありません"),
    .accepted("No newline at the end", "a.csv", "id,title\nB-1,一", title: "一"),
    .accepted("CR as newline", "a.csv", "id,title\rB-1,一\rB-2,二\r", title: "一"),
    .accepted("Newlines of three sorts", "a.csv", "id,title\rB-2,二\r\nB-1,一\nB-3,三", title: "一"),
    .accepted("Blank lines between", "a.csv", "\n\nid,title\n\nB-1,一\n\n,\n", title: "一"),
    .accepted("A newline in a cell", "a.csv", "id,title\r\nB-1,\"一\r\n二\"\r\n", title: "一\r\n二"),
    .accepted("Commas and quotes in a cell", "a.csv", "id,title\nB-1,\"一,\"\"二\"\"\"\n", title: "一,\"二\""),
    .accepted("Japanese headings, wide and with spaces", "a.csv", "番 号,取組名　\nB-1,一\n", title: "一"),
    .accepted("Unknown columns", "a.csv", "id,担当,title\nB-1,x,一\n", title: "一", warning: "知らない列は読みませんでした（担当）"),
    .accepted("A column without heading and values", "a.csv", "id,title,\nB-1,一,\n", title: "一"),
    .accepted("A text that a spreadsheet would run", "a.csv", "id,title\nB-1,'=1+1\n", title: "=1+1"),
    .accepted(
      "Control characters in a text", "a.csv", "id,title\nB-1,一\u{1B}[31m\u{7}\u{202E}\n",
      title: "一\u{1B}[31m\u{7}\u{202E}"),
    .accepted("Spaces around cells", "a.csv", "id , title\n B-1 ,　一 \n", title: "一"),
    .refused("An unclosed quote", "a.csv", "id,title\nB-1,一\nB-2,\"二\nB-3,三\n", 3, 5, "ここで始まる引用符「\"」が閉じていません"),
    .refused("An unclosed quote in the last cell", "a.csv", "id,title\nB-1,\"", 2, 5, "閉じていません"),
    .refused("Text after a quote", "a.csv", "id,title\nB-1,\"一\"二\n", 2, 8, "閉じた引用符「\"」の後に文字があります"),
    .refused("A quote in a cell", "a.csv", "id,title\nB-1,一\"二\n", 2, 6, "引用符「\"」がセルの途中にあります"),
    .refused("A row that is too short", "a.csv", "id,title\nB-1\n", 2, 1, "セルが1個あります（見出しは2個です）"),
    .refused("A row that is too long", "a.csv", "id,title\nB-1,一,二\n", 2, 1, "セルが3個あります（見出しは2個です）"),
    .refused("A heading twice", "a.csv", "id,title,id\nB-1,一,B-1\n", 1, 10, "列「id」は列「id」と同じ意味です"),
    .refused("Two headings of one meaning", "a.csv", "番号,取組名,ｔｉｔｌｅ\nB-1,一,一\n", 1, 8, "列「ｔｉｔｌｅ」は列「取組名」と同じ意味です"),
    .refused("A value without heading", "a.csv", "id,title,\nB-1,一,二\n", 2, 7, "見出しのない列に値があります"),
    .refused("Headings of nothing", "a.csv", "a,b\n1,2\n", 1, 1, "見出しから種類が分かりません"),
    .refused("Headings of two kinds", "a.csv", "id,name\n1,一\n", 1, 1, "--kind pillars か --kind items で選んでください"),
    .refused("Headings that lack one", "a.csv", "id,phase\n1,検証中\n", 1, 1, "取組の列が足りません（取組名）", kind: .items),
    .refused("Parted by semicolons", "a.csv", "id;title\nB-1;一\n", 1, 1, "セミコロンで区切られているようです"),
    .refused("Parted by tabs", "a.csv", "id\ttitle\nB-1\t一\n", 1, 1, "タブで区切られているようです"),
    .refused("NUL in a cell", "a.csv", "id,title\nB-1,一\u{0}\n", 2, 6, "NUL文字があります"),
    .refused("NUL at the end", "a.csv", "id,title\nB-1,一\n\u{0}", 3, 1, "NUL文字があります"),
    .refused("NUL in UTF-16", "a.csv", bytes: utf16("id,title\nB-1,一\u{0}\n"), 2, 6, "NUL文字があります"),
    .refused(
      "A mark in the middle", "a.csv", "id,title\nB-1,一\n\u{FEFF}id,title\nB-2,二\n", 3, 1, "BOM（U+FEFF）が途中にあります"),
    .refused("A mark twice", "a.csv", "\u{FEFF}\u{FEFF}id,title\nB-1,一\n", 1, 1, "BOM（U+FEFF）が途中にあります"),
    .refused("A mark in a cell", "a.csv", "id,title\nB-1,一\u{FEFF}二\n", 2, 6, "BOM（U+FEFF）が途中にあります"),
    .refused("A mark in UTF-16", "a.csv", bytes: utf16("id,title\nB-1,\u{FEFF}一\n"), 2, 5, "BOM（U+FEFF）が途中にあります"),
  ]

  private static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static func many(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  static let limits: [ImportCase] = [
    .accepted("A cell of 64 KiB", "a.csv", "id,title\nB-1,\(many(65_536, "a"))\n", title: many(65_536, "a")),
    .refused("A cell beyond 64 KiB", "a.csv", "id,title\nB-0,〇\nB-1,\(many(65_537, "a"))\n", 3, 5, "セルが長すぎます（64KiBまで）"),
    .refused(
      "A quoted cell beyond 64 KiB", "a.csv", "id,title\nB-1,\"\(many(65_537, "a"))\"\n", 2, 5, "セルが長すぎます（64KiBまで）"),
    .refused(
      "A line beyond 8 MiB", "a.csv", "id,title\nB-1,一\nB-2,\"\(many(8 << 20, "a"))\"\n", 3, 1, "行が長すぎます（8MiBまで）"),
    .refused(
      "A line of JSON beyond 8 MiB", "a.jsonl",
      "{\"id\":\"B-1\",\"title\":\"一\"}\n{\"id\":\"B-2\",\"title\":\"二\"\(many(8 << 20, " "))}\n", 2, 1,
      "1件が長すぎます（8MiBまで）"),
    .refused(
      "A column beyond 256", "a.csv", "id,title\(many(255, ",x"))\nB-1,一\(many(255, ","))\n", 1, 519, "列が多すぎます（256列まで）"),
    .accepted(
      "256 columns", "a.csv", "id,title\(many(254, ",x"))\nB-1,一\(many(254, ","))\n", title: "一",
      warning: "知らない列は読みませんでした"),
    .refused(
      "A key beyond 256", "a.json", "[{\"id\":\"B-1\",\"title\":\"一\"\((0..<255).map { ",\"x\($0)\":1" }.joined())}]",
      1, 2, "列が多すぎます（256列まで）"),
    .refused(
      "Values beyond 10,000 in one record", "a.json", "[{\"id\":\"B-1\",\"title\":[\(many(10_000, "1,"))1]}]", 1, 2,
      "1件の値が多すぎます（10000個まで）"),
    .accepted("An id of 128 characters", "a.csv", "id,title\n\(many(128, "あ")),一\n"),
    .refused("An id beyond 128 characters", "a.csv", "id,title\n\(many(129, "あ")),一\n", 2, 1, "番号に使えません"),
    .accepted(
      "JSON 64 deep", "a.json", "[{\"id\":\"B-1\",\"title\":\"一\",\"x\":\(many(62, "["))\(many(62, "]"))}]", title: "一",
      warning: "知らない列は読みませんでした（x）"),
    .refused(
      "JSON 65 deep", "a.json", "[{\"id\":\"B-1\",\"title\":\"一\",\"x\":\(many(63, "["))\(many(63, "]"))}]", 1, 92,
      "入れ子が深すぎます（64段まで）"),
    .refused("JSON 100,000 deep", "a.json", many(100_000, "["), 1, 65, "入れ子が深すぎます（64段まで）"),
    .refused("Objects 100,000 deep", "a.json", many(100_000, "{\"a\":"), 1, 321, "入れ子が深すぎます（64段まで）"),
  ]
}
