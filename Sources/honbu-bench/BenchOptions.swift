/// What to measure.
struct BenchOptions {
  static let usage = """
    honbu-bench [--quick] [--items N] [--store PATH] [--only PART,…] [--markdown]
      --quick      ten thousand items and few repetitions
      --items N    how many items the generated store has (10000)
      --store PATH where the generated store is kept; made when it is not there yet, else taken as it is
      --only PART  of: \(Part.allCases.map(\.rawValue).joined(separator: " "))
      --markdown   as a table for README
    """

  enum Part: String, CaseIterable {
    case bundled, start, keys, filter, step, live, stall, crowd, snapshot, importing = "import", limit, fzf
  }

  var isQuick = false
  var isMarkdown = false
  var items = 10_000
  var store: String?
  var parts = Set(Part.allCases)

  /// - Returns: `nil` when the arguments make no sense.
  init?(_ arguments: some Sequence<String>) {
    var rest = Array(arguments)
    func value() -> String? { rest.isEmpty ? nil : rest.removeFirst() }
    while !rest.isEmpty {
      switch rest.removeFirst() {
      case "--quick": isQuick = true
      case "--markdown": isMarkdown = true
      case "--items":
        guard let count = value().flatMap(Int.init), count > 0 else { return nil }
        items = count
      case "--store":
        guard let path = value(), !path.isEmpty else { return nil }
        store = path
      case "--only":
        let named = (value() ?? "").split(separator: ",").map { Part(rawValue: String($0)) }
        parts = Set(named.compactMap { $0 })
        if parts.isEmpty || named.contains(nil) { return nil }
      default: return nil
      }
    }
  }

  var repetitions: Int { isQuick ? 6 : 40 }

  func includes(_ part: Part) -> Bool { parts.contains(part) }
}
