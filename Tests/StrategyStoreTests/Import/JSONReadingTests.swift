import Testing

@testable import StrategyStore

@Suite struct JSONReadingTests {
  private static let deep = String(repeating: "[", count: 100_000)

  @Test(
    "JSON is judged as RFC 8259 says it, with the place of the fault",
    arguments: [
      (#"[{"id":"1","id":"2"}]"#, 1, 12), ("[1,]", 1, 4), ("[1 2]", 1, 4), ("{'a':1}", 1, 2), ("[01]", 1, 2),
      ("[1.]", 1, 4), ("[+1]", 1, 2), ("[.5]", 1, 2), ("[1e]", 1, 4), ("[NaN]", 1, 2), ("[\"\\x\"]", 1, 3),
      ("[\"\\ud800\"]", 1, 3), ("[\"\\u0000\"]", 1, 3), ("[\"a\nb\"]", 1, 4), ("[\"a", 1, 2), ("[tru]", 1, 2),
      ("{\"a\" 1}", 1, 6), ("{\"a\":1,}", 1, 8), ("[", 1, 2), ("[\n  \"あ\" い]", 2, 7), (deep, 1, 65),
      ("// c\n[]", 1, 1),
      ("[1] x", 1, 5), ("{1:2}", 1, 2), ("[\"\\u12\"]", 1, 3), ("-", 1, 2),
    ])
  func refused(text: String, line: Int, column: Int) throws {
    let decoded = try TextDecoding.decode(Array(text.utf8))
    var reader = JSONReading(decoded)
    let fault = #expect(throws: FormFault.self) { try record(&reader) }
    let place = decoded.position(of: try #require(fault).offset)
    #expect(place == TextPosition(line: line, column: column))
  }

  @Test("A key that comes again is told, however many there are", arguments: [0, 3, 23, 24, 25, 39])
  func repeatedKey(place: Int) throws {
    let keys = (0..<40).map { "k\($0)" } + ["k\(place)"]
    let text = "{" + keys.map { "\"\($0)\":1" }.joined(separator: ",") + "}"
    var reader = JSONReading(try TextDecoding.decode(Array(text.utf8)))
    let last = text.utf8.count - keys[40].utf8.count - 5
    #expect(throws: FormFault(offset: last, message: ImportWording.jsonDuplicateKey(keys[40]))) {
      try record(&reader)
    }
  }

  private func record(_ reader: inout JSONReading) throws -> JSONNode? {
    try reader.nextLine { reader throws(FormFault) in try reader.record() }
  }

  @Test("Strings and numbers arrive as they were written")
  func values() throws {
    let text = #" {"a":"\u3042\ud83d\ude00\n\"\/","b":[-0.5e+10,true,null,{}]} "#
    var reader = JSONReading(try TextDecoding.decode(Array(text.utf8)))
    let node = try #require(try record(&reader))
    #expect(node["a"]?.string == "あ😀\n\"/")
    let elements = try #require(node["b"]?.elements)
    guard case .number("-0.5e+10") = elements[0].value, case .bool(true) = elements[1].value,
      case .null = elements[2].value, case .object(let members) = elements[3].value
    else {
      Issue.record("other values")
      return
    }
    #expect(members.isEmpty)
  }

  @Test(
    "Arrays, objects with one list and JSON Lines are the same table",
    arguments: [
      #"[{"id":"B-1","title":"一","fy":2020,"budget":5,"柱":null},{"id":"B-2","name":"二"}]"#,
      #"{"schema":1,"items":[{"id":"B-1","title":"一","fy":2020,"budget":5},{"id":"B-2","name":"二"}]}"#,
      "{\"id\":\"B-1\",\"title\":\"一\",\"fy\":\"R2\",\"budget\":\"5円\"}\n{\"id\":\"B-2\",\"title\":\"二\"}\n",
    ])
  func forms(text: String) throws {
    let plan = try MemoryStore.sample.read("items.json", text.replacing("\"name\"", with: "\"title\"")).get()
    let changes = try plan.changes
    guard case .put(.item(let first))? = changes.first else {
      Issue.record("no items")
      return
    }
    #expect(changes.map(\.key.id) == ["B-1", "B-2"])
    #expect(first.budgets.map(\.yen) == [5])
  }

  @Test("A fault of a value stands at its place in the JSON file")
  func faultPlace() {
    let text = "[\n  {\"id\":\"B-1\",\"title\":\"一\",\n   \"phase\":\"開発\", \"start\": {}}\n]"
    #expect(
      MemoryStore.sample.faults("items.json", text) == [
        "items.json 3行目 phase: 「開発」は使えません（企画中・検討中・開発中・検証中・運用中）", "items.json 3行目 start: 文字か数で書いてください",
      ])
  }
}
