import StrategyModel
import TextSearch

/// What the files have said so far, over what the store has.
final class ImportWorkspace {
  let options: ImportOptions
  private(set) var strategies: [Strategy]
  private(set) var pillars: [Pillar]
  private(set) var bodies: [MeetingBody]
  /// Ids of pillars, by how rows have named them.
  var pillarIDs: [String: String] = [:]
  /// Ids of the pillars that the store has.
  private let frameworkPillars: [String]
  let storeHasStrategies: Bool
  let storeHasBodies: Bool
  /// Ids of the store that a row may name.
  let knownIDs: [RecordKind: [String]]
  private let gathering = ChangeGathering()
  /// Sentences worth saying that belong to no file.
  var warnings: [String] = []
  private var retired: Set<RecordKey> = []
  /// The pillars that this import retires, in its order.
  private(set) var retiredPillars: [String] = []
  private var seen = SeenRows()
  private var nearest: [String: String?] = [:]
  /// The store's records that the rows at hand name, and what belongs to them.
  private var stored: [RecordKey: Record] = [:]
  private var storedMeasurements: [String: [Measurement]] = [:]
  private var storedReviews: [String: [Review]] = [:]
  /// What this import has put, by item: only where another table may speak of the same item.
  private let keepsPut: Bool
  private var putMeasurements: [String: [Measurement]] = [:]
  private var putReviews: [String: [Review]] = [:]

  init(
    options: ImportOptions, kinds: Set<ImportKind>, frameworks: [Record], knownIDs: [RecordKind: [String]]
  ) {
    self.options = options
    keepsPut = kinds.contains(.measurements) || kinds.contains(.reviews)
    self.knownIDs = knownIDs
    strategies = frameworks.compactMap { if case .strategy(let value) = $0 { value } else { nil } }
    pillars = frameworks.compactMap { if case .pillar(let value) = $0 { value } else { nil } }
    bodies = frameworks.compactMap { if case .body(let value) = $0 { value } else { nil } }
    frameworkPillars = pillars.map(\.id)
    storeHasStrategies = !strategies.isEmpty
    storeHasBodies = !bodies.isEmpty
    stored = Dictionary(frameworks.map { ($0.key, $0) }) { first, _ in first }
  }

  // MARK: Records

  /// Takes what the store has for the next rows, in place of what it had for the last ones.
  func remember(_ records: [Record], measurements: [Measurement], reviews: [Review]) {
    stored = Dictionary(records.map { ($0.key, $0) }) { first, _ in first }
    storedMeasurements = Dictionary(grouping: measurements, by: \.item)
    storedReviews = Dictionary(grouping: reviews, by: \.item)
  }

  func record(_ key: RecordKey) -> Record? {
    guard gathering.holds(key) else { return stored[key] }
    do {
      return try gathering.record(key)
    } catch {
      preconditionFailure("\(key) was written and cannot be read: \(error)")
    }
  }

  func item(_ id: String) -> ActionItem? {
    if case .item(let item)? = record(RecordKey(.item, id)) { item } else { nil }
  }

  func put(_ record: Record) {
    gathering.add(.put(record))
    switch record {
    case .measurement where !keepsPut, .review where !keepsPut: break
    case .measurement(let value):
      putMeasurements[value.item, default: []].removeAll { $0.id == value.id }
      putMeasurements[value.item, default: []].append(value)
    case .review(let value):
      putReviews[value.item, default: []].removeAll { $0.id == value.id }
      putReviews[value.item, default: []].append(value)
    case .pillar(let value):
      pillarIDs = [:]
      pillars = pillars.filter { $0.id != value.id } + [value]
    case .strategy(let value):
      pillarIDs = [:]
      strategies = strategies.filter { $0.id != value.id } + [value]
    case .body(let value): bodies = bodies.filter { $0.id != value.id } + [value]
    default: break
    }
  }

  func isPut(_ key: RecordKey) -> Bool { gathering.holds(key) && !retired.contains(key) }

  /// All that the files ask for; nothing more is put.
  func finish() -> ChangeSet { gathering.finish() }

  func isStored(_ id: String, _ kind: RecordKind) -> Bool {
    kind == .item ? knownItems.contains(id) : true
  }

  /// The record no longer counts, for later rows of this import neither.
  func retire(_ key: RecordKey) {
    gathering.add(.retire(key))
    retired.insert(key)
    guard key.kind == .pillar else { return }
    retiredPillars.append(key.id)
    pillarIDs = [:]
    pillars.removeAll { $0.id == key.id }
  }

