/// Two corrections of one record brought together, field by field, against what both began with.
///
/// A field that only one of them changed takes that one's value. Where both did, and not alike, the proposal holds
/// mine, and the place is told as a conflict: nothing is decided unseen.
public struct FieldMerge: Hashable, Sendable {
  /// A value that both changed. `nil`: absent, or taken out.
  public struct Conflict: Hashable, Sendable {
    public var path: FieldTree.Path
    public var base: FieldTree?
    public var mine: FieldTree?
    public var theirs: FieldTree?
  }

  /// `nil` when the record is gone from both.
  public private(set) var proposal: FieldTree?
  public private(set) var conflicts: [Conflict] = []

  /// - Parameters:
  ///   - base: what both read; `nil` when there was no such record.
  ///   - mine: what is to be saved; `nil` to retire it.
  ///   - theirs: what stands now; `nil` when it was retired.
  public init(base: FieldTree?, mine: FieldTree?, theirs: FieldTree?) {
    proposal = merged(base, mine, theirs, at: [])
  }

  private mutating func merged(
    _ base: FieldTree?, _ mine: FieldTree?, _ theirs: FieldTree?, at path: FieldTree.Path
  ) -> FieldTree? {
    if mine == theirs || theirs == base { return mine }
    if mine == base { return theirs }
    switch (base, mine, theirs) {
    case (.fields(let base), .fields(let mine), .fields(let theirs)): return merged(base, mine, theirs, at: path)
    case (.list(let base), .list(let mine), .list(let theirs)):
      if let list = merged(base, mine, theirs, at: path) { return list }
    // Of two that added the same record, or the same part of one, each field counts.
    case (nil, .fields(let mine), .fields(let theirs)): return merged([:], mine, theirs, at: path)
    case (nil, .list(let mine), .list(let theirs)):
      if let list = merged([], mine, theirs, at: path) { return list }
    default: break
    }
    conflicts.append(Conflict(path: path, base: base, mine: mine, theirs: theirs))
    return mine ?? theirs
  }

  private mutating func merged(
    _ base: [String: FieldTree], _ mine: [String: FieldTree], _ theirs: [String: FieldTree], at path: FieldTree.Path
  ) -> FieldTree {
    var fields: [String: FieldTree] = [:]
    for name in Set(base.keys).union(mine.keys).union(theirs.keys).sorted() {
      fields[name] = merged(base[name], mine[name], theirs[name], at: path + [name])
    }
    return .fields(fields)
  }

  /// Lists whose elements can be told apart, element by element; `nil` for others, and where both moved them about.
  private mutating func merged(
    _ base: [FieldTree], _ mine: [FieldTree], _ theirs: [FieldTree], at path: FieldTree.Path
  ) -> FieldTree? {
    guard let base = Elements(base), let mine = Elements(mine), let theirs = Elements(theirs) else { return nil }
    let common = Set(base.order).intersection(mine.order).intersection(theirs.order)
    func kept(_ elements: Elements) -> [String] { elements.order.filter(common.contains) }
    let isMineMoved = kept(mine) != kept(base)
    if isMineMoved, kept(theirs) != kept(base), kept(mine) != kept(theirs) { return nil }
    let (first, second) = isMineMoved ? (mine, theirs) : (theirs, mine)
    var elements: [FieldTree] = []
    for name in Elements.united(first.order, second.order) {
      let element = merged(base.values[name], mine.values[name], theirs.values[name], at: path + [name])
      if let element { elements.append(element) }
    }
    return .list(elements)
  }
}

/// A list by its elements' identities.
private struct Elements {
  var order: [String]
  var values: [String: FieldTree] = [:]

  /// `nil` where an element has no identity, or two have the same.
  init?(_ list: [FieldTree]) {
    order = list.compactMap(\.identity)
    guard order.count == list.count else { return nil }
    for (name, element) in zip(order, list) where values.updateValue(element, forKey: name) != nil { return nil }
  }

  /// The first order, with what only the second has put after what stands before it there.
  static func united(_ first: [String], _ second: [String]) -> [String] {
    var united = first
    var last: String?
    for name in second {
      if !united.contains(name) {
        let place = last.flatMap { united.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        united.insert(name, at: place)
      }
      last = name
    }
    return united
  }
}
