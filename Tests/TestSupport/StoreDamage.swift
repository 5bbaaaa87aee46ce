import Foundation

/// What a disk, a copy or a hand may do to a store.
public enum StoreDamage: String, CaseIterable, Sendable {
  case flippedBits, cutOff, zeroedPage, garbledJournal

  private static let pageSize = 16_384

  /// - Parameter seed: the same damage each time.
  /// - Returns: the store's bytes then, and those of a journal beside it.
  public func done(to whole: Data, seed: Int) -> (store: Data, journal: Data?) {
    var random = SeededGenerator(seed: UInt64(seed) &* 4 &+ UInt64(rawValue.count))
    var bytes = whole
    switch self {
    case .flippedBits:
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    case .cutOff: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
    case .zeroedPage:
      let page = Int.random(in: 0..<(bytes.count / Self.pageSize), using: &random) * Self.pageSize
      bytes.replaceSubrange(page..<(page + Self.pageSize), with: Data(count: Self.pageSize))
    case .garbledJournal:
      return (bytes, Data((0..<4_096).map { _ in UInt8.random(in: 0...255, using: &random) }))
    }
    return (bytes, nil)
  }
}
