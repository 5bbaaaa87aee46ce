import StrategyModel
import Testing

@testable import StrategyStore

@Suite("The fictional city")
struct SampleCityTests {
  let drafts: [RevisionDraft]
  let head: SeedState

  init() throws {
    drafts = try SampleCity.revisions()
    head = SeedState(drafts)
  }

  @Test("It is marked as fictional, in every revision and every source")
  func fictional() {
    guard case .city(let city)? = head.records[RecordKey(.city, "mihon")] else {
      Issue.record("no city")
      return
    }
    #expect(city.isFictional)
    #expect(city.name == "見本市")
    #expect(city.note?.contains("架空") == true)
    #expect(head.records.values.allSatisfy { $0.source.address?.hasPrefix("架空の見本") == true })
    #expect(drafts.allSatisfy { $0.author.contains("架空") })
  }

  @Test("Eight revisions run from 2024-04-01 to 2026-10-15")
  func revisions() {
    #expect(
      drafts.map(\.effective.iso) == [
        "2024-04-01", "2024-07-30", "2024-11-20", "2025-03-27", "2025-07-29", "2025-11-19", "2026-03-26",
        "2026-10-15",
      ])
    #expect(drafts.allSatisfy { !$0.changes.isEmpty && $0.recorded != nil && $0.note != nil })
  }

  @Test("The head holds what the tour promises")
  func counts() {
    #expect(head.items.count == 60)
    #expect(head.pillars.filter { $0.strategy == "st-2024" }.count == 5)
    #expect(head.strategies.map(\.status) == [.superseded, .inForce])
    #expect(head.plans.map(\.status) == [.finished, .inForce])
    #expect(Set(head.items.compactMap(\.department)).count == 15)
    #expect(head.meetings.count == 10)
    #expect(head.count(.term) == 15)
    #expect(head.count(.figure) == 7)
    #expect(head.count(.document) == 12)
    #expect(head.updates.count == 18)
    #expect(head.contradictions.count == 2)
    #expect(head.count(.contact) == 1)
  }

  @Test("Items stand in all five phases, some in none, some in an inferred one")
  func phases() {
    for phase in Phase.allCases { #expect(head.items.contains { $0.phase == phase }, "\(phase.name)") }
    #expect(head.items.filter { $0.shownPhase == nil }.count == 3)
    #expect(head.items.filter(\.isPhaseDerived).count == 3)
  }

  @Test("Every KPI has targets and a series of three to eight measurements")
  func series() {
    let measured = Dictionary(grouping: head.measurements, by: \.kpi)
    let kpis = head.items.flatMap(\.kpis)
    #expect(kpis.count >= 60)
    for kpi in kpis {
      #expect((3...8).contains(measured[kpi.id]?.count ?? 0), "\(kpi.id)")
      #expect(!kpi.targets.isEmpty && kpi.targets.allSatisfy { $0.value != nil && $0.due != nil })
    }
    #expect(kpis.contains { $0.baseline == nil })
    #expect(kpis.contains { kpi in kpi.targets.compactMap(\.value).contains { kpi.lessIsBetter(than: $0) } })
  }

  @Test("Some KPIs have reached their target, some are behind, some are overdue, some due within 90 days")
  func attainment() {
    let today = day("2026-10-15")
    let measured = Dictionary(grouping: head.measurements, by: \.kpi)
    let readings = head.items.flatMap(\.kpis).map { KPIReading($0, measurements: measured[$0.id] ?? [], on: today) }
    #expect(readings.filter { ($0.attainment ?? 0) >= 1 }.count >= 8)
    #expect(readings.filter { ($0.attainment ?? 1) < 0.8 }.count >= 8)
    #expect(readings.filter { $0.isOverdue(on: today) }.count >= 4)
    #expect(readings.contains { $0.due?.lastDay.map { $0 >= today && $0 < today.adding(days: 90) } ?? false })
    #expect(readings.contains { $0.progress == nil } && readings.contains { $0.progress != nil })
  }

  @Test("CIO reviews are some of this year, some overdue, some not on record")
  func reviews() {
    let latest = Dictionary(grouping: head.reviews, by: \.item).compactMapValues { $0.map(\.date).max() }
    let ages = head.items.map { latest[$0.id].map { $0.adding(years: 1) < day("2026-10-15") } }
    #expect(ages.contains(true) && ages.contains(false) && ages.contains(nil))
  }

  @Test("Ids are unique, and references name records that are or were there")
  func references() throws {
    #expect(head.ids.count == head.records.count)
    let kpis = head.items.flatMap(\.kpis)
    let parts =
      kpis.map(\.id) + kpis.flatMap(\.targets).map(\.id) + head.items.flatMap(\.schedule).map(\.id)
      + head.items.flatMap(\.budgets).map(\.id) + head.items.flatMap(\.events).map(\.id)
    #expect(Set(parts).count == parts.count)
    #expect(head.ids.isDisjoint(with: parts))
    for draft in drafts {
      let past = drafts.filter { $0.effective <= draft.effective }
      let everThere = Set(past.flatMap(\.changes).map(\.key.id))
      let state = SeedState(drafts, asOf: draft.effective)
      #expect(state.danglingReferences.subtracting(everThere) == [], "\(draft.effective.iso)")
    }
  }

  @Test("Two items are retired together with what was measured of them")
  func retired() {
    let retired = drafts.flatMap(\.changes).compactMap { if case .retire(let key) = $0 { key } else { nil } }
    #expect(retired.filter { $0.kind == .item }.count == 2)
    let standing = Set(head.items.map(\.id))
    #expect(head.measurements.allSatisfy { standing.contains($0.item) })
    #expect(head.reviews.allSatisfy { standing.contains($0.item) })
  }

  @Test("Phases move, one pillar is renamed, one title is corrected")
  func changes() {
    let start = SeedState(drafts, asOf: day("2024-04-01"))
    let moved = start.items.filter { item in head.item(item.id)?.phase.map { $0 != item.phase } ?? false }
    #expect(moved.count >= 20)
    let names = { (state: SeedState) in state.pillars.first { $0.id == "p4" }?.name }
    #expect(names(start) == "だれも取り残さない学びと支援")
    #expect(names(head) == "だれもが使えるデジタルと学び")
    #expect(start.items.contains { $0.title == "AI窓口案内チャット「見本ナビ」" })
    #expect(head.items.contains { $0.title == "AI窓口案内チャット「みほんナビ」" })
  }

  @Test("Every title has its reading in kana and every item a summary")
  func readings() {
    for item in head.items {
      let reading = item.reading ?? ""
      #expect(!reading.isEmpty && !(item.summary ?? "").isEmpty, "\(item.id)")
      #expect(!reading.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(item.id) \(reading)")
      #expect(!reading.unicodeScalars.contains { $0.properties.isAlphabetic && $0.isASCII }, "\(item.id) \(reading)")
    }
  }

  @Test("Nothing stands before its own date")
  func nothingBeforeItsDate() {
    for draft in drafts {
      let today = draft.effective
      let state = SeedState(drafts, asOf: today)
      let dates: [PartialDate?] =
        state.measurements.map(\.date) + state.meetings.map { .day($0.date) } + state.updates.map { .day($0.date) }
        + state.reviews.map { .day($0.date) } + state.documents.flatMap { [$0.posted.map { .day($0) }, $0.revised] }
        + state.items.flatMap { item in
          item.events.map(\.date) + [item.derivedPhase?.asOf] + item.kpis.map(\.baselineDate)
        }
      for date in dates.compactMap({ $0 }) { #expect(date.isPast(on: today), "\(date.code) in \(today.iso)") }
    }
  }

  @Test("Meetings have agendas, and link decisions to items")
  func meetings() {
    #expect(head.meetings.allSatisfy { !$0.agenda.isEmpty && !$0.attendees.isEmpty && !$0.documents.isEmpty })
    #expect(head.meetings.filter(\.decisions.isEmpty).map(\.id) == ["wg-5"])
    #expect(head.meetings.flatMap(\.decisions).filter { !$0.items.isEmpty }.count >= 10)
  }

  @Test("Its texts try the screen: half-width kana, circled digits, full-width Latin, one emoji")
  func awkwardTexts() {
    let texts = head.items.map { $0.title + ($0.summary ?? "") + ($0.note ?? "") }.joined()
    for sign in ["ｾｷｭﾘﾃｨ", "①", "※", "ＡＷＡＲＤ", "🎨"] { #expect(texts.contains(sign), "\(sign)") }
    #expect(head.items.contains { $0.title.count > 50 })
  }
}
