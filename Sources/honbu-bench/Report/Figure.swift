import Foundation

/// One measured figure beside its budget.
struct Figure {
  enum Unit: String {
    case milliseconds = "ms"
    case bytes = "B"
    case mebibytes = "MiB"
    case times = "倍"
    case count = "件"
  }

  enum Budget {
    case median(Double)
    case p95(Double)
    case medianAndP99(Double, Double)
    /// Not once longer.
    case most(Double)
  }

  let name: String
  let unit: Unit
  let budget: Budget?
  private let values: [Double]

  init(_ name: String, _ values: [Double], _ unit: Unit, _ budget: Budget? = nil) {
    self.name = name
    self.values = values.sorted()
    self.unit = unit
    self.budget = budget
  }

  static let heading = ["計測", "回数", "中央値", "p95", "p99", "最大", "単位", "予算"]

  /// The cells of a row; without a value where the program printed nothing.
  var cells: [String] {
    let figures =
      values.isEmpty ? Array(repeating: "–", count: 4) : [0.5, 0.95, 0.99, 1].map { Figure.text(quantile($0)) }
    return [name, "\(values.count)"] + figures + [unit.rawValue, budget.map(verdict) ?? "–"]
  }

  var median: Double { quantile(0.5) }

  /// 0 where the program printed nothing.
  private func quantile(_ share: Double) -> Double {
    values.isEmpty ? 0 : values[min(values.count - 1, Int((Double(values.count) * share).rounded(.down)))]
  }

  private func verdict(_ budget: Budget) -> String {
    let (text, isMet): (String, Bool) =
      switch budget {
      case .median(let limit): ("\(Figure.text(limit))", median <= limit)
      case .p95(let limit): ("p95 \(Figure.text(limit))", quantile(0.95) <= limit)
      case .most(let limit): ("最大 \(Figure.text(limit))", quantile(1) <= limit)
      case .medianAndP99(let limit, let last):
        ("\(Figure.text(limit)) / \(Figure.text(last))", median <= limit && quantile(0.99) <= last)
      }
    return values.isEmpty ? "\(text) –" : isMet ? "\(text) ○" : "\(text) ✗"
  }

  private static func text(_ value: Double) -> String {
    value == value.rounded() && value >= 10 || value >= 1000
      ? String(format: "%.0f", value) : String(format: value < 100 ? "%.2f" : "%.1f", value)
  }
}

/// Prints figures as they come, in aligned columns or as a Markdown table.
struct Report {
  var isMarkdown: Bool
  private static let widths = [46, 6, 9, 9, 9, 9, 5]

  func begin(_ title: String) {
    print(isMarkdown ? "\n### \(title)\n" : "\n\(title)")
    show(Figure.heading)
    if isMarkdown { print("|" + String(repeating: "---|", count: Figure.heading.count)) }
  }

  func show(_ figure: Figure) { show(figure.cells) }

  func note(_ text: String) { print(isMarkdown ? "\n\(text)\n" : "  \(text)") }

  private func show(_ cells: [String]) {
    if isMarkdown { return print("| \(cells.joined(separator: " | ")) |") }
    let padded = cells.enumerated().map { place, cell in
      guard place < Report.widths.count else { return cell }
      let space = String(repeating: " ", count: max(1, Report.widths[place] - Report.width(cell)))
      return place == 0 ? cell + space : space + cell
    }
    print("  " + padded.joined(separator: " "))
    fflush(nil)
  }

  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
