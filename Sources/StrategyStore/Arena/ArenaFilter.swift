import StrategyModel
import TextSearch

/// A filter made ready for the rows of one arena.
struct ArenaFilter {
  private typealias Test = (_ row: Int) -> Bool

  private let compiled: CompiledFilter
  private let facts: ArenaFacts?
  private let search: ItemSearch

  /// - Parameter facts: where the filter or the order asks for them. Rows whose facts are not known yet are not found.
  init(_ compiled: CompiledFilter, _ facts: ArenaFacts?, _ search: ItemSearch) {
    self.compiled = compiled
    self.facts = facts
    self.search = search
  }

  /// The rows that count as of the revision and pass, in order.
  ///
  /// Words are looked for in all texts at once; only the rows in which they stand are looked at further.
  func rows(in arena: inout ItemArena) throws -> [Int32] {
    var found: [Int32]?
    for clause in compiled.textClauses {
      let rows = try rows(of: clause, in: &arena)
      found = found.map { ArenaFilter.common($0, rows) } ?? rows
    }
    for clause in compiled.rest {
      guard let rows = try candidates(for: clause, in: &arena) else { continue }
      found = found.map { ArenaFilter.common($0, rows) } ?? rows
    }
    let asOf = search.asOf
    let known = facts?.facts.count ?? Int.max
    let tests = compiled.rest.map { clause in
      clause.terms.map { (test: test($0.test, arena), isNegated: $0.isNegated) }
    }
    let rows = arena.rows
    func passes(_ row: Int) -> Bool {
      rows[row].counts(asOf: asOf) && row < known
        && tests.allSatisfy { terms in terms.contains { $0.test(row) != $0.isNegated } }
    }
    if let found { return try kept(of: found, passes) }
    return try kept(of: Int32(0)..<Int32(rows.count), passes)
  }

  /// Looking for readings row by row takes seconds in a large store: it ends once nobody waits for it.
  private func kept(of rows: some Sequence<Int32>, _ passes: (Int) -> Bool) throws -> [Int32] {
    var kept: [Int32] = []
    for (count, row) in rows.enumerated() {
      if count.isMultiple(of: 1_024), !search.isWanted() { throw SearchAbandoned() }
      if passes(Int(row)) { kept.append(row) }
    }
    return kept
  }

  /// The rows with one of the words in their text or in the name of their pillar.
  private func rows(of clause: [CompiledFilter.TextNeedle], in arena: inout ItemArena) throws -> [Int32] {
    let named = Set(clause.flatMap(\.pillars))
    if clause.count == 1, named.isEmpty {
      return try arena.rows(containing: clause[0].needle, while: search.isWanted)
    }
    var isFound = [Bool](repeating: false, count: arena.rows.count)
    for word in clause {
      for row in try arena.rows(containing: word.needle, while: search.isWanted) { isFound[Int(row)] = true }
    }
    if !named.isEmpty {
      let codes = arena.pillars.names.map(named.contains)
      for (row, item) in arena.rows.enumerated() where item.pillar >= 0 && codes[Int(item.pillar)] {
        isFound[row] = true
      }
    }
    return isFound.indices.lazy.filter { isFound[$0] }.map(Int32.init)
  }

  /// The rows that a clause of words and readings may find, by what every hit of a reading holds.
  ///
  /// - Returns: `nil` for a clause that asks for something else, or for too much to be looked for word by word.
  private func candidates(for clause: FilterQuery.Clause, in arena: inout ItemArena) throws -> [Int32]? {
    var words: [CompiledFilter.TextNeedle] = []
    for term in clause.terms {
      guard case .reading(let test) = term.test, !term.isNegated else { return nil }
      let anchors = test.reading.anchors(atMost: 8)
      guard anchors.count <= ArenaFilter.mostAnchors else { return nil }
      words.append(compiled.textNeedle(test.needle, orReading: test.reading))
      words += anchors.map {
        CompiledFilter.TextNeedle(needle: Needle(String(decoding: $0, as: UTF8.self)), pillars: [])
      }
    }
    return try rows(of: words, in: &arena)
  }

  /// Each is one more pass over all texts.
  private static let mostAnchors = 40

  private static func common(_ left: [Int32], _ right: [Int32]) -> [Int32] {
    var place = 0
    return left.filter { row in
      while place < right.count, right[place] < row { place += 1 }
      return place < right.count && right[place] == row
    }
  }

  private func test(_ test: FilterTest, _ arena: ItemArena) -> Test {
    let rows = arena.rows
    switch test {
    case .text(let needle):
      let word = Array(needle.folded.utf8)
      let texts = arena.texts
      let named = names(arena.pillars, .pillar(.contains(needle)), or: false)
      return { texts.contains(word, row: $0) || named(rows[$0].pillar) }
    case .reading(let word):
      let texts = arena.texts
      let pillars = arena.pillars.names.map { name in
        compiled.pillar(name).names.contains { word.isFound(in: $0) }
      }
      return { row in
        texts.withText(of: row) { word.isFound(in: $0) }
          || rows[row].pillar >= 0 && pillars[Int(rows[row].pillar)]
      }
    case .id(let name):
      let keys = arena.keys
      return { row in
        let id = keys.withText(of: row) { String(decoding: $0.prefix { $0 != 0x0A }, as: UTF8.self) }
        return name.matches(text: TextFold.fold(id))
      }
    case .phase(let phase):
      let wanted = UInt8(phase?.rawValue ?? 0)
      return { rows[$0].phase == wanted }
    case .pillar(let name):
      let named = names(arena.pillars, test, or: name == .none)
      let legacy = names(arena.pillars, test, or: false)
      return { named(rows[$0].pillar) || legacy(rows[$0].legacyPillar) }
    case .plan(let name):
      let named = names(arena.frameworks, test, or: name == .none)
      return { named(rows[$0].framework) }
    case .department(let name):
      let named = names(arena.departments, test, or: name == .none)
      return { named(rows[$0].department) }
    case .fiscalYear: return { test.matches(FilterSubject(text: "", years: rows[$0].years)) }
    case .isDerived: return { rows[$0].isPhaseDerived }
    case .changed(let range): return { range.contains(Int(rows[$0].since)) }
    case .has, .attainment, .kpi, .due, .reviewed, .reviewOverdue, .reviewNone:
      let facts = facts?.facts ?? []
      return { row in
        let own = facts.isEmpty ? ArenaFacts.Fact() : facts[row]
        var traits = FilterTraits(rawValue: Int(rows[row].traits))
        if own.lastReview != nil { traits.insert(.review) }
        return test.matches(
          FilterSubject(
            text: "", attainment: own.attainment, isKPIOverdue: own.isKPIOverdue, nextDue: own.nextDue,
            lastReview: own.lastReview, traits: traits))
      }
    }
  }

  /// A test of codes: the names are asked once, the rows only look up.
  private func names(_ names: ArenaNames, _ test: FilterTest, or none: Bool) -> (Int32) -> Bool {
    let passes = names.names.map { name in
      switch test {
      case .pillar: test.matches(FilterSubject(text: "", pillar: compiled.pillar(name)))
      case .plan: test.matches(FilterSubject(text: "", plan: compiled.framework(name)))
      default: test.matches(FilterSubject(text: "", department: TextFold.fold(name)))
      }
    }
    return { $0 < 0 ? none : passes[Int($0)] }
  }
}
