/// What an import accepts at most; a file beyond it is refused before anything is read from it.
public enum ImportLimits {
  /// 512 MiB: more than a million items, which are 340 MiB.
  public static let fileBytes = 512 << 20
  /// One physical line of a CSV or JSON Lines file: 8 MiB.
  public static let lineBytes = 8 << 20
  /// One cell, or one JSON string: 64 KiB.
  public static let cellBytes = 64 << 10
  public static let columns = 256
  public static let rows = 2_000_000
  /// Arrays and objects within one another.
  public static let jsonDepth = 64
  /// An id in characters of Unicode.
  public static let idLength = 128
  /// Faults that are listed; the rest are counted.
  public static let reportedFaults = 100
}
