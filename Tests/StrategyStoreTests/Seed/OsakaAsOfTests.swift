import StrategyModel
import Testing

@testable import StrategyStore

@Suite("Osaka as of a day")
struct OsakaAsOfTests {
  let drafts: [RevisionDraft]

  init() throws { drafts = try OsakaSeed.revisions() }

  private func state(_ iso: String) -> SeedState { SeedState(drafts, asOf: day(iso)) }

  @Test("On 2016-05-24 the pillars of the 骨子 stand beside those of the 初版, without the 第2版")
  func firstMeeting() {
    let state = state("2016-05-24")
    #expect(state.strategies.map(\.id) == ["fw_outline_2015", "fw_strategy_v1"])
    #expect(state.strategy("fw_outline_2015")?.status == .superseded)
    #expect(state.strategy("fw_strategy_v1")?.status == .inForce)
    #expect(state.pillars.filter { $0.strategy == "fw_outline_2015" }.count == 5)
    #expect(state.pillars.filter { $0.strategy == "fw_strategy_v1" }.count == 5)
    #expect(state.pillars.count == 10)
    #expect(state.items.allSatisfy { $0.pillar == nil })
    #expect(state.item("it_open_data")?.legacyPillar == "leg_open_gov")
  }

  @Test("On 2019-01-01 the 第2版 with its five policies is in force")
  func secondEdition() {
    let state = state("2019-01-01")
    #expect(state.strategies.filter { $0.status == .inForce }.map(\.id) == ["fw_strategy_v2"])
    #expect(state.strategy("fw_strategy_v1")?.supersededBy == "fw_strategy_v2")
    #expect(state.pillars.filter { $0.strategy == "fw_strategy_v2" }.count == 5)
    #expect(state.item("it_open_data")?.pillar == "data_driven")
    #expect(state.item("it_open_data")?.pillarConfidence == .derived)
  }

  @Test("The 骨子 is in force until the 初版 comes")
  func outlineInForce() {
    #expect(state("2016-03-30").strategy("fw_outline_2015")?.status == .inForce)
    #expect(state("2016-03-30").strategy("fw_outline_2015")?.supersededBy == nil)
    #expect(state("2016-03-31").strategy("fw_outline_2015")?.status == .superseded)
    #expect(state("2015-04-29").strategies.isEmpty)
  }

  @Test("A plan is finished from the day of its results or of the page")
  func planStatus() {
    let status = { (iso: String, id: String) in state(iso).plans.first { $0.id == id }?.status }
    #expect(status("2018-05-23", "fw_ap_2016") == .inForce)
    #expect(status("2018-05-24", "fw_ap_2016") == .finished)
    #expect(status("2021-03-16", "fw_ap_2018") == .inForce)
    #expect(status("2021-03-17", "fw_ap_2018") == .finished)
  }

  @Test("No record and no part of one stands before its own date")
  func nothingBeforeItsDate() {
    for draft in drafts {
      let today = draft.effective
      let state = SeedState(drafts, asOf: today)
      let dates: [PartialDate?] =
        state.strategies.map(\.adopted) + state.plans.map(\.adopted) + state.measurements.map(\.date)
        + state.meetings.map { .day($0.date) } + state.updates.map { .day($0.date) }
        + state.documents.flatMap { [$0.posted.map { .day($0) }, $0.revised] }
        + state.items.flatMap { item in item.events.map(\.date) + [item.derivedPhase?.asOf] }
      for date in dates.compactMap({ $0 }) { #expect(date.isPast(on: today), "\(date.code) in \(today.iso)") }
    }
  }

  @Test("Targets enter when they were announced, not when they are due")
  func targets() throws {
    func targets(_ iso: String) -> [Double?] {
      state(iso).item("it_online_proc")?.kpis.flatMap(\.targets).map(\.value) ?? []
    }
    #expect(targets("2020-02-13") == [])
    #expect(targets("2020-08-06") == [200, 600, 1500])
    #expect(targets("2021-03-17") == [200, 500, 600, 1500])
    let kpi = try #require(state("2021-03-17").item("it_online_proc")?.kpis.first)
    #expect(kpi.unit == "手続き")
    #expect(kpi.isApproximate)
    #expect(state("2021-03-17").measurements.filter { $0.kpi == kpi.id }.map(\.value) == [100])
    #expect(SeedState(drafts).measurements.filter { $0.kpi == kpi.id }.map(\.value) == [100, 700])
  }

  @Test("A body's abolition, count of meetings and successor enter on their days")
  func bodies() throws {
    func team(_ iso: String) throws -> MeetingBody {
      guard case .body(let body)? = state(iso).records[RecordKey(.body, "body_pt")] else {
        throw SeedError.unreadable(file: iso, place: "body_pt")
      }
      return body
    }
    #expect(try team("2016-03-31").abolished == nil)
    #expect(try team("2015-11-11").meetingCount == nil)
    #expect(try team("2016-03-28").meetingCount == 6)
    #expect(try team("2016-04-01").abolished == .day(day("2016-04-01")))
    #expect(try team("2016-04-01").abolishedConfidence == .derived)
    #expect(try team("2016-04-01").successor == "body_hq")
  }

  @Test("Contradictions stand once the records they concern do")
  func contradictions() {
    #expect(!state("2020-02-12").ids.contains("ctr_1"))
    #expect(state("2020-02-13").ids.contains("ctr_1"))
    #expect(!state("2018-05-31").ids.contains("ctr_10"))
    #expect(state("2020-08-06").ids.contains("ctr_10"))
    #expect(!state("2021-03-17").ids.contains("ctr_11"))
  }

  @Test("What no source says stays empty")
  func unknown() {
    let head = SeedState(drafts)
    #expect(head.items.allSatisfy { $0.phase == nil && $0.reading == nil })
    #expect(head.items.filter { $0.derivedPhase != nil }.count == 11)
    #expect(head.meetings.allSatisfy { $0.decisions.isEmpty && $0.attendees.isEmpty && $0.minutes == nil })
    #expect(head.meetings.filter { !$0.agenda.isEmpty }.map(\.id) == ["mtg_hq_3"])
    #expect(head.reviews.isEmpty)
    #expect(head.items.flatMap(\.kpis).allSatisfy { $0.baseline == nil })
    #expect(head.item("it_smart_mobility")?.department == nil)
  }

  @Test("The edition that the page calls current says as of when")
  func currentAsOfPage() {
    let current = SeedState(drafts).strategy("fw_strategy_v2")
    #expect(current?.status == .inForce)
    #expect(current?.facts.map(\.label).suffix(2) == ["現行とした時点", "その後の戦略"])
    #expect(state("2021-03-16").strategy("fw_strategy_v2")?.facts.map(\.label).contains("現行とした時点") == false)
  }
}
