import Testing

@testable import TextUI

@Suite("Grid and canvas")
struct GridTests {
  /// A screen with random lines at random places.
  static func randomScreen(_ generator: inout SplitMix64, size: Size, policy: WidthPolicy) -> Grid {
    var canvas = Canvas(size: size, policy: policy)
    scribble(on: &canvas, &generator)
    return canvas.grid
  }

  static func scribble(on canvas: inout Canvas, _ generator: inout SplitMix64) {
    let styles: [Style] = [.plain, .bold, .reverse, Style(foreground: .red)]
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let text = Samples.random(&generator)
      let place = Point(
        column: Int.random(in: -4...canvas.bounds.columns, using: &generator),
        row: Int.random(in: -1...canvas.bounds.rows, using: &generator))
      canvas.draw(text, styles.randomElement(using: &generator) ?? .plain, at: place)
    }
  }

  @Test("The changes between two screens turn one into the other", arguments: Samples.policies)
  func changes(policy: WidthPolicy) {
    var generator = SplitMix64(seed: 6)
    for _ in 0..<200 {
      let size = Size(
        columns: Int.random(in: 1...30, using: &generator), rows: Int.random(in: 1...6, using: &generator))
      let from = Self.randomScreen(&generator, size: size, policy: policy)
      let to = Self.randomScreen(&generator, size: size, policy: policy)
      var screen = from
      let runs = Grid.changes(from: from, to: to)
      screen.apply(runs)
      #expect(screen.text() == to.text() && screen.lines() == to.lines())
      #expect(runs.allSatisfy { $0.cells.first?.isContinuation == false && $0.cells.last?.width != 2 })
      #expect(Grid.changes(from: to, to: to).isEmpty)
    }
  }

  @Test("A screen of another size is drawn whole")
  func otherSize() {
    let from = Grid(size: Size(columns: 2, rows: 1))
    let to = drawn("あい", columns: 4)
    var screen = Grid(size: to.size)
    screen.apply(Grid.changes(from: from, to: to))
    #expect(screen == to)
  }

  @Test("Wide characters keep both halves whatever is drawn over them", arguments: Samples.policies)
  func halves(policy: WidthPolicy) {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<200 {
      var canvas = Canvas(size: Size(columns: 20, rows: 4), policy: policy)
      Self.scribble(on: &canvas, &generator)
      canvas.within(Rect(column: 3, row: 1, columns: 9, rows: 2)) { part in Self.scribble(on: &part, &generator) }
      canvas.fill(Rect(column: 5, row: 0, columns: 2, rows: 9))
      #expect(canvas.grid.isWellFormed)
    }
  }

  @Test("T11: a row drawn over and back leaves nothing behind")
  func overAndBack() {
    var canvas = Canvas(size: Size(columns: 8, rows: 1), policy: .narrow)
    canvas.draw("ああああ", at: Point(column: 0, row: 0))
    canvas.draw("い", at: Point(column: 1, row: 0))
    #expect(canvas.grid.text() == [" い ああ"])
    canvas.draw("ああああ", at: Point(column: 0, row: 0))
    #expect(canvas.grid == drawn("ああああ", columns: 8))
  }

  @Test("T9: a wide character never starts in the last column")
  func lastColumn() {
    #expect(drawn("abcあ", columns: 4).text() == ["abc"])
    #expect(drawn("abあ", columns: 4).text() == ["abあ"])
    #expect(drawn("abcｶﾞ", columns: 4).text() == ["abc"])
  }

  @Test("A part of a canvas counts from its own corner and keeps its clip")
  func parts() {
    var canvas = Canvas(size: Size(columns: 10, rows: 3), policy: .narrow)
    canvas.fill(canvas.bounds, .plain)
    canvas.within(Rect(column: 2, row: 1, columns: 5, rows: 1)) { part in
      #expect(part.bounds == Rect(columns: 5, rows: 1))
      part.draw("あいう", at: Point(column: 0, row: 0))
      part.draw("外", at: Point(column: 0, row: 1))
      part.showCursor(at: Point(column: 1, row: 0))
      part.within(Rect(column: 4, row: 0, columns: 9, rows: 9)) { $0.draw("xy", at: Point(column: 0, row: 0)) }
    }
    #expect(canvas.grid.text() == ["", "  あいx", ""])
    #expect(canvas.grid.cursor == Point(column: 3, row: 1))
    canvas.draw("いえ", at: Point(column: -1, row: 0))
    #expect(canvas.grid.text()[0] == " え")
  }

  @Test("T15: a cursor that is cut off is not shown")
  func cursor() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1), policy: .narrow)
    canvas.showCursor(at: Point(column: 4, row: 0))
    #expect(canvas.grid.cursor == nil)
  }

  @Test("A selected row is restyled whole, text kept")
  func restyle() {
    var canvas = Canvas(size: Size(columns: 4, rows: 2), policy: .narrow)
    canvas.draw("あa", at: Point(column: 0, row: 0))
    canvas.restyle(Rect(columns: 4, rows: 1)) { $0.adding(.reverse) }
    #expect(canvas.grid.lines()[0].spans == [Span("あa ", .reverse)])
    #expect(canvas.grid.lines()[1].spans == [Span("    ")])
  }

  @Test("Rectangles split without gap or overlap")
  func rects() {
    let rect = Rect(column: 1, row: 2, columns: 10, rows: 5)
    for edge in [Edge.top, .bottom, .left, .right] {
      for count in -1...12 {
        let (piece, rest) = rect.split(edge, count)
        #expect(piece.columns * piece.rows + rest.columns * rest.rows == 50)
        #expect(piece.intersection(rest).isEmpty && piece.intersection(rect) == piece)
      }
    }
    #expect(rect.columnLanes(3, gap: 1).map(\.columns) == [2, 3, 3])
    #expect(rect.columnLanes(3, gap: 1).last?.endColumn == rect.endColumn)
    #expect(rect.rowBands(2).map(\.rows) == [2, 3])
    #expect(rect.inset(columns: 6, rows: 1).isEmpty)
    #expect(rect.centered(Size(columns: 4, rows: 99)) == Rect(column: 4, row: 2, columns: 4, rows: 5))
  }
}
