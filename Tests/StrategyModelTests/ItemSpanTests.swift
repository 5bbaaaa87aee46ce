import StrategyModel
import Testing

@Suite("A window around an item")
struct ItemSpanTests {
  private let groups = [
    ItemGroup(label: "一", start: 0, count: 30), ItemGroup(label: "二", start: 30, count: 5),
    ItemGroup(label: "三", start: 35, count: 100),
  ]

  @Test("It begins at the list's top, at the group's heading or around the item, whichever shows the item first")
  func start() {
    let span = ItemSpan(.item("a"), count: 10)
    #expect(span.start(around: 8, groups: groups) == 0)
    #expect(span.start(around: 9, groups: groups) == 4)
    #expect(span.start(around: 32, groups: groups) == 30)
    #expect(span.start(around: 43, groups: groups) == 35)
    #expect(span.start(around: 44, groups: groups) == 39)
    #expect(span.start(around: 9) == 0 && span.start(around: 10) == 5)
  }

  @Test("Where the item is to stand it stands, in sight at any rate")
  func lead() {
    var span = ItemSpan(.item("a"), count: 10)
    for (lead, start) in [(0, 50), (3, 47), (9, 41), (40, 41), (-2, 50)] {
      span.lead = lead
      #expect(span.start(around: 50, groups: groups) == start)
    }
  }
}
