/// What is promised for a store of a size.
struct Budgets {
  var start: Double
  var key: Figure.Budget
  var filter: Double
  var searchable: Double?
  var memory: Double
  var importing: Double?
  /// All items as a text.
  var writing: Double?
  /// From one revision to the next.
  var step: Double?

  static let bundled = Budgets(start: 20, key: .medianAndP99(1, 3), filter: 3, memory: 40, importing: 50)

  /// Smaller stores are held to what is promised for the next larger size, but for the time of an import.
  static func of(_ items: Int) -> Budgets {
    items > 100_000
      ? Budgets(
        start: 40, key: .medianAndP99(1.5, 8), filter: 40, searchable: 4000, memory: 700,
        importing: 30_000 * max(1, Double(items) / 1_000_000))
      : Budgets(
        start: 30, key: .medianAndP99(1, 5), filter: 8, searchable: 400, memory: 120,
        importing: 3000 * Double(items) / 100_000, writing: 1000, step: items <= 10_000 ? 16 : nil)
  }
}
