/// Where the rows of a JSON file begin, and the keys that they have.
struct JSONRows {
  let text: DecodedText
  private(set) var offsets: [UInt32] = []
  /// The keys of all rows, each once, as they come.
  private(set) var keys: [String] = []
  /// Where values stand that are no rows.
  private(set) var strays: [Int] = []
  private(set) var strayCount = 0
  private var known: Set<String> = []
  private var released: Released

  init(_ text: DecodedText) {
    self.text = text
    released = Released(text.bytes)
  }

  var count: Int { offsets.count }

  var beginsWithObject: Bool { offsets.first.map { first in strays.first.map { $0 > Int(first) } ?? true } ?? false }

  /// - Parameter keys: `nil` for a value that is no object.
  mutating func add(at offset: Int, _ keys: [String]?) throws(FormFault) {
    guard let keys else {
      strayCount += 1
      if strays.count < ImportLimits.reportedFaults { strays.append(offset) }
      return
    }
    offsets.append(UInt32(offset))
    guard offsets.count <= ImportLimits.rows else {
      throw FormFault(offset: offset, message: ImportWording.tooManyRows)
    }
    for key in keys where known.insert(key).inserted { self.keys.append(key) }
    guard self.keys.count <= ImportLimits.columns else {
      throw FormFault(offset: offset, message: ImportWording.tooManyColumns)
    }
  }

  /// The row, which was found to be whole before.
  func node(_ place: Int) throws(FormFault) -> JSONNode {
    var reader = JSONReading(text, at: Int(offsets[place]))
    return try reader.record()
  }

  /// Lets go of what was read, now and then.
  mutating func letGo(before offset: Int) { released.letGo(before: offset) }
}
