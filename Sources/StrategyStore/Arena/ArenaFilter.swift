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
      var rows: [Int32] = []
      for word in clause { rows = RowSet.union(rows, try self.rows(holding: word, in: &arena)) }
      found = found.map { RowSet.intersection($0, rows) } ?? rows
    }
    var rest: [FilterQuery.Clause] = []
    for clause in compiled.rest {
      if let rows = try rows(ofWords: clause, in: &arena) {
        found = found.map { RowSet.intersection($0, rows) } ?? rows
      } else {
        rest.append(clause)
      }
    }
    return try kept(of: found, passing: rest, in: arena)
  }

  /// Of some rows, or of all, those that count as of the revision and pass.
  private func kept(of found: [Int32]?, passing clauses: [FilterQuery.Clause], in arena: ItemArena) throws -> [Int32] {
    let asOf = Int32(clamping: search.asOf)
    if clauses.isEmpty, facts == nil, arena.allCount(asOf: asOf) {
      return found ?? Array(0..<Int32(arena.rows.count))
    }
    let known = Int32(clamping: facts?.facts.count ?? Int.max)
    let tests = clauses.map { clause in
      clause.terms.map { (test: test($0.test, arena), isNegated: $0.isNegated) }
    }
    return try arena.rows.withUnsafeBufferPointer { rows in
      let count = found?.count ?? rows.count
      return try [Int32](unsafeUninitializedCapacity: count) { kept, keptCount in
        for place in 0..<count {
          // A test of each row takes long in a large store: it ends once nobody waits for it any more.
          if !tests.isEmpty, place.isMultiple(of: 1_024), !search.isWanted() { throw SearchAbandoned() }
          let row = found?[place] ?? Int32(place)
          guard rows[Int(row)].counts(asOf: asOf), row < known,
            tests.allSatisfy({ terms in terms.contains { $0.test(Int(row)) != $0.isNegated } })
          else { continue }
          kept.initializeElement(at: keptCount, to: row)
          keptCount += 1
        }
      }
    }
  }

  /// The rows with a word in their text or in the name of their pillar.
  private func rows(holding word: CompiledFilter.TextNeedle, in arena: inout ItemArena) throws -> [Int32] {
    let text = try arena.rows(holding: .text(Array(word.needle.folded.utf8)), while: search.isWanted)
    return word.pillars.isEmpty ? text : union(text, rowsOf: Set(word.pillars), in: arena)
  }

  /// Rows in order, together with those of some pillars: in one pass, for a pillar may have most of all rows.
  private func union(_ found: [Int32], rowsOf pillars: Set<String>, in arena: ItemArena) -> [Int32] {
    // A row's code is one less than its place here.
    let isNamed = [false] + arena.pillars.names.map(pillars.contains)
    return arena.rows.withUnsafeBufferPointer { rows in
      [Int32](unsafeUninitializedCapacity: rows.count) { buffer, count in
        var next = 0
        for row in rows.indices {
          let isFound = next < found.count && found[next] == row
          if isFound { next += 1 }
          guard isFound || isNamed[Int(rows[row].pillar) + 1] else { continue }
          buffer.initializeElement(at: count, to: Int32(truncatingIfNeeded: row))
          count += 1
        }
      }
    }
  }

  /// The rows that a clause of words and readings finds.
  ///
  /// - Returns: `nil` for a clause that asks for something else.
  private func rows(ofWords clause: FilterQuery.Clause, in arena: inout ItemArena) throws -> [Int32]? {
    var found: [Int32] = []
    for term in clause.terms {
      guard !term.isNegated else { return nil }
      switch term.test {
      case .text(let needle): found = RowSet.union(found, try rows(holding: compiled.textNeedle(needle), in: &arena))
      case .reading(let test):
        let kana = test.reading.kana
        found = RowSet.union(
          found, try rows(holding: compiled.textNeedle(test.needle, orReading: test.reading), in: &arena))
        found = RowSet.union(
          found, try arena.rows(ofReading: test.reading.words, kana, while: search.isWanted))
      default: return nil
      }
    }
    return found
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
        let id = keys.withKeys(of: row) { id, _ in String(decoding: id, as: UTF8.self) }
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
    case .changed(let range):
      return { compiled.isChanged(range, version: Int(rows[$0].version), since: Int(rows[$0].since)) }
    case .has, .attainment, .kpi, .due, .reviewed, .reviewOverdue, .reviewNone:
      let facts = facts?.facts ?? []
      return { row in
        let own = facts.isEmpty ? ArenaFacts.Fact() : facts[row]
        var traits = FilterTraits(rawValue: Int(rows[row].traits))
        if own.lastReview != nil { traits.insert(.review) }
        return test.matches(
          FilterSubject(
            text: "", attainment: own.attainment, isKPIOverdue: own.isKPIOverdue,
            isKPIBehind: own.isKPIBehind, nextDue: own.nextDue,
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
