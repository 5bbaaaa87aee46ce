import StrategyModel
import Synchronization

/// What every list and every filter needs the names of, as of one revision.
struct FrameworkRecords {
  var pillars: [Pillar]
  var plans: [Plan]
  /// In order of adoption.
  var strategies: [Strategy]
  var city: City
}

/// The city, pillars, plans and strategies of the revisions asked for last: every window and every filter needs their names.
///
/// They never go stale: what counted as of a revision does not change.
final class FrameworkMemory: Sendable {
  private let limit = 4
  private let known = Mutex<[(asOf: Int, frameworks: FrameworkRecords)]>([])

  fileprivate subscript(asOf: Int) -> FrameworkRecords? {
    known.withLock { known in known.first { $0.asOf == asOf }?.frameworks }
  }

  fileprivate func keep(_ frameworks: FrameworkRecords, asOf: Int) {
    known.withLock { known in
      known.append((asOf, frameworks))
      if known.count > limit { known.removeFirst() }
    }
  }

  func removeAll() { known.withLock { $0.removeAll() } }
}

extension LedgerView {
  func pillars() throws -> [Pillar] { try frameworkRecords().pillars }

  func plans() throws -> [Plan] { try frameworkRecords().plans }

  /// In order of adoption.
  func strategies() throws -> [Strategy] { try frameworkRecords().strategies }

  /// The city; a store that has none yet speaks of no city in particular.
  func city() throws -> City { try frameworkRecords().city }

  func frameworkRecords() throws -> FrameworkRecords {
    if let known = memory?[asOf] { return known }
    let read = FrameworkRecords(
      pillars: try values(Pillar.self, .pillar), plans: try values(Plan.self, .plan),
      strategies: try values(Strategy.self, .strategy).inOrderOfAdoption(by: \.adopted),
      city: try values(City.self, .city).first
        ?? City(id: "", name: "", headquarters: "ICT戦略本部", title: "", source: Source(nil)))
    memory?.keep(read, asOf: asOf)
    return read
  }
}
