/// What an import accepts at most; a file beyond it is refused before anything is read from it.
public enum ImportLimits {
  /// 512 MiB: more than a million items, which are 340 MiB, and a bundle of a hundred thousand, which is 135 MiB.
  ///
  /// Of a bundle's revision what is beyond 8 MiB of a kind waits on the disk, of smaller ones all is in memory until it
  /// is written: 20,000 revisions of one item each took five times what the file has.
  public static let fileBytes = 512 << 20
  /// Physical lines: more than there may be rows, since a cell may have several.
  public static let lines = 10_000_000
  /// One physical line of a CSV file, or one record of a JSON file: 8 MiB.
  public static let lineBytes = 8 << 20
  /// One cell, or one JSON string: 64 KiB.
  public static let cellBytes = 64 << 10
  public static let columns = 256
  public static let rows = 2_000_000
  /// Values in one record of a JSON file.
  public static let jsonValues = 10_000
  /// Arrays and objects within one another.
  public static let jsonDepth = 64
  /// An id in characters of Unicode.
  public static let idLength = 128
  /// Faults that are listed; the rest are counted.
  public static let reportedFaults = 100
}
