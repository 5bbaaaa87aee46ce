/// Reads numbers as people write them; a number is exact or refused.
public enum NumberReading {
  public enum Problem: Error, Hashable {
    case notANumber
    /// More digits than a stored number keeps, or too small for it.
    case inexact
    /// Beyond ``limit``.
    case tooLarge
  }

  /// 1,000兆: what is counted with further on stays within whole numbers.
  public static let limit = 1_000_000_000_000_000

  /// - Parameter text: `85`, `1,200`, `-0.5`, `１２`, `1e3`; without percent sign.
  public static func number(_ text: String) throws(Problem) -> Double {
    if let whole = digits(text) { return Double(whole) }
    let decimal = try Decimal(narrowed(text))
    guard let value = Double(decimal.text) else { throw .notANumber }
    guard value.magnitude <= Double(limit) else { throw .tooLarge }
    guard decimal.significantDigits <= 15, value != 0 || decimal.isZero,
      value.magnitude >= Double.leastNormalMagnitude || value == 0
    else { throw .inexact }
    // Minus zero would be written as another text than zero.
    return value == 0 ? 0 : value
  }

  /// A sum of money in whole yen: `12,000,000`, `12,000千円`, `1.5億円`.
  public static func yen(_ text: String) throws(Problem) -> Int {
    if let whole = digits(text) { return whole }
    var rest = narrowed(text)
    var zeros = 0
    for (unit, power) in [("億円", 8), ("百万円", 6), ("万円", 4), ("千円", 3), ("円", 0)] where rest.hasSuffix(unit) {
      rest = String(rest.dropLast(unit.count))
      zeros = power
      break
    }
    if rest.hasPrefix("¥") || rest.hasPrefix("\\") { rest.removeFirst() }
    let decimal = try Decimal(rest)
    guard !decimal.isNegative, decimal.exponent.isEmpty else { throw .notANumber }
    let fraction = decimal.fraction.prefix { _ in true }.trimmingSuffix("0")
    guard fraction.count <= zeros else { throw .notANumber }
    let digits = decimal.whole + fraction + String(repeating: "0", count: zeros - fraction.count)
    guard let yen = Int(digits), yen <= limit else { throw .tooLarge }
    return yen
  }

  /// What most numbers are: at most 15 ASCII digits, and thus below ``limit`` and exact.
  private static func digits(_ text: String) -> Int? {
    guard (1...15).contains(text.utf8.count) else { return nil }
    var number = 0
    for byte in text.utf8 {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// Full-width ASCII, the minus signs of Japanese keyboards and spaces around, as ASCII.
  public static func narrowed(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x2212: scalars.append("-")
      case 0xFFE5, 0xA5: scalars.append("¥")
      case 0x20, 0x3000, 0xA0: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}

/// A decimal number in its parts, thousands commas checked and dropped.
private struct Decimal {
  var isNegative = false
  var whole = ""
  var fraction = ""
  var exponent = ""

  init(_ text: String) throws(NumberReading.Problem) {
    var rest = Substring(text)
    if let sign = rest.first, sign == "-" || sign == "+" {
      isNegative = sign == "-"
      rest = rest.dropFirst()
    }
    if let mark = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      let power = rest[rest.index(after: mark)...]
      let digits = power.hasPrefix("-") || power.hasPrefix("+") ? power.dropFirst() : power
      guard Decimal.areDigits(digits), digits.count <= 5 else { throw .notANumber }
      exponent = String(power)
      rest = rest[..<mark]
    }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first else { throw .notANumber }
    if parts.count == 2 {
      guard Decimal.areDigits(parts[1]) else { throw .notANumber }
      fraction = String(parts[1])
    }
    whole = try Decimal.withoutCommas(first)
  }

  private static func withoutCommas(_ text: Substring) throws(NumberReading.Problem) -> String {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy(areDigits), groups.count == 1 || (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { throw .notANumber }
    return groups.joined()
  }

  private static func areDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  var text: String {
    (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
      + (exponent.isEmpty ? "" : "e" + exponent)
  }

  var isZero: Bool { (whole + fraction).allSatisfy { $0 == "0" } }

  var significantDigits: Int {
    let digits = (whole + fraction).drop { $0 == "0" }
    return digits.prefix { _ in true }.trimmingSuffix("0").count
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ character: Character) -> Substring {
    var rest = self
    while rest.last == character { rest.removeLast() }
    return rest
  }
}
