/// Lines in one run of bytes: a long list has a line an item, and a string for each would cost more than its digest.
struct LineBytes {
  private var bytes: [UInt8] = []
  /// Behind each line's newline.
  private var ends: [Int] = []
  private var isFirst = true

  /// Gives each line with its newline.
  func forEach(_ body: (UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { all in
      var start = 0
      for end in ends {
        body(UnsafeRawBufferPointer(rebasing: all[start..<end]))
        start = end
      }
    }
  }

  /// A name, a tab and JSON.
  mutating func add(_ name: String, json: some Sequence<UInt8>) {
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: "\t"))
    bytes.append(contentsOf: json)
    endLine()
  }

  /// A name, a tab and a JSON array of the texts that are added.
  mutating func begin(_ name: String) {
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: "\t"))
    bytes.append(UInt8(ascii: "["))
    isFirst = true
  }

  mutating func add(_ field: String?) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    if let field { JSONValue.quote(field, to: &bytes) } else { bytes.append(contentsOf: "null".utf8) }
  }

  mutating func end() {
    bytes.append(UInt8(ascii: "]"))
    endLine()
  }

  private mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    ends.append(bytes.count)
  }
}
