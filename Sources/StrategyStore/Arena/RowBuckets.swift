import StrategyModel

/// Rows parted by a small number each, which keeps their order within: a pillar's rank, a phase, a year.
struct RowBuckets {
  /// The field whose code says into which bucket a row goes.
  let field: ItemGrouping
  /// Numbers run from 0 up to this, which stands for none and comes last.
  let none: Int
  /// The number of each code, in the codes' order; the first one's is that of none.
  private var numbers: [Int32]

  /// - Parameter numbers: of the codes but that of none, in their order.
  init(_ field: ItemGrouping, none: Int, numbers: some Sequence<Int>) {
    self.field = field
    self.none = none
    self.numbers = [Int32(none)] + numbers.map { Int32($0) }
  }

  /// The same, with the last number first; what has none still comes last.
  func reversed() -> RowBuckets {
    var reversed = self
    reversed.numbers = numbers.map { $0 == Int32(none) ? $0 : Int32(none) - 1 - $0 }
    return reversed
  }

  struct Parted {
    /// The values of the rows, bucket by bucket.
    var values: [Int32] = []
    /// Where each bucket starts, and the end of the last one.
    var starts: [Int] = []
    /// One row of each bucket that has any.
    var samples: [Int32] = []
  }

  /// - Parameters:
  ///   - rows: in the order that they keep within their buckets.
  ///   - values: what stands for each of them in the result.
  func parted(_ rows: [Int32], in all: UnsafeBufferPointer<ArenaRow>, values: [Int32]) -> Parted {
    var parted = Parted()
    var starts = [Int](repeating: 0, count: none + 2)
    var samples = [Int32](repeating: 0, count: none + 1)
    // Each row is looked at once: in a large store each look is a wait for memory.
    let numbers = [Int32](unsafeUninitializedCapacity: rows.count) { buffer, count in
      forEach(rows, in: all) { place, row, number in
        starts[Int(number) + 1] += 1
        samples[Int(number)] = row
        buffer.initializeElement(at: place, to: number)
      }
      count = rows.count
    }
    for number in 1..<starts.count { starts[number] += starts[number - 1] }
    parted.starts = starts
    parted.samples = samples
    parted.values = [Int32](unsafeUninitializedCapacity: rows.count) { buffer, count in
      for (place, number) in numbers.enumerated() {
        buffer.initializeElement(at: starts[Int(number)], to: values[place])
        starts[Int(number)] += 1
      }
      count = rows.count
    }
    return parted
  }

  /// A loop for each field, so that none decides anything row by row.
  @inline(__always)
  private func forEach(
    _ rows: [Int32], in all: UnsafeBufferPointer<ArenaRow>,
    _ body: (_ place: Int, _ row: Int32, _ number: Int32) -> Void
  ) {
    numbers.withUnsafeBufferPointer { numbers in
      switch field {
      case .phase:
        for (place, row) in rows.enumerated() { body(place, row, numbers[Int(all[Int(row)].phase)]) }
      case .pillar:
        for (place, row) in rows.enumerated() { body(place, row, numbers[Int(all[Int(row)].pillar) + 1]) }
      case .department:
        for (place, row) in rows.enumerated() { body(place, row, numbers[Int(all[Int(row)].department) + 1]) }
      case .year:
        for (place, row) in rows.enumerated() {
          body(place, row, numbers[Int(all[Int(row)].groupYear) - Int(ArenaRow.noYear)])
        }
      }
    }
  }
}
