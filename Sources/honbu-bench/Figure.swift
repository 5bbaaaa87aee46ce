import Foundation

/// One measured figure: its median, 95th and 99th percentile, beside the budget for the median.
struct Figure {
  enum Unit: String {
    case milliseconds = "ms"
    case bytes = "B"
    case mebibytes = "MiB"
  }

  let name: String
  let values: [Double]
  let unit: Unit
  let budget: Double?

  init(_ name: String, _ values: [Double], unit: Unit, budget: Double?) {
    self.name = name
    self.values = values.sorted()
    self.unit = unit
    self.budget = budget
  }

  static func printHeading() { print("median\tp95\tp99\tbudget\t\tfigure") }

  func show() {
    guard !values.isEmpty else { return print("-\t-\t-\t-\t\t\(name)（何も出力されない）") }
    let figures = [0.5, 0.95, 0.99].map { number(values[min(values.count - 1, Int(Double(values.count) * $0))]) }
    let verdict = budget.map { values[values.count / 2] <= $0 ? "≤ \(number($0))" : "> \(number($0)) ✗" } ?? "-"
    print("\(figures.joined(separator: "\t"))\t\(verdict)\t\(unit.rawValue)\t\(name)")
  }

  private func number(_ value: Double) -> String {
    String(format: value < 100 ? "%.2f" : "%.0f", value)
  }
}
