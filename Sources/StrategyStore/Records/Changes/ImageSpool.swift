import StrategyModel

/// The images of some changes, in their order. Any thread can make them.
struct EncodedChanges: Sendable {
  private(set) var bytes: [UInt8] = []
  /// An image's length is 0 for a record that is retired.
  private(set) var images: [(ordinal: Int, length: Int)] = []
  /// Why there are no more images than these.
  private(set) var failure: StoreError?

  init(_ changes: [(ordinal: Int, change: RecordChange)], _ maker: inout RowImageMaker) {
    images.reserveCapacity(changes.count)
    for (ordinal, change) in changes {
      do {
        let start = bytes.count
        try maker.append(change, to: &bytes)
        images.append((ordinal, bytes.count - start))
      } catch let error as StoreError {
        failure = error
        return
      } catch {
        failure = .invalid("\(error)")
        return
      }
    }
  }
}

extension RowImageMaker {
  fileprivate mutating func append(_ change: RecordChange, to bytes: inout [UInt8]) throws {
    let key = change.key
    // SQLite's text ends at a NUL.
    guard !key.id.isEmpty, !key.id.utf8.contains(0) else {
      let reason = key.id.isEmpty ? "番号のない記録があります" : "番号にNUL文字があります"
      throw StoreError.invalid("\(reason)（\(key.kind.rawValue)）")
    }
    if case .put(let record) = change { bytes += try image(of: record) }
  }
}

/// Keeps the images of changes, by ordinal. Used by one thread at a time.
final class ImageSpool: @unchecked Sendable {
  private var places: [ChangeSet.Place] = []
  private let storage = SpoolStorage()
  private var maker = RowImageMaker()
  /// The first thing that went wrong; what comes after it is not kept.
  private(set) var failure: StoreError?

  func add(_ changes: [(ordinal: Int, change: RecordChange)]) {
    guard failure == nil else { return }
    take(EncodedChanges(changes, &maker))
  }

  /// A later change of the same record takes the place of an earlier one.
  func take(_ encoded: EncodedChanges) {
    guard failure == nil else { return }
    do throws(StoreError) {
      var start = try storage.append(encoded.bytes)
      for (ordinal, length) in encoded.images {
        while places.count <= ordinal { places.append(.retired) }
        places[ordinal] = length == 0 ? .retired : ChangeSet.Place(start: start, length: UInt32(length))
        start += length
      }
      failure = encoded.failure
    } catch {
      failure = error
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
