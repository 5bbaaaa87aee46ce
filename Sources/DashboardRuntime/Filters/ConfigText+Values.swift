import Yams

/// Single values at the top of the file: `theme: light`.
extension ConfigText {
  /// - Returns: the value and its line, 1 for the first; `nil` where the key does not stand or has no single value.
  func value(_ key: String) throws(Fault) -> (text: String, line: Int?)? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.value.scalar else { throw .notUnderstood(line: node.key.mark?.line) }
    return scalar.string.isEmpty ? nil : (scalar.string, node.key.mark?.line)
  }

  /// The text with one value set; of the other lines none is changed.
  func setting(_ key: String, to value: String) throws(Fault) -> String {
    var edit = ConfigEdit(text)
    let entry = "\(key): \(value)"
    if let place = root.firstIndex(where: { $0.key.scalar?.string == key }) {
      guard let own = ConfigText.place(of: root[place].key) else { throw .cannotEdit }
      edit.replace(own, before: root.dropFirst(place + 1).first.flatMap { ConfigText.place(of: $0.key) }, with: entry)
    } else {
      edit.append([entry])
    }
    // Whatever form the file has: a change is only taken when all else says what it said.
    do throws(Fault) {
      let result = try ConfigText(edit.text)
      guard try result.value(key)?.text == value, result.hasSame(as: self, but: key) else { throw Fault.cannotEdit }
    } catch {
      throw .cannotEdit
    }
    return edit.text
  }

  private static func place(of key: Node) -> ConfigEdit.Place? {
    key.mark.map { ConfigEdit.Place(line: $0.line - 1, column: $0.column - 1) }
  }
}
