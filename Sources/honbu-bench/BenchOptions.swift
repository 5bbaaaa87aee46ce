/// `--quick` for a short run, `--items N` for another size of the generated store.
struct BenchOptions {
  var isQuick = false
  var items = 10_000

  /// - Returns: `nil` when the arguments make no sense.
  init?(_ arguments: some Sequence<String>) {
    var rest = Array(arguments)
    while let word = rest.first {
      rest.removeFirst()
      switch word {
      case "--quick": isQuick = true
      case "--items":
        guard let next = rest.first, let count = Int(next), count > 0 else { return nil }
        rest.removeFirst()
        items = count
      default: return nil
      }
    }
  }

  var repetitions: Int { isQuick ? 10 : 40 }
}
