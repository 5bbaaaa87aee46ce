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
  }

  /// Some 0.4 KB each.
  private let most = 1_000
  private let kept = Mutex<Kept?>(nil)

  /// Longer windows, as a text of the whole list reads them, would only take the place of others.
  var mostAtOnce: Int { most / 2 }

  func rows(of versions: [Int], asOf: Int, today: CivilDate) -> [Int: ItemRow] {
    kept.withLock { kept in
      guard kept?.asOf == asOf, kept?.today == today else { return [:] }
      var found: [Int: ItemRow] = [:]
      for version in versions {
        if let row = kept?.young[version] {
          found[version] = row
        } else if let row = kept?.old[version] {
          found[version] = row
          kept?.young[version] = row
        }
      }
      return found
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
