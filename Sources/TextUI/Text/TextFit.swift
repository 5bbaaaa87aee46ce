/// Where text stands in a room wider than itself.
public enum Alignment: Hashable, Sendable {
  case leading, trailing, center

  /// How many of the `missing` cells stand before the text.
  func padding(before missing: Int) -> Int {
    switch self {
    case .leading: 0
    case .trailing: missing
    case .center: missing / 2
    }
  }
}

/// Text made to fit a number of cells.
public enum TextFit {
  /// The text in exactly `columns` cells: cut with an ellipsis, or padded with spaces.
  public static func fit(
    _ text: String, _ columns: Int, _ policy: WidthPolicy, alignment: Alignment = .leading, ellipsis: String? = nil
  ) -> String {
    let cut = truncate(text, columns, policy, ellipsis: ellipsis)
    let missing = columns - policy.width(of: cut)
    guard missing > 0 else { return cut }
    let before = alignment.padding(before: missing)
    guard before > 0 else { return cut + Blank.text(missing) }
    return Blank.text(before) + (beginsWithMark(cut) ? "\u{25CC}" : "") + cut + Blank.text(missing - before)
  }

  /// Whether the text begins with a mark that would join a space before it.
  private static func beginsWithMark(_ text: String) -> Bool {
    text.unicodeScalars.first { ScalarKind($0) != .selector }
      .map { ScalarKind($0) == .combining && $0.properties.generalCategory != .otherLetter } ?? false
  }

  /// The text in at most `columns` cells, cut between clusters, with an ellipsis when something is missing.
  public static func truncate(
    _ text: String, _ columns: Int, _ policy: WidthPolicy, ellipsis: String? = nil
  ) -> String {
    if head(of: text, columns, policy).end == text.endIndex { return text }
    let ellipsis = ellipsis ?? policy.ellipsis
    let mark = policy.width(of: ellipsis) <= columns ? ellipsis : ""
    return prefix(of: text, columns - policy.width(of: mark), policy) + mark
  }

  /// The text in at most `columns` cells, cut in its middle: what tells texts of one series apart stands at their ends.
  public static func shorten(
    _ text: String, _ columns: Int, _ policy: WidthPolicy, ellipsis: String? = nil
  ) -> String {
    let clusters = Array(Clusters(text, policy))
    guard clusters.reduce(0, { $0 + $1.width }) > columns else { return text }
    let ellipsis = ellipsis ?? policy.ellipsis
    var room = columns - policy.width(of: ellipsis)
    var head = 0
    var used = 0
    while head < clusters.count, used + clusters[head].width <= columns / 2 - 1 {
      used += clusters[head].width
      head += 1
    }
    room -= used
    var tail = clusters.count
    while tail > head, clusters[tail - 1].width <= room {
      tail -= 1
      room -= clusters[tail].width
    }
    let index = { (cluster: Int) in
      cluster < clusters.count
        ? text.utf8.index(text.startIndex, offsetBy: clusters[cluster].offset) : text.endIndex
    }
    return text[..<index(head)] + ellipsis + text[index(tail)...]
  }

  /// The longest run of whole clusters from the start that takes at most `columns` cells.
  public static func prefix(of text: String, _ columns: Int, _ policy: WidthPolicy) -> String {
    String(text[..<head(of: text, columns, policy).end])
  }

  /// Where that run ends, and its cells.
  static func head(of text: String, _ columns: Int, _ policy: WidthPolicy) -> (end: String.Index, width: Int) {
    if let common = CommonText.head(of: text, columns, policy) {
      return (text.utf8.index(text.startIndex, offsetBy: common.bytes), common.width)
    }
    var used = 0
    for cluster in Clusters(text, policy) {
      if used + cluster.width > columns {
        return (text.utf8.index(text.startIndex, offsetBy: cluster.offset), used)
      }
      used += cluster.width
    }
    return (text.endIndex, used)
  }

  /// The text broken into lines of at most `columns` cells; the lines joined are the text.
  ///
  /// No line begins with `、。」）ー` and the like or ends with an opening bracket, and numbers and Latin words stay
  /// whole, as far as the room allows. A cluster wider than `columns` gets a line of its own.
  public static func wrap(_ text: String, _ columns: Int, _ policy: WidthPolicy) -> [String] {
    LineWrap.pieces(of: text, columns, policy, hangingSpaces: false).map(String.init)
  }

  /// The text broken for reading: like `wrap`, but line feeds in it end a line, and spaces where a line is broken
  /// are dropped.
  public static func paragraph(_ text: String, _ columns: Int, _ policy: WidthPolicy) -> [String] {
    LineWrap.paragraph(text, columns, policy).map(String.init)
  }
}
