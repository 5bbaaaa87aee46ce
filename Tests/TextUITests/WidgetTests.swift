import Testing

@testable import TextUI

@Suite("Widgets")
struct WidgetTests {
  static let titles = ["", "ｶﾞｷﾞｸﾞｹﾞｺﾞ", "①本部会議→", "か\u{3099}", "⚠\u{FE0F} 注意", "とても長い見出しなので切られる見出し"]

  @Test("T1 T3: a box has straight borders and an unbroken frame at every size", arguments: Samples.policies)
  func boxes(policy: WidthPolicy) {
    for title in Self.titles {
      for columns in 2...40 {
        var canvas = Canvas(size: Size(columns: columns, rows: 4), policy: policy)
        Box(title: Line(title)).draw(into: &canvas, in: canvas.bounds)
        let set = LineSet.unicode.forBoxes(policy)
        let grid = canvas.grid
        #expect(grid.isWellFormed)
        #expect(grid[column: 0, row: 0].text == set.topLeft)
        #expect(grid[column: columns - 1, row: 0].text == set.topRight)
        #expect(grid[column: columns - 1, row: 1].text == set.vertical)
        #expect(grid[column: columns - 1, row: 3].text == set.bottomRight)
      }
    }
  }

  @Test("T1: a rule fills exactly its columns under either policy", arguments: Samples.policies)
  func rules(policy: WidthPolicy) {
    for title in Self.titles {
      for columns in 0...40 {
        #expect(Rule(title: Line(title)).line(columns, policy).width(policy) == columns)
        #expect(policy.width(of: LineSet.unicode.rule(columns, policy)) == columns)
      }
    }
    #expect(Rule().line(5, .wide).text == "── ")
    #expect(Rule(title: "条件").line(12, .narrow).text == "── 条件 ────")
  }

  @Test("T2: the ASCII set is 7-bit, and stands in for every ambiguous glyph")
  func twins() {
    let set = LineSet.ascii
    let glyphs = Mirror(reflecting: set).children.flatMap { child -> [String] in
      (child.value as? [String]) ?? [child.value as? String ?? "?"]
    }
    #expect(glyphs.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(Mirror(reflecting: LineSet.unicode).children.count == Mirror(reflecting: set).children.count)
  }

  @Test("A meter fills exactly its columns, shows the least amount and never a full bar too early")
  func meters() {
    for policy in Samples.policies {
      for set in [LineSet.unicode, .ascii] {
        for columns in 0...30 {
          for ratio in [nil, -1, 0, 0.001, 0.5, 0.999, 1, 7, Double.nan, .infinity] as [Double?] {
            #expect(Meter(ratio: ratio).line(columns, policy, set).width(policy) == columns)
          }
        }
      }
    }
    #expect(Meter(ratio: 0.5).line(8, .narrow).text == "████░░░░")
    #expect(Meter(ratio: 0.001).line(4, .narrow).text == "▏░░░")
    #expect(Meter(ratio: 0.999).line(4, .narrow).text == "███▉")
    #expect(Meter(ratio: nil).line(4, .narrow).text == "░░░░")
    #expect(Meter(ratio: 2).line(4, .wide).text == "####")
  }

  @Test("The selection stays in view whatever the list and window become")
  func scrolling() {
    var generator = SplitMix64(seed: 8)
    var state = ScrollState()
    for _ in 0..<5_000 {
      let count = Int.random(in: 0...50, using: &generator)
      let height = Int.random(in: 0...20, using: &generator)
      let amount = Int.random(in: -60...60, using: &generator)
      switch Int.random(in: 0...3, using: &generator) {
      case 0: state.move(by: amount, count: count, height: height)
      case 1: state.scroll(by: amount, count: count, height: height)
      case 2: state.select(amount, count: count, height: height)
      default: state.keep(count: count, height: height)
      }
      let visible = state.visible(count: count, height: height)
      #expect(visible.upperBound <= count && visible.count <= height)
      #expect(count == 0 || height == 0 || visible.contains(state.selection))
    }
  }

  @Test("A scrollbar's thumb begins and ends with the list")
  func scrollbar() {
    #expect(Scrollbar(count: 10, offset: 0).thumb(height: 10).isEmpty)
    #expect(Scrollbar(count: 100, offset: 0).thumb(height: 10) == 0..<1)
    #expect(Scrollbar(count: 100, offset: 90).thumb(height: 10) == 9..<10)
    #expect(Scrollbar(count: 20, offset: 10).thumb(height: 10) == 5..<10)
  }

  @Test("T17: everything draws on any size", arguments: Samples.policies)
  func tinySizes(policy: WidthPolicy) {
    for (columns, rows) in [(200, 60), (20, 5), (1, 1), (0, 0), (2, 1), (1, 2), (80, 24)] {
      var canvas = Canvas(size: Size(columns: columns, rows: rows), policy: policy)
      Box(title: "題").draw(into: &canvas, in: canvas.bounds)
      Rule(title: "題").draw(into: &canvas, in: canvas.bounds.inset())
      Meter(ratio: 0.3).draw(into: &canvas, in: canvas.bounds)
      Scrollbar(count: 99, offset: 3).draw(into: &canvas, in: canvas.bounds)
      TextField("漢字").draw(into: &canvas, in: canvas.bounds)
      #expect(canvas.grid.isWellFormed)
    }
  }
}
