/// Sums what many images add to the facets. Their keys are few: they are looked up as bytes, and made once.
struct FacetCounting {
  private var known: [Key: Int] = [:]
  private var sums: [Int] = []
  private var names: [FacetKey] = []

  /// The bytes of a facet and its key, hashed where they stand.
  private struct Key: Hashable {
    var bytes: [UInt8]
  }

  mutating func add(_ counts: UnsafeRawBufferPointer) {
    FacetCount.forEach(in: counts) { count in sums[place(of: count)] &+= count.delta }
  }

  private mutating func place(of count: FacetCount) -> Int {
    let key = Key(bytes: Array(count.name))
    if let place = known[key] { return place }
    known[key] = sums.count
    sums.append(0)
    names.append(count.key)
    return sums.count - 1
  }

  func total(into deltas: inout FacetDeltas) {
    for (name, sum) in zip(names, sums) { deltas.add(name, sum) }
  }
}
