/// Why a city that is built into the program could not be read.
public enum SeedError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file is not what its reader expects, at a place in it.
  case unreadable(file: String, place: String)
  /// A date, number or word in a record cannot be read.
  case unreadableValue(file: String, record: String, text: String)

  public var description: String {
    switch self {
    case .unreadable(let file, let place):
      "内蔵の \(file) を読めません（\(place)）。プログラムを作り直してください"
    case .unreadableValue(let file, let record, let text):
      "内蔵の \(file) の \(record): 「\(text)」を読めません。プログラムを作り直してください"
    }
  }
}
