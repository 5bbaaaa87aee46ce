import StrategyModel
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
  /// Versions that the head has, read or not.
  private(set) var expected: Int
  private(set) var isComplete = false
  private(set) var rows: [ArenaRow] = []
  /// Folded text fields, as ``FilterSubject/text``.
  private(set) var texts = TextArena()
  /// The id of each row, a newline, and the key by which titles are sorted.
  private(set) var keys = TextArena(blockSize: 1 << 20)
  var pillars = ArenaNames()
  var frameworks = ArenaNames()
  var departments = ArenaNames()
  /// By sort; made when first asked for, and again after rows came.
  var ranks: [ItemSort: [UInt32]] = [:]
  var facts: (key: FactsKey, facts: [ArenaFacts])?
  private var scans: [Scan] = []

  /// What facts hold for.
  struct FactsKey: Equatable, Sendable {
    var asOf: Int
    var today: CivilDate
    var kpis: Bool
    var reviews: Bool
  }

  /// The rows, of all that were there, in whose text a needle stands.
  private struct Scan: Sendable {
    var needle: [UInt8]
    var rows: [Int32]
    var searched: Int
  }

  init(head: Int, headHash: String, expected: Int) {
    self.head = head
    self.headHash = headHash
    self.expected = expected
  }

  /// The share of the versions that were read, from 0 to 1.
  var share: Double { isComplete || expected == 0 ? 1 : Double(rows.count) / Double(expected) }

  mutating func append(_ row: ArenaRow, text: some Collection<UInt8>, key: some Collection<UInt8>) {
    rows.append(row)
    texts.append(text)
    keys.append(key)
  }

  mutating func finish() {
    isComplete = true
    expected = rows.count
  }

  /// Takes a later revision as its head. Its versions are read next.
  mutating func advance(to head: Int, hash: String, expected: Int, closed: [(version: Int, until: Int)]) {
    self.head = head
    self.expected = expected
    headHash = hash
    isComplete = false
    facts = nil
    ranks = [:]
    for (version, until) in closed {
      if let row = row(ofVersion: version) { rows[row].until = Int32(until) }
    }
  }

  func row(ofVersion version: Int) -> Int? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].version < version { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].version == version ? low : nil
  }

  /// The rows in whose text the needle stands, in order.
  ///
  /// A scan is kept. A longer needle only looks at the rows that a shorter one within it had found, and rows that came
  /// since are looked at alone.
  mutating func rows(containing needle: Needle) -> [Int32] {
    let bytes = Array(needle.folded.utf8)
    if let place = scans.firstIndex(where: { $0.needle == bytes }) {
      var known = scans.remove(at: place)
      known.rows += texts.rows(containing: bytes, from: known.searched)
      known.searched = texts.count
      scans.append(known)
      return known.rows
    }
    var found: [Int32]
    let shorter = scans.filter { bytes.count > $0.needle.count && contains(bytes, $0.needle) }
    if let best = shorter.min(by: { $0.rows.count < $1.rows.count }), best.rows.count < texts.count / 8 {
      found = best.rows.filter { texts.contains(bytes, row: Int($0)) }
      found += texts.rows(containing: bytes, from: best.searched)
    } else {
      found = texts.rows(containing: bytes)
    }
    scans.append(Scan(needle: bytes, rows: found, searched: texts.count))
    if scans.count > 8 { scans.removeFirst() }
    return found
  }

  private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    text.indices.contains { text[$0...].starts(with: part) }
  }
}
