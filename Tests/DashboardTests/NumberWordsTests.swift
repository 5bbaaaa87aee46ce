import Dashboard
import StrategyModel
import Testing

@Suite("Numbers in words")
struct NumberWordsTests {
  let words = Words(.ja)

  @Test(
    "A number stands in plain decimals, however small",
    arguments: [
      (0, "0"), (1339, "1,339"), (99.9, "99.9"), (-0.5, "-0.5"), (-1234.25, "-1,234.25"), (1e-7, "0.0000001"),
      (5e-5, "0.00005"), (1.5e-5, "0.000015"), (-2.5e-6, "-0.0000025"), (999_999_999_999_999, "999,999,999,999,999"),
    ])
  func number(value: Double, text: String) {
    #expect(words.number(value) == text)
  }

  @Test("A number beyond what is counted with is still shown", arguments: [(1e30, "1e+30"), (-1e300, "-1e+300")])
  func vast(value: Double, text: String) {
    #expect(words.number(value) == text)
  }

  @Test(
    "A percentage is rounded down, and one beyond all measure says so",
    arguments: [
      (0, "0%"), (0.999, "99%"), (1, "100%"), (-0.25, "-25%"), (10_000, "1000000%"), (1e30, "100万%超"),
      (-1e30, "-100万%未満"), (Double.infinity, "100万%超"), (-Double.infinity, "-100万%未満"),
    ])
  func percent(ratio: Double, text: String) {
    #expect(words.percent(ratio) == text)
  }

  @Test("Sums of money of any size are shown")
  func yen() {
    #expect(words.yen(Int.max) == "9,223,372,036,854,775,807円")
    #expect(words.yen(Int.min) == "-9,223,372,036,854,775,808円")
  }
}
