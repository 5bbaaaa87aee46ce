import Foundation
import TestSupport
import Testing

/// Files as large as somebody may hand in by mistake: refused or read, in bounded memory and time.
///
/// The full form takes the sizes that are promised, the small one shows that the same bounds are there.
@Suite("Large files to import")
struct ImportLimitTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
  }

  private func make(_ name: String, _ pieces: (FileHandle) throws -> Void) throws {
    let path = workspace.path(name)
    try Data().write(to: URL(fileURLWithPath: path))
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try pieces(handle)
    try handle.close()
  }

  @Test("A file of 1 GB is refused at once, whatever is in it")
  func gigabyte() throws {
    // Nothing of it is on the disk, and it reads as a gigabyte.
    try make("big.csv") { try $0.truncate(atOffset: 1 << 30) }
    let start = ContinuousClock.now
    let outcome = try honbu.run(["import", "big.csv", "--store", "s.sqlite"], measuresMemory: true)
    #expect(outcome.status == 65)
    #expect(outcome.error == "honbu: big.csv: 大きすぎます（512MiBまで。分けて取り込んでください）\n")
    Extent.report("a file of 1 GB is refused", took: ContinuousClock.now - start, promised: .seconds(10))
    #expect((outcome.peakMemory ?? 0) <= 512)
    #expect(!workspace.exists("s.sqlite"))
  }

  /// A file of one sort of rubbish, and what is said of it.
  struct Rubbish: Sendable {
    var name: String
    var piece: [UInt8]
    var status: Int32
    var says: String
  }

  private static let allRubbish = plainRubbish + (Extent.isWhole ? sevenBit : [])

  private static let plainRubbish: [Rubbish] = [
    Rubbish(name: "newlines.csv", piece: [0x0A], status: 65, says: Extent.isWhole ? "改行が多すぎます" : "中身がありません"),
    Rubbish(
      name: "plus.csv", piece: Array("+-\n".utf8), status: 65, says: Extent.isWhole ? "改行が多すぎます" : "種類が分かりません"),
    Rubbish(name: "zeros.csv", piece: [0x00], status: 65, says: "NUL文字があります"),
    Rubbish(name: "line.csv", piece: Array("a,".utf8), status: 65, says: "行が長すぎます（8MiBまで）"),
    Rubbish(name: "quotes.csv", piece: Array("\"\n".utf8), status: 65, says: Extent.isWhole ? "改行が多すぎます" : "引用符"),
    Rubbish(name: "high.csv", piece: [0xFF, 0x41], status: 65, says: "文字コード"),
    Rubbish(
      name: "sjis.csv", piece: [0x8E, 0x73, 0x96, 0xF0, 0x2C, 0x0A], status: 65,
      says: Extent.isWhole ? "改行が多すぎます" : "種類が分かりません"
    ),
    Rubbish(
      name: "utf16.csv", piece: [0x41, 0x00, 0x0A, 0x00], status: 65, says: Extent.isWhole ? "改行が多すぎます" : "種類が分かりません"),
    Rubbish(name: "deep.json", piece: Array("[".utf8), status: 65, says: "入れ子が深すぎます"),
    Rubbish(name: "wide.json", piece: Array("[1],".utf8), status: 65, says: "JSON"),
    Rubbish(
      name: "values.json", piece: Array("{\"a\":[".utf8) + Array(String(repeating: "1,", count: 20_000).utf8),
      status: 65, says: "1件"),
  ]

  /// What is only slow and large when there is much of it.
  private static let sevenBit: [Rubbish] = [
    Rubbish(name: "base64.csv", piece: Array("+A".utf8), status: 65, says: "行が長すぎます（8MiBまで）"),
    Rubbish(name: "pairs.csv", piece: Array("~{".utf8), status: 65, says: "行が長すぎます（8MiBまで）"),
  ]

  @Test("Rubbish is refused in bounded memory", arguments: 0..<allRubbish.count)
  func rubbish(number: Int) throws {
    let rubbish = Self.allRubbish[number]
    let size = Extent.isWhole ? 500 << 20 : 9 << 20
    try make(rubbish.name) { handle in
      let block = Data(Array(repeating: rubbish.piece, count: (1 << 20) / rubbish.piece.count + 1).joined())
      var written = 0
      while written < size {
        try handle.write(contentsOf: block)
        written += block.count
      }
    }
    let start = ContinuousClock.now
    let outcome = try honbu.run(["import", rubbish.name, "--store", "s.sqlite"], measuresMemory: true)
    let time = ContinuousClock.now - start
    #expect(outcome.status == rubbish.status, "\(outcome)")
    #expect(outcome.error.contains(rubbish.says), "\(outcome.error.prefix(300))")
    let memory = try #require(outcome.peakMemory)
    #expect(memory > 4 && memory <= (Extent.isWhole ? 512 : 160), "\(memory) MiB")
    Extent.report("\(rubbish.name), \(memory) MiB", took: time, promised: .seconds(60))
    #expect(!workspace.exists("s.sqlite"))
  }

  @Test(
    "A pipe without end is refused when it is too much",
    .enabled(if: Extent.isWhole, "SKIPPED: half a gigabyte is only read with HONBU_WHOLE=1"))
  func pipe() throws {
    var piped = honbu
    piped.input = .path("/dev/zero")
    let outcome = try piped.run(["import", "/dev/stdin", "--store", "s.sqlite"], measuresMemory: true)
    #expect(outcome.status == 65)
    #expect(outcome.error.contains("大きすぎます"))
    #expect(try #require(outcome.peakMemory) <= 512)
  }

  @Test(
    "As many rows are read as promised, in bounded memory",
    arguments: ["csv", "utf16.csv", "sjis.csv", "json", "jsonl"])
  func rows(form: String) throws {
    let rows = Extent.rounds(1_500, whole: 1_000_000)
    let name = "items.\(form)"
    try make(name) { handle in
      var text = form == "json" ? "[" : form == "jsonl" ? "" : "番号,取組名,所管,フェーズ,概要,KPI,目標値,実績値,単位\r\n"
      for number in 1...rows {
        if form.hasPrefix("json") {
          text +=
            "{\"番号\":\"g\(number)\",\"取組名\":\"窓口手続きの電子化その\(number)\",\"所管\":\"ICT戦略室\",\"フェーズ\":\"検証中\",\"概要\":\"来庁せずに、手続きを\(number)件\",\"KPI\":\"申請率\",\"目標値\":80,\"実績値\":\(number % 80),\"単位\":\"%\"}"
          text += form == "json" ? (number == rows ? "]" : ",\n") : "\n"
        } else {
          text += "g\(number),窓口手続きの電子化その\(number),ICT戦略室,検証中,来庁せずに、手続きを\(number)件,申請率,80,\(number % 80),%\r\n"
        }
        guard number.isMultiple(of: 10_000) || number == rows else { continue }
        let encoding: String.Encoding =
          form == "utf16.csv" ? .utf16LittleEndian : form == "sjis.csv" ? .shiftJIS : .utf8
        try handle.write(contentsOf: try #require(text.data(using: encoding)))
        text = ""
      }
    }
    let start = ContinuousClock.now
    let outcome = try honbu.run(["import", name, "--store", "s.sqlite"], within: 600_000, measuresMemory: true)
    let time = ContinuousClock.now - start
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("取組: 新規 \(rows)件"), "\(outcome)")
    // A small one may be over before anybody looks.
    let memory = try Extent.isWhole ? #require(outcome.peakMemory) : outcome.peakMemory ?? 0
    #expect(memory <= 512, "\(memory) MiB")
    if Extent.isWhole { Extent.report("\(name): \(memory) MiB, \(time)") }
  }
}
