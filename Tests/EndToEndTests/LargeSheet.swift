import Foundation

/// Items by the ten thousand, as an office would import them.
enum LargeSheet {
  /// Above the size from which lists are searched in memory, in the background; a multiple of ten.
  static let count = ProcessInfo.processInfo.environment["HONBU_LARGE_STORE"].flatMap { Int($0) } ?? 20_400
  private static let words = ["窓口", "税務", "水道", "道路", "図書館", "学校", "観光", "防災", "環境", "統計"]

  /// - Parameter numbers: of the items; each of ten words is in one of ten.
  static func text(_ numbers: ClosedRange<Int>) -> String {
    "id,title,department,phase,summary\n"
      + numbers.map { number in
        let word = words[number % 10]
        return "g\(number),\(word)の取組 第\(number)号,第\(number % 7)課,検証中,\(word)に関わる手続きを\(number)分で終える。\n"
      }.joined()
  }
}
