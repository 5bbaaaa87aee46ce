import StrategyModel
import Testing

@testable import StrategyStore

@Suite("Canonical JSON")
struct CanonicalWriterTests {
  /// What a JSON encoder treats specially, and what only looks so.
  private static let texts = [
    "", "取組", "a\"b\\c/d", "\u{1}\u{8}\t\n\u{C}\r\u{F}\u{10}\u{1F}\u{7F}", "e\u{301}", "🗾👩‍💻", "\u{2028}<>&'",
    String(repeating: "長", count: 70), "\\u0000", "長い題の名前\"", "12345678\n9", "12345678",
  ]
  private static let numbers = [
    0, -0.0, 1, -1, 0.1, 1.5, -2.25, 1e15, 1e16, 123_456_789.125, 9_007_199_254_740_991, 9_007_199_254_740_994, 1e21,
    1e-7, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .pi,
  ]

  private struct Maker {
    var random: SplitMix

    mutating func text() -> String { texts[random.below(texts.count)] }
    mutating func maybe<Value>(_ value: Value) -> Value? { random.below(2) == 0 ? nil : value }
    mutating func number() -> Double { numbers[random.below(numbers.count)] }
    mutating func list<Value>(_ make: (inout Maker) -> Value) -> [Value] {
      (0..<random.below(3)).map { _ in make(&self) }
    }

    mutating func source() -> Source {
      Source(maybe(text()), confidence: Confidence.allCases[random.below(2)], more: list { $0.text() })
    }

    mutating func day() -> CivilDate { CivilDate(dayNumber: random.below(400_000) - 30_000) }

    mutating func date() -> PartialDate {
      switch random.below(5) {
      case 0: .month(year: 1990 + random.below(40), month: 1 + random.below(12))
      case 1: .year(1990 + random.below(40))
      case 2: .fiscalYear(FiscalYear(1990 + random.below(40)))
      case 3: .words(text())
      default: .day(day())
      }
    }

    mutating func kpi() -> KPI {
      KPI(
        id: text(), name: text(), unit: maybe(text()), isApproximate: random.below(2) == 0, baseline: maybe(number()),
        baselineDate: maybe(date()),
        targets: list {
          Target(
            id: $0.text(), due: $0.maybe($0.date()), value: $0.maybe($0.number()), note: $0.maybe($0.text()),
            source: $0.source())
        }, note: maybe(text()), source: source())
    }

    mutating func item() -> ActionItem {
      ActionItem(
        id: text(), title: text(), reading: maybe(text()), framework: maybe(text()), pillar: maybe(text()),
        pillarConfidence: Confidence.allCases[random.below(2)], legacyPillar: maybe(text()),
        legacyPillarConfidence: maybe(.derived), planRelation: maybe(text()), department: maybe(text()),
        departmentRole: maybe(text()), departmentSource: maybe(source()),
        phase: maybe(Phase.allCases[random.below(5)]),
        derivedPhase: maybe(
          DerivedPhase(Phase.allCases[random.below(5)], asOf: maybe(date()), basis: text(), source: source())),
        start: maybe(date()), end: maybe(date()), summary: maybe(text()), isSummaryOurs: random.below(2) == 0,
        kpis: list { $0.kpi() },
        schedule: list {
          ScheduleEntry(id: $0.text(), year: FiscalYear(2018), text: $0.text(), source: $0.source())
        },
        budgets: list {
          Budget(
            id: $0.text(), year: FiscalYear(1990 + $0.random.below(40)), yen: $0.random.below(1 << 40) - 5,
            purpose: $0.maybe($0.text()), source: $0.source())
        },
        events: list { ItemEvent(id: $0.text(), date: $0.date(), text: $0.text(), source: $0.source()) },
        note: maybe(text()), source: source())
    }

    mutating func record() -> Record {
      switch random.below(3) {
      case 0: .item(item())
      case 1:
        .measurement(
          Measurement(
            id: text(), item: text(), kpi: text(), date: maybe(date()), value: number(), note: maybe(text()),
            source: source()))
      default:
        .review(
          Review(id: text(), item: text(), date: day(), reviewer: maybe(text()), note: maybe(text()), source: source()))
      }
    }
  }

  @Test("The quick writer writes what the general encoder writes", arguments: 1...8)
  func sameAsGeneral(seed: UInt64) throws {
    var maker = Maker(random: SplitMix(seed: seed))
    var writer = CanonicalWriter()
    for _ in 0..<200 {
      let record = maker.record()
      try writer.body(of: record)
      let general = try CanonicalJSON.encoded(record)
      let (written, holdsNUL) = (String(decoding: writer.bytes, as: UTF8.self), writer.holdsNUL)
      #expect(written == String(decoding: general, as: UTF8.self))
      #expect(holdsNUL == CanonicalJSON.holdsNUL(general))
    }
  }

  @Test("What has to be escaped is found at every place of a text", arguments: 1...4)
  func escapes(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var writer = CanonicalWriter()
    let pieces = ["a", "b", "1", "/", "か", "漢", "é", "😀", "~", "\u{7F}", " ", "\"", "\\", "\n", "\u{1}", "\u{1F}"]
    for _ in 0..<2_000 {
      // Mostly what needs no escape, so that whole words of eight bytes have none or one.
      let title = (0..<random.below(26)).map { _ in pieces[random.below(random.below(8) == 0 ? pieces.count : 11)] }
      let record = Record.item(ActionItem(id: "a", title: title.joined()))
      try writer.body(of: record)
      let written = Array(writer.bytes)
      #expect(written == (try CanonicalJSON.encoded(record)))
    }
  }

  @Test("A NUL in a text is noticed, an escaped backslash before u0000 is none")
  func nul() throws {
    var writer = CanonicalWriter()
    func holdsNUL(_ record: Record) throws -> Bool {
      try writer.body(of: record)
      return writer.holdsNUL
    }
    #expect(try holdsNUL(.item(ActionItem(id: "a", title: "x\0y"))))
    #expect(try !holdsNUL(.item(ActionItem(id: "a", title: "\\u0000"))))
    #expect(try holdsNUL(.pillar(Pillar(id: "p", strategy: "s", order: 1, name: "x\0", source: Source(nil)))))
  }

  @Test("A number without a form in JSON is an error")
  func notFinite() {
    var writer = CanonicalWriter()
    let measurement = Measurement(id: "m", item: "i", kpi: "k", date: nil, value: .infinity)
    var failure: (any Error)?
    do { try writer.body(of: .measurement(measurement)) } catch { failure = error }
    #expect(failure is EncodingError)
  }
}
