import Testing

@testable import StrategyModel

@Suite("Three-way merges by field")
struct FieldMergeTests {
  private func fields(_ values: [String: FieldTree]) -> FieldTree { .fields(values) }

  private func element(_ id: String, _ text: String) -> FieldTree { .fields(["id": .text(id), "note": .text(text)]) }

  @Test("Fields changed by one only take that one's value")
  func disjoint() {
    let base = fields(["title": .text("一"), "note": .text("覚え"), "phase": .text("developing")])
    let mine = fields(["title": .text("一"), "note": .text("私"), "phase": .text("developing")])
    let theirs = fields(["title": .text("二"), "phase": .text("developing"), "summary": .text("新")])
    // They took out the note that I changed.
    let merge = FieldMerge(base: base, mine: mine, theirs: theirs)
    #expect(
      merge.proposal
        == fields([
          "title": .text("二"), "note": .text("私"), "phase": .text("developing"), "summary": .text("新"),
        ]))
    #expect(merge.conflicts.map(\.path) == [["note"]])
    #expect(merge.conflicts.first?.base == .text("覚え") && merge.conflicts.first?.theirs == nil)
  }

  @Test("Both alike is no conflict; both otherwise is one, and the proposal holds mine")
  func same() {
    let base = fields(["phase": .text("developing"), "note": .text("一")])
    let mine = fields(["phase": .text("verifying"), "note": .text("二")])
    let theirs = fields(["phase": .text("operating"), "note": .text("二")])
    let merge = FieldMerge(base: base, mine: mine, theirs: theirs)
    #expect(merge.proposal == mine)
    #expect(
      merge.conflicts == [
        FieldMerge.Conflict(
          path: ["phase"], base: .text("developing"), mine: .text("verifying"), theirs: .text("operating"))
      ])
  }

  @Test("Elements of a list are told apart by their ids, wherever they stand")
  func lists() {
    let base = FieldTree.list([element("a", "1"), element("b", "1"), element("c", "1")])
    let mine = FieldTree.list([element("a", "2"), element("b", "1"), element("m", "1"), element("c", "1")])
    let theirs = FieldTree.list([element("b", "1"), element("c", "3"), element("a", "1"), element("t", "1")])
    let merge = FieldMerge(base: base, mine: mine, theirs: theirs)
    #expect(merge.conflicts.isEmpty)
    #expect(
      merge.proposal
        == .list([element("b", "1"), element("m", "1"), element("c", "3"), element("a", "2"), element("t", "1")]))
  }

  @Test("One element taken out by one and changed by the other is a conflict, and is kept")
  func takenOut() {
    let base = FieldTree.list([element("a", "1"), element("b", "1")])
    let merge = FieldMerge(
      base: base, mine: .list([element("b", "1")]), theirs: .list([element("a", "2"), element("b", "1")]))
    #expect(merge.proposal == .list([element("a", "2"), element("b", "1")]))
    #expect(merge.conflicts.map(\.path) == [["a"]])
  }

  @Test("A list of namesakes, and one that both put in another order, is taken whole")
  func whole() {
    let namesakes = FieldTree.list([.text("a"), .text("a")])
    let merge = FieldMerge(base: namesakes, mine: .list([.text("b")]), theirs: .list([.text("c")]))
    #expect(merge.conflicts.map(\.path) == [[]] && merge.proposal == .list([.text("b")]))
    func list(_ names: String) -> FieldTree { .list(names.map { .text(String($0)) }) }
    #expect(FieldMerge(base: list("abc"), mine: list("bca"), theirs: list("acb")).conflicts.count == 1)
    #expect(FieldMerge(base: list("abc"), mine: list("bca"), theirs: list("abcd")).proposal == list("bcda"))
  }

  @Test("A record that was retired meanwhile, or added twice, is told")
  func records() {
    let base = fields(["title": .text("一")])
    let retired = FieldMerge(base: base, mine: fields(["title": .text("二")]), theirs: nil)
    #expect(retired.conflicts.map(\.path) == [[]] && retired.proposal == fields(["title": .text("二")]))
    let twice = FieldMerge(
      base: nil, mine: fields(["id": .text("x"), "title": .text("一"), "note": .text("私")]),
      theirs: fields(["id": .text("x"), "title": .text("二"), "summary": .text("要約")]))
    #expect(twice.conflicts.map(\.path) == [["title"]])
    #expect(twice.proposal?["note"] == .text("私") && twice.proposal?["summary"] == .text("要約"))
  }

  @Test(
    "For any three trees: nothing that one side alone changed is lost, and sides may be swapped", arguments: 1...400)
  func anyTrees(seed: UInt64) {
    var random = RandomTree(seed: seed)
    let base = random.tree(depth: 3)
    let (mine, theirs) = (random.changed(base), random.changed(base))
    #expect(FieldMerge(base: base, mine: mine, theirs: base).proposal == mine)
    #expect(FieldMerge(base: base, mine: base, theirs: theirs).proposal == theirs)
    #expect(FieldMerge(base: base, mine: mine, theirs: mine) == FieldMerge(base: base, mine: mine, theirs: base))
    let merge = FieldMerge(base: base, mine: mine, theirs: theirs)
    let swapped = FieldMerge(base: base, mine: theirs, theirs: mine)
    #expect(Set(merge.conflicts.map(\.path)) == Set(swapped.conflicts.map(\.path)))
    guard case .fields(let old) = base, case .fields(let one) = mine, case .fields(let other) = theirs else { return }
    for name in Set(old.keys).union(one.keys).union(other.keys) {
      if one[name] == old[name] { #expect(merge.proposal?[name] == other[name]) }
      if other[name] == old[name] { #expect(merge.proposal?[name] == one[name]) }
      let isTold = merge.conflicts.contains { $0.path.first == name }
      if one[name] == old[name] || other[name] == old[name] { #expect(!isTold) }
    }
    // Saved again over what stands now, the proposal meets no further conflict.
    #expect(FieldMerge(base: theirs, mine: merge.proposal, theirs: theirs).conflicts.isEmpty)
  }
}

/// Small trees by seed, and changed ones.
private struct RandomTree {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func number(below bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }

  mutating func tree(depth: Int) -> FieldTree {
    var values: [String: FieldTree] = [:]
    for name in ["a", "b", "c", "d", "e"] where number(below: 4) > 0 { values[name] = value(depth: depth - 1) }
    return .fields(values)
  }

  private mutating func value(depth: Int) -> FieldTree {
    switch number(below: depth > 0 ? 6 : 3) {
    case 0: return .text("\(number(below: 3))")
    case 1: return .integer(number(below: 3))
    case 2: return .flag(number(below: 2) == 0)
    case 3: return tree(depth: depth)
    default:
      let names = ["x", "y", "z", "w"].filter { _ in number(below: 3) > 0 }
      return .list(names.map { .fields(["id": .text($0), "v": value(depth: depth - 1)]) })
    }
  }

  mutating func changed(_ tree: FieldTree) -> FieldTree {
    guard case .fields(var values) = tree else { return number(below: 2) == 0 ? value(depth: 1) : tree }
    for name in ["a", "b", "c", "d", "e"] {
      switch number(below: 6) {
      case 0: values[name] = nil
      case 1: values[name] = value(depth: 2)
      case 2:
        if let old = values[name] { values[name] = changedDeeply(old) }
      default: break
      }
    }
    return .fields(values)
  }

  private mutating func changedDeeply(_ tree: FieldTree) -> FieldTree {
    guard case .list(var elements) = tree, !elements.isEmpty else { return changed(tree) }
    switch number(below: 4) {
    case 0: elements.removeLast()
    case 1: elements.append(.fields(["id": .text("n\(number(below: 3))"), "v": .integer(1)]))
    case 2: elements.reverse()
    default: elements[0] = .fields(["id": .text(elements[0].identity ?? ""), "v": .integer(number(below: 9))])
    }
    return .list(elements)
  }
}
