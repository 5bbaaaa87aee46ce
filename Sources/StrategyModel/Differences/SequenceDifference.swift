/// How one list came from another, element by element (Myers, "An O(ND) Difference Algorithm", 1986).
enum SequenceDifference {
  enum Step: Hashable {
    /// Places in the old and in the new list.
    case same(Int, Int)
    case removed(Int)
    case added(Int)
  }

  /// Beyond so many removals and additions the middle counts as replaced whole: the cost grows with their square.
  static let limit = 400

  /// In order; of a change in one place, what was removed comes before what was added.
  static func steps(_ old: [Int], _ new: [Int], limit: Int = limit) -> [Step] {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let left = old[head..<(old.count - tail)]
    let right = new[head..<(new.count - tail)]
    var steps = (0..<head).map { Step.same($0, $0) }
    steps += middle(left, right, limit: limit) ?? left.indices.map(Step.removed) + right.indices.map(Step.added)
    steps += (0..<tail).map { Step.same(old.count - tail + $0, new.count - tail + $0) }
    return removalsFirst(steps)
  }

  /// - Returns: `nil` when more than `limit` changes are needed.
  private static func middle(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>, limit: Int) -> [Step]? {
    if old.isEmpty { return new.indices.map(Step.added) }
    if new.isEmpty { return old.indices.map(Step.removed) }
    let reach = min(limit, old.count + new.count)
    // The furthest place in `old` on each diagonal, and how these stood before each round.
    var furthest = Array(repeating: 0, count: 2 * reach + 3)
    var rounds: [[Int]] = []
    for round in 0...reach {
      rounds.append(Array(furthest[(reach + 1 - round)...(reach + 1 + round)]))
      for diagonal in stride(from: -round, through: round, by: 2) {
        let place = diagonal + reach + 1
        let isAddition = diagonal == -round || diagonal != round && furthest[place - 1] < furthest[place + 1]
        var x = isAddition ? furthest[place + 1] : furthest[place - 1] + 1
        var y = x - diagonal
        while x < old.count, y < new.count, old[old.startIndex + x] == new[new.startIndex + y] {
          x += 1
          y += 1
        }
        furthest[place] = x
        if x >= old.count, y >= new.count { return path(rounds, old, new) }
      }
    }
    return nil
  }

  /// Walks back from the end through what was known before each round.
  private static func path(_ rounds: [[Int]], _ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> [Step] {
    var steps: [Step] = []
    var x = old.count
    var y = new.count
    for (round, furthest) in rounds.enumerated().reversed() {
      let diagonal = x - y
      func known(_ diagonal: Int) -> Int {
        furthest.indices.contains(diagonal + round) ? furthest[diagonal + round] : 0
      }
      let isAddition =
        diagonal == -round || diagonal != round && known(diagonal - 1) < known(diagonal + 1)
      let beforeX = round == 0 ? 0 : isAddition ? known(diagonal + 1) : known(diagonal - 1)
      let beforeY = round == 0 ? 0 : beforeX - (isAddition ? diagonal + 1 : diagonal - 1)
      let startX = round == 0 ? 0 : isAddition ? beforeX : beforeX + 1
      while x > startX {
        x -= 1
        y -= 1
        steps.append(.same(old.startIndex + x, new.startIndex + y))
      }
      guard round > 0 else { break }
      steps.append(isAddition ? .added(new.startIndex + beforeY) : .removed(old.startIndex + beforeX))
      x = beforeX
      y = beforeY
    }
    return steps.reversed()
  }

  private static func removalsFirst(_ steps: [Step]) -> [Step] {
    var ordered: [Step] = []
    var added: [Step] = []
    for step in steps {
      switch step {
      case .added: added.append(step)
      case .removed: ordered.append(step)
      case .same:
        ordered += added
        added = []
        ordered.append(step)
      }
    }
    return ordered + added
  }
}
