import StrategyModel

/// Which row was the first of each key, over all files.
struct SeenRows {
  struct Row {
    var id: String
    var file: String
    var line: Int
  }

  private var keys = KeyTable()
  private var lines: [UInt32] = []
  private var files: [UInt16] = []
  private var names: [String] = []
  /// Ids that are written otherwise than their key.
  private var ids: [Int: String] = [:]

  /// - Returns: the row that had the key before; the new one is then not taken.
  mutating func take(_ row: Row, as key: RecordKey) -> Row? {
    let (ordinal, isNew) = keys.insert(key)
    guard isNew else {
      return Row(
        id: ids[ordinal] ?? keys.key(ordinal).id, file: names[Int(files[ordinal])], line: Int(lines[ordinal]))
    }
    if names.last != row.file { names.append(row.file) }
    lines.append(UInt32(truncatingIfNeeded: row.line))
    files.append(UInt16(truncatingIfNeeded: names.count - 1))
    if !key.id.utf8.elementsEqual(row.id.utf8) { ids[ordinal] = row.id }
    return nil
  }
}
