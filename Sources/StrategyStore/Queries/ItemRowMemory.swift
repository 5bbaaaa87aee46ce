import StrategyModel
import Synchronization

/// The rows of lists that were read last: turning a page back, or on to what was read ahead, reads nothing.
///
/// What counted as of a revision does not change, so rows go stale with another revision or day alone.
final class ItemRowMemory: Sendable {
  private struct Kept {
    var asOf: Int
    var today: CivilDate
    /// The rows used last, and those before them: when the first are many, the second are forgotten.
    var young: [Int: ItemRow] = [:]
    var old: [Int: ItemRow] = [:]

    mutating func use(_ version: Int) -> ItemRow? {
      if let row = young[version] { return row }
      guard let row = old[version] else { return nil }
      young[version] = row
      return row
    }

    /// - Returns: whether the row is kept.
    mutating func renew(_ version: Int) -> Bool { young.index(forKey: version) != nil || use(version) != nil }
  }

  /// Some 0.4 KB each.
  private let most = 1_000
  private let kept = Mutex<Kept?>(nil)

  /// Longer windows, as a text of the whole list reads them, would only take the place of others.
  var mostAtOnce: Int { most / 2 }

  /// The rows in the order of their versions; `nil` when one is not kept.
  func all(of versions: [Int], asOf: Int, today: CivilDate) -> [ItemRow]? {
    kept.withLock { kept in
      guard kept?.asOf == asOf, kept?.today == today else { return nil }
      var found: [ItemRow] = []
      found.reserveCapacity(versions.count)
      for version in versions {
        guard let row = kept?.use(version) else { return nil }
        found.append(row)
      }
      return found
    }
  }

  /// Those whose rows are not kept; the others are kept for longer.
  func missing(of versions: [Int], asOf: Int, today: CivilDate) -> [Int] {
    kept.withLock { kept in
      guard kept?.asOf == asOf, kept?.today == today else { return versions }
      return versions.filter { kept?.renew($0) == false }
    }
  }

  func keep(_ rows: [Int: ItemRow], asOf: Int, today: CivilDate) {
    kept.withLock { kept in
      var next = kept ?? Kept(asOf: asOf, today: today)
      kept = nil
      if next.asOf != asOf || next.today != today { next = Kept(asOf: asOf, today: today) }
      if next.young.count + rows.count > most {
        next.old = next.young
        next.young = [:]
      }
      next.young.merge(rows) { $1 }
      kept = next
    }
  }

  func removeAll() { kept.withLock { $0 = nil } }
}
