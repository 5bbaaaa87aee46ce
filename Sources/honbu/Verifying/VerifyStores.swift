/// The caller's own store, opened once, and the fictional city for snapshots of it. No file says which store to open.
final class VerifyStores {
  private let own: SharedOptions
  private var opened: [Bool: OpenedStore] = [:]

  init(own: SharedOptions) { self.own = own }

  func store(isSample: Bool) throws -> OpenedStore {
    if let store = opened[isSample] { return store }
    var options = own
    if isSample { (options.store, options.sample) = (nil, true) }
    let store = try OpenedStore.open(try Choices(options))
    opened[isSample] = store
    return store
  }
}
