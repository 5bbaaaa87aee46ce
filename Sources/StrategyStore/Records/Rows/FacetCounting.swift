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
    var start = 0
    while start < counts.count {
      let length = Int(counts.loadUnaligned(fromByteOffset: start + 1, as: UInt32.self))
      let end = start + 5 + length
      let delta = counts.loadUnaligned(fromByteOffset: end, as: Int.self)
      let place = place(of: UnsafeRawBufferPointer(rebasing: counts[start..<end]))
      sums[place] &+= delta
      start = end + 8
    }
  }

  private mutating func place(of name: UnsafeRawBufferPointer) -> Int {
    let key = Key(bytes: Array(name))
    if let place = known[key] { return place }
    known[key] = sums.count
    sums.append(0)
    names.append(
      FacetKey(
        facet: Facet.allCases[Int(name[0])],
        key: String(decoding: name[5...], as: UTF8.self)))
    return sums.count - 1
  }

  func total(into deltas: inout FacetDeltas) {
    for (name, sum) in zip(names, sums) { deltas.add(name, sum) }
  }
}
