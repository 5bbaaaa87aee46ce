/// One grapheme cluster of a text and the cells it takes.
struct Cluster {
  var range: Range<String.Index>
  var width: Int
  /// The scalar that is the whole cluster and is drawn as it is, if it is that simple.
  var single: Unicode.Scalar?
}

/// The clusters of a text with their widths.
///
/// Most of what we measure and draw is scalars that never join their neighbours; finding their boundaries by the
/// rules of grapheme clusters takes longer than all the rest of drawing.
struct Clusters: Sequence, IteratorProtocol {
  private let text: String
  private let policy: WidthPolicy
  private var index: String.Index

  init(_ text: String, _ policy: WidthPolicy) {
    self.text = text
    self.policy = policy
    index = text.startIndex
  }

  mutating func next() -> Cluster? {
    guard index < text.endIndex else { return nil }
    let start = index
    let scalars = text.unicodeScalars
    let scalar = scalars[start]
    if Self.standsAlone(scalar) {
      let following = scalars.index(after: start)
      if following == scalars.endIndex || Self.standsAlone(scalars[following]) {
        index = following
        return Cluster(range: start..<following, width: policy.width(of: ScalarKind(scalar)), single: scalar)
      }
    }
    let character = text[start]
    index = text.index(after: start)
    return Cluster(range: start..<index, width: policy.width(of: character), single: nil)
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
