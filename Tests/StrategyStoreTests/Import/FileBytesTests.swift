import Testing

@testable import StrategyStore

@Suite("The bytes of a file")
struct FileBytesTests {
  @Test("They are the same in memory and in a file", arguments: [0, 1 << 20])
  func same(memoryLimit: Int) throws {
    let text = (0..<3_000).map { "g\($0),窓口の\($0)番\r\n" }.joined()
    let plain = Array(text.utf8)
    let storage = SpoolStorage(memoryLimit: memoryLimit)
    for start in stride(from: 0, to: plain.count, by: 5_000) {
      try storage.append(plain[start..<min(start + 5_000, plain.count)])
    }
    try storage.seal()
    #expect(storage.isFile == (memoryLimit == 0))
    let bytes = FileBytes(storage)
    #expect(bytes == FileBytes(plain))
    #expect(!bytes.without(first: 3).without(first: 10).part(0..<2).isEmpty)
    #expect(bytes.firstIndex(of: 0x0A, from: 50) == plain[50...].firstIndex(of: 0x0A))
    #expect(!bytes.contains(0) && FileBytes([1, 0]).contains(0) && !FileBytes([]).contains(0))
    let before = try TextDecoding.decode(bytes)
    bytes.forget()
    #expect(try before.position(of: plain.count - 4) == TextDecoding.decode(plain).position(of: plain.count - 4))
    var reader = CSVReading(before)
    var rows = 0
    while let cells = try reader.next() {
      #expect(cells.map(\.text) == ["g\(rows)", "窓口の\(rows)番"])
      rows += 1
    }
    #expect(rows == 3_000)
  }
}
