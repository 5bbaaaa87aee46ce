/// A file, or a name shared by the connections of one process to a store in memory.
enum StorePlace: Hashable, Sendable {
  case file(String)
  case memory(String)

  var path: String {
    switch self {
    case .file(let path): path
    case .memory: "（メモリー）"
    }
  }
}

/// What a reader does while another process commits.
public enum BusyRule: Hashable, Sendable {
  /// Gives up at once with ``StoreError/busy(path:)``: a screen keeps its last rows and tries again.
  case immediate
  case seconds(Double)
}
