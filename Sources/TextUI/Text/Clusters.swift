/// One grapheme cluster of a text and the cells it takes.
struct Cluster {
  /// UTF-8 bytes before it.
  var offset: Int
  var width: Int
  /// The scalar that is the whole cluster and is drawn as it is, if it is that simple.
  var single: Unicode.Scalar?
}

/// The clusters of a text with their widths.
///
/// Most of what we measure and draw is scalars that never join their neighbours; finding their boundaries by the
/// rules of grapheme clusters takes longer than all the rest of drawing. Scalars are decoded one after another and
/// places counted in bytes: each index into a string would be checked anew.
struct Clusters: Sequence, IteratorProtocol {
  private let text: String
  private let policy: WidthPolicy
  private var scalars: String.UnicodeScalarView.Iterator
  /// The next scalar, and whether it stands alone.
  private var scalar: Unicode.Scalar?
  private var isAlone = false
  private var offset = 0

  init(_ text: String, _ policy: WidthPolicy) {
    self.text = text
    self.policy = policy
    scalars = text.unicodeScalars.makeIterator()
    advance()
  }

  mutating func next() -> Cluster? {
    guard let first = scalar else { return nil }
    let start = offset
    guard isAlone else { return character(at: start) }
    advance()
    guard scalar == nil || isAlone else { return character(at: start, isBehindFirst: true) }
    offset += UTF8.width(first)
    return Cluster(offset: start, width: policy.width(of: ScalarKind(first)), single: first)
  }

  private mutating func advance() {
    scalar = scalars.next()
    isAlone = scalar.map(Self.standsAlone) ?? false
  }

  /// A cluster by the rules of Unicode.
  ///
  /// - Parameter isBehindFirst: its first scalar was already passed.
  private mutating func character(at start: Int, isBehindFirst: Bool = false) -> Cluster {
    let character = text[text.utf8.index(text.startIndex, offsetBy: start)]
    offset = start + character.utf8.count
    for _ in 0..<(character.unicodeScalars.count - (isBehindFirst ? 1 : 0)) { advance() }
    return Cluster(offset: start, width: policy.width(of: character), single: nil)
  }

  /// Whether a scalar neither joins one that stands alone too nor lets it join.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x2010...0x2027, 0x2030...0x203B, 0x2190...0x21FF, 0x2460...0x25FF, 0x3000...0x3029,
      0x3031...0x303C, 0x3041...0x3096, 0x309B...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAD9, 0xFF01...0xFF9D:
      true
    default:
      false
    }
  }
}
