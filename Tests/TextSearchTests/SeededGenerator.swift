/// SplitMix64: the same texts in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Japanese of every width with marks, selectors, joiners and jamo in between.
  mutating func text(length: ClosedRange<Int>) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x3041...0x3096, 0x3099...0x309E, 0x30A1...0x30FF, 0xFF01...0xFF9F, 0x4E00...0x4E7F, 0xFE00...0xFE0F,
      0x200B...0x2015, 0x1100...0x1112, 0x1161...0x1175, 0xFFA1...0xFFDC, 0x300...0x345, 0x41...0x5A, 0x3300...0x33FF,
      0xC0...0x24F, 0xE0100...0xE0102, 0x1F1E6...0x1F1FF, 0xAC00...0xAC20,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: length, using: &self) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { text.append(scalar) }
    }
    return String(text)
  }
}
