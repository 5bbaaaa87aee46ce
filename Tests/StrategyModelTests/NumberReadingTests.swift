import StrategyModel
import Testing

@Suite struct NumberReadingTests {
  @Test(
    "A number is read exactly",
    arguments: [
      ("85", 85), ("1,200", 1200), ("-0.5", -0.5), ("１２．５", 12.5), ("1,234,567.25", 1_234_567.25), ("+3", 3),
      ("1e3", 1000), ("0", 0), ("-0", 0), ("−7", -7), ("123456789012345", 123_456_789_012_345), ("0.1", 0.1),
      ("1000000000000000", 1e15), ("-1e15", -1e15), ("1e-15", 1e-15),
    ])
  func number(text: String, value: Double) throws {
    #expect(try NumberReading.number(text) == value)
    #expect(try NumberReading.number(text).sign == (value < 0 ? .minus : .plus))
  }

  @Test(
    "What is no number is refused",
    arguments: ["", "NaN", "inf", "1,23", "12,34,567", "0x1F", ".5", "5.", "1e", "--1", "△5", "1 2a", "八十五", "1/2"])
  func refused(text: String) {
    #expect(throws: NumberReading.Problem.notANumber) { try NumberReading.number(text) }
  }

  @Test(
    "A number that would be stored as another one is refused",
    arguments: ["1e-400", "900719925474099.3", "0.12345678901234567"])
  func inexact(text: String) {
    #expect(throws: NumberReading.Problem.inexact) { try NumberReading.number(text) }
  }

  @Test(
    "A number beyond 1,000兆 is refused",
    arguments: ["1e30", "-1e30", "1e400", "-1e400", "1000000000000001", "2e15"])
  func tooLarge(text: String) {
    #expect(throws: NumberReading.Problem.tooLarge) { try NumberReading.number(text) }
  }

  @Test("So is such a sum of money", arguments: ["2000000000000000", "99999999億円"])
  func tooMuch(text: String) {
    #expect(throws: NumberReading.Problem.tooLarge) { try NumberReading.yen(text) }
  }

  @Test(
    "Money is read in whole yen",
    arguments: [
      ("12,000,000", 12_000_000), ("12,000千円", 12_000_000), ("1.5億円", 150_000_000), ("３百万円", 3_000_000),
      ("500円", 500), ("2.50千円", 2500), ("¥1,000", 1000), ("0", 0),
    ])
  func yen(text: String, value: Int) throws {
    #expect(try NumberReading.yen(text) == value)
  }

  @Test("Money in parts of a yen, below zero or in words is refused", arguments: ["0.5", "1.5円", "-100", "1e6", "百万円"])
  func noYen(text: String) {
    #expect(throws: NumberReading.Problem.notANumber) { try NumberReading.yen(text) }
  }
}
