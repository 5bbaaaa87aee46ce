import StrategyModel
import Synchronization
import TextSearch

/// The items of a large store in memory, in the form in which they are filtered and sorted.
///
/// It holds all versions up to its head, so any revision can be asked for. It is filled in short reads, oldest version
/// first; a later revision adds its versions and closes those that it replaced.
struct ItemArena: Sendable {
  /// The revision up to which the versions are, or will be once all are read.
  private(set) var head: Int
  /// The head's hash: another one means another store in the file's place.
  private(set) var headHash: String
  /// The number of the head's last version.
  private(set) var lastVersion: Int
  private(set) var isComplete = false
  private(set) var rows: [ArenaRow] = []
  /// The latest revision in which a row entered.
  private var latestSince = Int32.min
  private var holdsReplaced = false
  /// Whether each row entered after the one before it.
  private(set) var isInOrderOfEntry = true
  /// Folded text fields, as ``FilterSubject/text``.
  private(set) var texts = TextArena()
  private var rowKeys = RowKeys()
  var pillars = ArenaNames()
  var frameworks = ArenaNames()
  var departments = ArenaNames()
  /// Of the latest revision, and of the last other one that was asked for.
  var facts: [ArenaFacts] = []
  private var byID = RowOrder(by: .id)
  private var byTitle = RowOrder(by: .title)
  private var scans = ArenaScans()

  /// Tells this arena from another that takes its place.
  let serial: Int

  private static let serials = Atomic(0)

  init(head: Int, headHash: String, lastVersion: Int) {
    serial = ItemArena.serials.wrappingAdd(1, ordering: .relaxed).newValue
    self.head = head
    self.headHash = headHash
    self.lastVersion = lastVersion
  }

  /// The share of the versions that were read, from 0 to 1.
  var share: Double {
    isComplete || lastVersion == 0 ? 1 : Double(lastRead) / Double(lastVersion + 1)
  }

  /// - Parameters:
  ///   - text: see ``texts``.
  ///   - key: the id, a newline, and the key by which titles are sorted.
  mutating func append(_ row: ArenaRow, text: UnsafeBufferPointer<UInt8>, key: UnsafeBufferPointer<UInt8>) {
    if let last = rows.last, last.entered >= row.entered { isInOrderOfEntry = false }
    latestSince = max(latestSince, row.since)
    if row.until != Int32.max { holdsReplaced = true }
    rows.append(row)
    texts.append(text)
    rowKeys.append(key, text: text)
  }

  /// Whether every row counts as of a revision: then none need be looked at.
  func allCount(asOf revision: Int32) -> Bool { latestSince <= revision && !holdsReplaced }

  /// By what rows are told and sorted.
  var keys: ArenaKeys { ArenaKeys(keys: rowKeys, texts: texts) }

  mutating func finish() { isComplete = true }

  /// Takes a later revision as its head. Its versions are read next.
  mutating func advance(
    to head: Int, hash: String, lastVersion: Int, closed: [(version: Int, until: Int)], staleFacts: [Int]
  ) {
    for place in facts.indices where facts[place].key.asOf == self.head {
      facts[place].advance(to: head, stale: staleFacts)
    }
    self.head = head
    self.lastVersion = lastVersion
    headHash = hash
    isComplete = false
    if !closed.isEmpty { holdsReplaced = true }
    for (version, until) in closed {
      if let row = row(ofVersion: version) { rows[row].until = Int32(until) }
    }
  }

  func row(ofVersion version: Int) -> Int? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle].version) < version { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && Int(rows[low].version) == version ? low : nil
  }

  /// The number of the last version that was read.
  var lastRead: Int { rows.last.map { Int($0.version) } ?? 0 }

  /// What is known of the facts as of a revision and a day. The first time, that they are wanted is noted.
  mutating func facts(for key: ArenaFacts.Key) -> ArenaFacts {
    if let known = facts.first(where: { $0.key == key }) { return known }
    facts.removeAll { $0.key.today != key.today }
    // Those of the latest revision are needed again; of others the last.
    facts.removeAll { $0.key.asOf != head }
    let none = ArenaFacts(key)
    facts.append(none)
    return none
  }

  /// Those of the nearest revision from which the facts for a key, which are not known yet, can be made.
  func neighbour(of key: ArenaFacts.Key) -> ArenaFacts? {
    guard !facts.contains(where: { $0.key == key }) else { return nil }
    return facts.filter { $0.key.today == key.today && $0.isComplete(rows.count) }
      .min { abs($0.key.asOf - key.asOf) < abs($1.key.asOf - key.asOf) }
  }

  /// Keeps facts in the place of those of any other revision but the latest.
  mutating func keep(_ made: ArenaFacts) {
    facts.removeAll { $0.key.today != made.key.today || $0.key.asOf != head }
    facts.append(made)
  }

  /// Whether the first list in an order would have to wait for it.
  var needsOrders: Bool { isComplete && byTitle.rows.isEmpty && !rows.isEmpty }

  /// Takes orders of its rows, or of the first of them, that were made meanwhile.
  mutating func take(_ orders: [RowOrder]) {
    for order in orders {
      switch order.key {
      case .id: if byID.rows.isEmpty { byID = order }
      case .title: if byTitle.rows.isEmpty { byTitle = order }
      }
    }
  }

  /// An order of all rows, which is kept.
  mutating func order(by key: RowOrder.Key) -> RowOrder {
    switch key {
    case .id:
      byID.take(rowsThrough: rows.count, keys: keys)
      return byID
    case .title:
      byTitle.take(rowsThrough: rows.count, keys: keys)
      return byTitle
    }
  }

  /// The rows in whose text something stands, in order.
  ///
  /// - Throws: ``SearchAbandoned`` once nobody waits for it any more.
  mutating func rows(holding target: ArenaScans.Target, while isWanted: @escaping SearchPatience) throws -> [Int32] {
    try scans.rows(holding: target, in: texts, while: isWanted)
  }

  /// The rows in which a romaji word is read.
  ///
  /// - Parameter words: folded, that the dictionary gives for it.
  mutating func rows(
    ofReading words: [String], _ kana: RomajiNeedle, while isWanted: @escaping SearchPatience
  ) throws -> [Int32] {
    try scans.rows(ofReading: words, kana, in: texts, while: isWanted)
  }
}
