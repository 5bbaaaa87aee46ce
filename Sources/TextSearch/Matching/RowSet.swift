/// Rows as ordered lists of their numbers.
public enum RowSet {
  public static func union(_ left: [Int32], _ right: [Int32]) -> [Int32] {
    if left.isEmpty { return right }
    if right.isEmpty { return left }
    return [Int32](unsafeUninitializedCapacity: left.count + right.count) { buffer, count in
      var (one, other) = (0, 0)
      while one < left.count || other < right.count {
        let takesOne = other == right.count || one < left.count && left[one] <= right[other]
        let row = takesOne ? left[one] : right[other]
        if takesOne, other < right.count, right[other] == row { other += 1 }
        if takesOne { one += 1 } else { other += 1 }
        buffer.initializeElement(at: count, to: row)
        count += 1
      }
    }
  }

  public static func intersection(_ left: [Int32], _ right: [Int32]) -> [Int32] {
    var place = 0
    return left.filter { row in
      while place < right.count, right[place] < row { place += 1 }
      return place < right.count && right[place] == row
    }
  }

  public static func subtraction(_ left: [Int32], _ right: [Int32]) -> [Int32] {
    var place = 0
    return left.filter { row in
      while place < right.count, right[place] < row { place += 1 }
      return place == right.count || right[place] != row
    }
  }
}
