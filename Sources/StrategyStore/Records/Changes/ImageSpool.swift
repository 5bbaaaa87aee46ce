import StrategyModel

/// Makes and keeps the images of changes, by ordinal. Used by one thread at a time.
final class ImageSpool: @unchecked Sendable {
  private var places: [ChangeSet.Place] = []
  private let storage = SpoolStorage()
  private var maker = RowImageMaker()
  /// The first thing that went wrong; what comes after it is not kept.
  private(set) var failure: StoreError?

  /// A later change of the same record takes the place of an earlier one.
  func add(_ change: RecordChange, at ordinal: Int) {
    guard failure == nil else { return }
    let key = change.key
    // SQLite's text ends at a NUL.
    guard !key.id.isEmpty, !key.id.utf8.contains(0) else {
      let reason = key.id.isEmpty ? "番号のない記録があります" : "番号にNUL文字があります"
      return failure = .invalid("\(reason)（\(key.kind.rawValue)）")
    }
    while places.count <= ordinal { places.append(.retired) }
    guard case .put(let record) = change else { return places[ordinal] = .retired }
    do {
      let image = try maker.image(of: record)
      let start = try storage.append(image)
      places[ordinal] = ChangeSet.Place(start: start, length: UInt32(image.count))
    } catch let error as StoreError {
      failure = error
    } catch {
      failure = .invalid("\(error)")
    }
  }

  /// What was put, as it will be written; nothing once something went wrong.
  func record(_ kind: RecordKind, at ordinal: Int) throws -> Record? {
    guard failure == nil, ordinal < places.count, places[ordinal].length > 0 else { return nil }
    let bytes: [UInt8]
    do throws(StoreError) {
      bytes = try storage.copy(places[ordinal].range)
    } catch {
      failure = error
      return nil
    }
    return try bytes.withUnsafeBytes { try CanonicalJSON.record(kind, RowImage($0).bodyText) }
  }

  func finish(_ keys: KeyTable) -> ChangeSet {
    if failure == nil {
      do throws(StoreError) {
        try storage.seal()
      } catch {
        failure = error
      }
    }
    return ChangeSet(keys: keys, places: places, storage: storage, failure: failure)
  }
}