  /// The item as it will be: `nil` when it will not count.
  func outcome(of item: ActionItem) -> ActionItem? {
    let key = RecordKey(.item, item.id)
    if retired.contains(key) { return nil }
    if gathering.holds(key), case .item(let put)? = record(key) { return put }
    return item
  }

  func measurements(of kpi: KPI, in item: String) -> [Measurement] {
    let put = putMeasurements[item] ?? []
    let kept = (storedMeasurements[item] ?? []).filter { old in !put.contains { $0.id == old.id } }
    return (kept + put).filter { $0.kpi == kpi.id }
  }

  func reviews(of item: String) -> [Review] {
    let put = putReviews[item] ?? []
    return (storedReviews[item] ?? []).filter { old in !put.contains { $0.id == old.id } } + put
  }

  // MARK: Names

  /// Whether this is the first row of its key; a second one is a fault that names the first.
  func isFirst(_ key: String, of kind: ImportKind, row: RowReader, field: Field) -> Bool {
    let line = row.log.text.line(of: row.row.offset)
    let here = SeenRows.Row(id: key, file: row.log.file, line: line)
    let folded = RecordKey(kind.recordKind ?? .item, Folding.key(key))
    guard let earlier = seen.take(here, as: folded) else { return true }
    let file = earlier.file == here.file ? "" : earlier.file + " "
    row.fault(field, ImportWording.duplicate(key, at: "\(file)\(earlier.line)行目", earlier: earlier.id, kind: kind))
    return false
  }

  /// The known name nearest to a wrong one.
  func nearest(to text: String, kind: RecordKind, among names: @autoclosure () -> [String]) -> String? {
    let key = "\(kind.rawValue) \(text)"
    if let known = nearest[key] { return known }
    guard nearest.count < ImportLimits.reportedFaults else { return nil }
    let found = NearestName.of(text, among: names())
    nearest[key] = .some(found)
    return found
  }

  func nearestItem(to id: String) -> String? {
    nearest(to: id, kind: .item, among: itemIDs)
  }

  /// Every id that an update may be related to.
  var allIDs: [String] {
    knownIDs.values.flatMap { $0 } + (0..<gathering.keys.count).map { gathering.keys.key($0).id }
  }

  func isItem(_ id: String) -> Bool {
    let key = RecordKey(.item, id)
    return !retired.contains(key) && (gathering.holds(key) || knownItems.contains(id))
  }

  private lazy var knownItems = Set(knownIDs[.item] ?? [])

  func isKnown(_ id: String) -> Bool {
    knownSet.contains(id) || RecordKind.allCases.contains { isPut(RecordKey($0, id)) }
  }

  private lazy var knownSet = Set(knownIDs.values.flatMap { $0 })

  /// Ids of the store by their folded form, for each kind that was asked for.
  private var foldedIDs: [RecordKind: [String: String]] = [:]

  /// Whether an id that the store does not have differs from all that it has by more than width and case.
  func isApart(_ id: String, _ kind: RecordKind, row: RowReader) -> Bool {
    if foldedIDs[kind] == nil {
      let ids = kind == .pillar ? frameworkPillars : knownIDs[kind] ?? []
      foldedIDs[kind] = Dictionary(ids.map { (Folding.key($0), $0) }) { first, _ in first }
    }
    guard let folded = foldedIDs[kind], !folded.isEmpty, let known = folded[Folding.key(id)] else { return true }
    row.fault(.id, ImportWording.nearlyKnown(id, known: known, kind: kind))
    return false
  }

  var itemIDs: [String] {
    (knownIDs[.item] ?? [])
      + (0..<gathering.keys.count).map(gathering.keys.key).filter { $0.kind == .item && isPut($0) }.map(\.id)
  }

  /// The strategy in force, else the one adopted last.
  var strategyInForce: Strategy? {
    strategies.filter { $0.status == .inForce }.max(by: ImportWorkspace.isAdoptedEarlier)
      ?? strategies.max(by: ImportWorkspace.isAdoptedEarlier)
  }

  private static func isAdoptedEarlier(_ left: Strategy, _ right: Strategy) -> Bool {
    (left.adopted?.lastDay?.dayNumber ?? Int.min, left.id) < (right.adopted?.lastDay?.dayNumber ?? Int.min, right.id)
  }
}
