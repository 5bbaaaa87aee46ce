import Testing

@testable import TextUI

@Suite("Sparkline")
struct SparklineTests {
  @Test("The lowest number stands at the bottom, the highest at the top, others between")
  func heights() throws {
    let sparkline = try #require(Sparkline([0, 1, 2, 3, 4, 5, 6, 7]))
    #expect(sparkline.line(20, .narrow).text == "▁▂▃▄▅▆▇█")
    #expect(sparkline.line(20, .narrow, .ascii).text == "_..--==^")
    #expect(sparkline.scale == 0...7)
  }

  @Test("A baseline and a target widen the scale, and stand on it")
  func marks() throws {
    let sparkline = try #require(Sparkline([40, 60], marks: [30, 100]))
    #expect(sparkline.scale == 30...100)
    #expect(sparkline.column(30, .narrow) == "▁" && sparkline.column(100, .narrow) == "█")
    #expect(sparkline.line(9, .narrow).text == "▂▄")
  }

  @Test("Numbers that do not differ stand in the middle; none make no line")
  func level() throws {
    #expect(try #require(Sparkline([5, 5, 5])).line(9, .narrow).text == "▅▅▅")
    #expect(Sparkline([]) == nil)
    #expect(try #require(Sparkline([-1e308, 1e308])).line(9, .narrow).text == "▅▅")
  }

  @Test("Where there is less room the latest are shown", arguments: [0, 1, 3, 8])
  func room(columns: Int) throws {
    let sparkline = try #require(Sparkline((0..<8).map(Double.init)))
    #expect(sparkline.line(columns, .narrow).text == String("▁▂▃▄▅▆▇█".suffix(columns)))
  }

  @Test("Where blocks take two cells, columns are drawn in seven bits")
  func wide() throws {
    let line = try #require(Sparkline([1, 2, 3])).line(9, .wide)
    #expect(line.text == "_-^" && line.width(.wide) == 3)
  }
}
