import StrategyModel

/// Records of whatever their fields may hold.
struct RecordMaker {
  /// What a JSON encoder treats specially, and what only looks so.
  private static let texts = [
    "", "取組", "a\"b\\c/d", "\u{1}\u{8}\t\n\u{C}\r\u{F}\u{10}\u{1F}\u{7F}", "e\u{301}", "🗾👩‍💻", "\u{2028}<>&'",
    String(repeating: "長", count: 70), "\\u0000", "長い題の名前\"", "12345678\n9", "12345678",
  ]
  private static let numbers = [
    0, -0.0, 1, -1, 0.1, 1.5, -2.25, 1e15, 1e16, 123_456_789.125, 9_007_199_254_740_991, 9_007_199_254_740_994, 1e21,
    1e-7, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .pi,
  ]

  var random: SplitMix

  mutating func text() -> String { Self.texts[random.below(Self.texts.count)] }
  mutating func maybe<Value>(_ value: Value) -> Value? { random.below(2) == 0 ? nil : value }
  mutating func number() -> Double { Self.numbers[random.below(Self.numbers.count)] }
  mutating func list<Value>(_ make: (inout RecordMaker) -> Value) -> [Value] {
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
