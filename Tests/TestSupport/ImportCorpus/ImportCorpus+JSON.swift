extension ImportCorpus {
  private static func array(_ name: String, _ text: String, _ column: Int, _ says: String) -> ImportCase {
    .refused(name, "a.json", text, 1, column, says)
  }

  public static let json: [ImportCase] = [
    .accepted("An array", "a.json", "[{\"id\":\"B-1\",\"title\":\"一\"}]", title: "一"),
    .accepted(
      "An object with one list", "a.json", "{\"schema\":1,\"items\":[{\"id\":\"B-1\",\"title\":\"一\"}]}", title: "一"),
    .accepted(
      "JSON Lines", "a.jsonl", "{\"id\":\"B-1\",\"title\":\"一\"}\n{\"id\":\"B-2\",\"title\":\"二\"}\n", title: "一"),
    .accepted("One line of JSON Lines", "a.jsonl", "{\"id\":\"B-1\",\"title\":\"一\"}", title: "一"),
    .accepted("JSON with a mark", "a.json", "\u{FEFF}[{\"id\":\"B-1\",\"title\":\"一\"}]", title: "一"),
    .accepted(
      "JSON in UTF-16", "a.json",
      bytes: [0xFF, 0xFE] + "[{\"id\":\"B-1\",\"title\":\"一\"}]".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      title: "一"),
    .accepted("Escapes", "a.json", #"[{"id":"B-1","title":"\u4e00\ud83d\ude00\t\"\\\/"}]"#, title: "一😀\t\"\\/"),
    .accepted(
      "White space of every sort", "a.json", "\r\n[\t{ \"id\" : \"B-1\" ,\n \"title\":\"一\" } ]\r\n", title: "一"),
    .accepted("Japanese keys", "a.json", "[{\"番号\":\"B-1\",\"取組名\":\"一\"}]", title: "一"),
    .accepted(
      "Numbers and null", "a.json", "[{\"id\":\"B-1\",\"title\":\"一\",\"kpi\":\"件数\",\"target\":-0.5e1,\"unit\":null}]",
      title: "一"),
    .accepted(
      "An id that is a number", "a.json", "[{\"id\":7,\"title\":\"七\"},{\"id\":\"B-1\",\"title\":\"一\"}]", title: "一"),
    .refused("An empty list", "a.json", "[]", 1, 1, "見出しから種類が分かりません"),
    array("A comma at the end of an array", "[{\"id\":\"B-1\",\"title\":\"一\"},]", 27, "JSONの値ではありません"),
    array("A comma at the end of an object", "[{\"id\":\"B-1\",\"title\":\"一\",}]", 26, "JSONのキー"),
    array("A key twice", "[{\"id\":\"B-1\",\"title\":\"一\",\"id\":\"B-2\"}]", 26, "キー「id」が2回あります"),
    array("A key twice, once escaped", "[{\"id\":\"B-1\",\"title\":\"一\",\"\\u0069d\":\"B-2\"}]", 26, "キー「id」が2回あります"),
    array("Two keys of one meaning", "[{\"id\":\"B-1\",\"title\":\"一\",\"取組名\":\"二\"}]", 2, "列「取組名」は列「title」と同じ意味です"),
    array("No comma", "[{\"id\":\"B-1\" \"title\":\"一\"}]", 14, "「,」が要ります"),
    array("No colon", "[{\"id\" \"B-1\"}]", 8, "「:」が要ります"),
    array("Single quotes", "[{'id':'B-1'}]", 3, "JSONのキー"),
    array("A key without quotes", "[{id:\"B-1\"}]", 3, "JSONのキー"),
    array("A number as key", "[{1:\"B-1\"}]", 3, "JSONのキー"),
    array("A comment", "/* 取組 */[]", 1, "JSONの値ではありません"),
    array("A leading zero", "[{\"id\":\"B-1\",\"title\":01}]", 22, "JSONの数ではありません"),
    array("A plus sign", "[{\"id\":\"B-1\",\"title\":+1}]", 22, "JSONの値ではありません"),
    array("No digit after the point", "[{\"id\":\"B-1\",\"title\":1.}]", 24, "JSONの数ではありません"),
    array("No digit before the point", "[{\"id\":\"B-1\",\"title\":.5}]", 22, "JSONの値ではありません"),
    array("No digit after e", "[{\"id\":\"B-1\",\"title\":1e}]", 24, "JSONの数ではありません"),
    array("NaN as JSON", "[{\"id\":\"B-1\",\"title\":NaN}]", 22, "JSONの値ではありません"),
    array("Infinity as JSON", "[{\"id\":\"B-1\",\"title\":-Infinity}]", 23, "JSONの数ではありません"),
    array("A hexadecimal number", "[{\"id\":\"B-1\",\"title\":0x1F}]", 23, "「,」が要ります"),
    array("A word in capitals", "[{\"id\":\"B-1\",\"title\":True}]", 22, "JSONの値ではありません"),
    array("A string that does not end", "[{\"id\":\"B-1", 8, "ここで始まる文字列が閉じていません"),
    array("A newline in a string", "[{\"id\":\"B-1\",\"title\":\"一\n\"}]", 24, "文字列の中に改行や制御文字があります"),
    array("A tab in a string", "[{\"id\":\"B-1\",\"title\":\"一\t\"}]", 24, "文字列の中に改行や制御文字があります"),
    array("An escape that there is not", #"[{"id":"B-1","title":"\x41"}]"#, 23, "「\\」の後が正しくありません"),
    array("An escape cut short", #"[{"id":"B-1","title":"\u12"}]"#, 23, "「\\」の後が正しくありません"),
    array("Half a pair", #"[{"id":"B-1","title":"\ud83d"}]"#, 23, "「\\」の後が正しくありません"),
    array("The second half alone", #"[{"id":"B-1","title":"\ude00"}]"#, 23, "「\\」の後が正しくありません"),
    array("Two first halves", #"[{"id":"B-1","title":"\ud83d\ud83d"}]"#, 23, "「\\」の後が正しくありません"),
    array("NUL escaped", #"[{"id":"B-1","title":"\u0000"}]"#, 23, "NUL文字があります"),
    array("NUL between values", "[{\"id\":\"B-1\"}\u{0}]", 14, "NUL文字があります"),
    array("An array that does not end", "[{\"id\":\"B-1\",\"title\":\"一\"}", 26, "「,」が要ります"),
    array("An object that does not end", "[{\"id\":\"B-1\"", 13, "「,」が要ります"),
    array("Text after the end", "[{\"id\":\"B-1\",\"title\":\"一\"}] x", 28, "JSONの終わりの後に文字があります"),
    array("A form feed between values", "[\u{C}{\"id\":\"B-1\"}]", 2, "JSONの値ではありません"),
    array("A wide space between values", "[　{\"id\":\"B-1\"}]", 2, "JSONの値ではありません"),
    array("A string instead of a list", "\"id\"", 1, "取り込む一覧がありません"),
    array("An object without a list", "{\"a\":1}", 1, "取り込む一覧がありません"),
    array("Rows that are no objects", "[[\"B-1\",\"一\"]]", 2, "1件は「{」で始まるオブジェクトで書いてください"),
    array("Rows that are numbers", "[1]", 2, "1件は「{」で始まるオブジェクトで書いてください"),
    array("A row that is null", "[{\"id\":\"B-1\",\"title\":\"一\"},null]", 27, "1件は「{」で始まるオブジェクトで書いてください"),
    array("A boolean for a text", "[{\"id\":\"B-1\",\"title\":true}]", 22, "文字か数で書いてください"),
    array("An object for a text", "[{\"id\":\"B-1\",\"title\":{\"ja\":\"一\"}}]", 22, "文字か数で書いてください"),
    array("A list of lists for a text", "[{\"id\":\"B-1\",\"title\":[[\"一\"]]}]", 22, "文字か数で書いてください"),
    array(
      "A number out of range", "[{\"id\":\"B-1\",\"title\":\"一\",\"kpi\":\"件\",\"target\":1e400}]", 45, "「1e400」は大きすぎます"
    ),
    array("A number too small", "[{\"id\":\"B-1\",\"title\":\"一\",\"kpi\":\"件\",\"target\":1e-400}]", 45, "正しく保存できません"),
    array("No id as JSON", "[{\"title\":\"一\",\"id\":null}]", 20, "空です。値が要ります"),
    .refused(
      "A key twice in the second line", "a.jsonl",
      "{\"id\":\"B-1\",\"title\":\"一\"}\n{\"id\":\"B-2\",\"id\":\"B-3\"}\n", 2, 13, "キー「id」が2回あります"),
    .refused(
      "Two values in one line", "a.jsonl", "{\"id\":\"B-1\",\"title\":\"一\"} {\"id\":\"B-2\",\"title\":\"二\"}\n", 1, 26,
      "JSONの終わりの後に文字があります"),
    .refused(
      "A bundle of another program", "a.json", "{\"schema\":1,\"bundle\":\"other\",\"revisions\":[]}", 1, 22,
      "一式（bundle）ではありません"),
    .refused(
      "A bundle of a later schema", "a.json", "{\"schema\":2,\"bundle\":\"honbu\",\"revisions\":[]}", 1, 11,
      "この版では読めない一式です"),
    .refused("A bundle without revisions", "a.json", "{\"schema\":1,\"bundle\":\"honbu\"}", 1, 1, "revisions"),
    .refused(
      "A bundle whose revision is a number", "a.json", "{\"schema\":1,\"bundle\":\"honbu\",\"revisions\":[1]}", 1, 43,
      "値の種類が違います"),
    .refused(
      "A bundle of a kind that there is not", "a.json",
      "{\"schema\":1,\"bundle\":\"honbu\",\"revisions\":[{\"number\":1}]}", 1, 43, "値が要ります"),
    .refused("A list that is to be a bundle", "a.json", "[]", 1, 1, "一式（bundle）ではありません", kind: .bundle),
    .refused("A table that is to be a bundle", "a.csv", "id,title\nB-1,一\n", 1, 1, "一式（bundle）ではありません", kind: .bundle),
  ]
}
