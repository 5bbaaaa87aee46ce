import StrategyModel

/// Small ledgers by seed: records come, change, go and come back.
public struct RandomLedger {
  private var state: UInt64
  private var present: [RecordKey] = []

  public init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// xorshift64*, so that a seed means the same on every machine.
  public mutating func number(below bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }

  public mutating func drafts(_ count: Int) -> [RevisionDraft] {
    var date = civil("2018-01-10")
    return (1...count).map { number in
      date = date.adding(days: self.number(below: 200))
      var changes: [RecordKey: RecordChange] = [:]
      for _ in 0..<(3 + self.number(below: 12)) {
        let change = change()
        changes[change.key] = change
      }
      let ordered = changes.keys.sorted().compactMap { changes[$0] }
      return RevisionDraft(
        effective: date, recorded: "\(date.iso)T09:00:00Z", author: "試験", title: "改訂\(number)", changes: ordered)
    }
  }

  private mutating func change() -> RecordChange {
    if !present.isEmpty, number(below: 5) == 0 { return .retire(present[number(below: present.count)]) }
    let record = record()
    if !present.contains(record.key) { present.append(record.key) }
    return .put(record)
  }

  private mutating func maybe<Value>(_ value: Value) -> Value? { number(below: 3) == 0 ? nil : value }

  private mutating func date() -> PartialDate {
    switch number(below: 4) {
    case 0: .fiscalYear(FiscalYear(2015 + number(below: 8)))
    case 1: .month(year: 2015 + number(below: 8), month: 1 + number(below: 12))
    default: .day(civil("2019-01-01").adding(days: number(below: 1_200)))
    }
  }

  private mutating func record() -> Record {
    let source = Source("https://example.jp/\(number(below: 9))")
    switch number(below: 14) {
    case 0: return .city(City(id: "city", name: "市\(number(below: 3))", headquarters: "本部", title: "題", source: source))
    case 1:
      return .strategy(
        Strategy(
          id: "s\(number(below: 3))", title: "戦略", edition: "第\(number(below: 3))版",
          adopted: maybe(.day(civil("2017-01-01").adding(days: number(below: 900)))),
          status: EditionStatus.allCases[number(below: 4)], source: source))
    case 2:
      let id = number(below: 4)
      return .pillar(
        Pillar(id: "p\(id)", strategy: "s\(number(below: 3))", order: number(below: 5), name: "柱\(id)", source: source))
    case 3:
      return .plan(
        Plan(
          id: "plan\(number(below: 2))", title: "計画", edition: "", strategy: maybe("s0"), adopted: maybe(date()),
          status: .inForce, source: source))
    case 4, 5:
      let item = "i\(number(below: 9))"
      return .measurement(
        Measurement(
          id: "m\(number(below: 9))", item: item, kpi: number(below: 6) == 0 ? "i\(number(below: 9))-k1" : "\(item)-k0",
          date: maybe(date()),
          value: Double(number(below: 100))))
    case 6:
      return .review(
        Review(
          id: "r\(number(below: 6))", item: "i\(number(below: 9))",
          date: civil("2019-12-01").adding(days: number(below: 400))))
    case 7:
      return .meeting(
        Meeting(
          id: "meeting\(number(below: 3))", body: "b0", title: "会議",
          date: civil("2018-02-01").adding(days: number(below: 900)),
          items: ["i\(number(below: 9))", "i\(number(below: 9))"]))
    case 8:
      return .update(
        UpdateEntry(
          id: "u\(number(below: 5))", list: number(below: 2) == 0 ? .history : .news, order: number(below: 5),
          date: civil("2019-01-01").adding(days: number(below: 5)), title: "更新", action: .added,
          related: ["i\(number(below: 9))", "p\(number(below: 4))"]))
    case 9:
      return .contradiction(
        Contradiction(
          id: "c\(number(below: 3))", text: "食い違い", related: number(below: 2) == 0 ? [] : ["i1"], source: source))
    default: return .item(item())
    }
  }

  private mutating func item() -> ActionItem {
    let id = "i\(number(below: 9))"
    var item = ActionItem(id: id, title: "取組\(["一", "二", "三"][number(below: 3)])")
    item.pillar = maybe("p\(number(below: 4))")
    item.legacyPillar = maybe("p\(number(below: 4))")
    item.framework = maybe("plan\(number(below: 2))")
    item.department = maybe("局\(number(below: 3))")
    item.phase = maybe(Phase.allCases[number(below: 5)])
    item.derivedPhase = maybe(DerivedPhase(Phase.allCases[number(below: 5)], asOf: nil, basis: "", source: Source(nil)))
    item.start = maybe(date())
    item.kpis = (0..<number(below: 3)).map { place in
      KPI(
        id: "\(id)-k\(place)", name: "指標", baseline: maybe(Double(number(below: 100))), baselineDate: maybe(date()),
        targets: (0..<number(below: 3)).map {
          Target(id: "t\($0)", due: maybe(date()), value: maybe(Double(number(below: 100))))
        })
    }
    item.budgets = (0..<number(below: 2)).map {
      Budget(id: "b\($0)", year: FiscalYear(2018 + number(below: 3)), yen: number(below: 1_000))
    }
    return item
  }
}

private func civil(_ text: String) -> CivilDate {
  guard let date = CivilDate(iso: text) else { preconditionFailure("\(text) is no day") }
  return date
}
