/// The keys of an object so far. Few are compared with one another, which costs less than hashing them.
struct SeenKeys {
  private static let few = 24
  private var first: [String] = []
  private var rest: Set<String> = []

  var count: Int { first.count + rest.count }

  /// - Returns: `false` for a key that is there already.
  mutating func insert(_ key: String) -> Bool {
    if first.contains(key) || rest.contains(key) { return false }
    if first.count < SeenKeys.few { first.append(key) } else { rest.insert(key) }
    return true
  }
}
