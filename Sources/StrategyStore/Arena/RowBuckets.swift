/// Rows parted by a small number each, which keeps their order within: a pillar's rank, a phase, a year.
struct RowBuckets {
  /// Numbers run from 0 up to this, which stands for none and comes last.
  let none: Int
  let bucket: (Int32) -> Int

  /// The same, with the last number first; what has none still comes last.
  func reversed() -> RowBuckets {
    RowBuckets(none: none) { row in
      let number = bucket(row)
      return number == none ? none : none - 1 - number
    }
  }

  /// - Returns: the rows, and where each bucket starts, with the end of the last one.
  func sorted(_ rows: [Int32]) -> (rows: [Int32], starts: [Int]) {
    var starts = [Int](repeating: 0, count: none + 2)
    // Asked once for each row: in a large store each look at a row is a wait for memory.
    let numbers = [Int32](unsafeUninitializedCapacity: rows.count) { buffer, count in
      for (place, row) in rows.enumerated() {
        let number = bucket(row)
        starts[number + 1] += 1
        buffer.initializeElement(at: place, to: Int32(truncatingIfNeeded: number))
      }
      count = rows.count
    }
    for number in 1..<starts.count { starts[number] += starts[number - 1] }
    var next = starts
    let sorted = [Int32](unsafeUninitializedCapacity: rows.count) { buffer, count in
      for (place, row) in rows.enumerated() {
        let number = Int(numbers[place])
        buffer.initializeElement(at: next[number], to: row)
        next[number] += 1
      }
      count = rows.count
    }
    return (sorted, starts)
  }
}
