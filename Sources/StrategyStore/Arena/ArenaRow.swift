import StrategyModel
import TextSearch

/// One version of an item as the arena holds it, names as codes: 44 bytes.
struct ArenaRow: Sendable {
  var version: Int32
  var since: Int32
  /// `Int32.max` while the version counts.
  var until: Int32
  var entered: Int32
  /// Codes of ``ArenaNames``; -1 for none.
  var pillar: Int32
  var legacyPillar: Int32
  var framework: Int32
  var department: Int32
  var firstYear: Int16
  var lastYear: Int16
  var groupYear: Int16
  /// 0 for 未記載.
  var phase: UInt8
  var traits: UInt8
  var isPhaseDerived: Bool

  /// Stands for a year that is not on record.
  static let noYear = Int16.min

  func counts(asOf revision: Int32) -> Bool { since <= revision && revision < until }

  var years: ClosedRange<Int>? { firstYear == ArenaRow.noYear ? nil : Int(firstYear)...Int(lastYear) }
}

/// Strings that many rows share, each with a number.
struct ArenaNames: Sendable {
  private(set) var names: [String] = []
  private var codes: [String: Int32] = [:]

  mutating func code(of name: String?) -> Int32 {
    guard let name else { return -1 }
    if let known = codes[name] { return known }
    let code = Int32(names.count)
    names.append(name)
    codes[name] = code
    return code
  }

  subscript(code: Int32) -> String? { code < 0 ? nil : names[Int(code)] }
}
