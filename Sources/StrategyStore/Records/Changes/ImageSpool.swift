import StrategyModel

/// What some changes became, in their order.
struct ImageList: Sendable {
  /// An image's length is 0 for a record that is retired.
  fileprivate(set) var images: [(ordinal: Int, kind: RecordKind, length: Int)] = []
  /// Why there are no more images than these.
  fileprivate(set) var failure: StoreError?
}

extension RowImageMaker {
  /// Makes the images of some changes in place of those that it made before.
  mutating func images(of changes: [(ordinal: Int, change: RecordChange)]) -> ImageList {
    clear()
    var list = ImageList()
    list.images.reserveCapacity(changes.count)
    for (ordinal, change) in changes {
      do {
        list.images.append((ordinal, change.key.kind, try append(change)))
      } catch let error as StoreError {
        list.failure = error
        return list
      } catch {
        list.failure = .invalid("\(error)")
        return list
      }
    }
    return list
  }

  private mutating func append(_ change: RecordChange) throws -> Int {
    let key = change.key
    // SQLite's text ends at a NUL.
    guard !key.id.isEmpty, !key.id.utf8.contains(0) else {
      let reason = key.id.isEmpty ? "番号のない記録があります" : "番号にNUL文字があります"
      throw StoreError.invalid("\(reason)（\(key.kind.rawValue)）")
    }
    if case .put(let record) = change { return try append(record) }
    return 0
  }
}

/// Keeps the images of changes, by ordinal; those of a kind stand together. Used by one thread at a time.
final class ImageSpool: @unchecked Sendable {
  private var places: [ChangeSet.Place] = []
  private var storages: KindStorages
  private var maker = RowImageMaker()
  /// The first thing that went wrong; what comes after it is not kept.
  private(set) var failure: StoreError?

  /// - Parameter memoryLimit: what is held in memory at most of each kind.
  init(memoryLimit: Int) { storages = KindStorages(memoryLimit: memoryLimit) }

  func add(_ changes: [(ordinal: Int, change: RecordChange)]) {
    guard failure == nil else { return }
    take(maker.images(of: changes), maker.bytes)
  }

  /// A later change of the same record takes the place of an earlier one.
  ///
  /// - Parameter bytes: the images, one behind the other.
  func take(_ list: ImageList, _ bytes: UnsafeRawBufferPointer) {
    guard failure == nil else { return }
    do throws(StoreError) {
      var read = 0
      for (ordinal, kind, length) in list.images {
        while places.count <= ordinal { places.append(.retired) }
        guard length > 0 else {
          places[ordinal] = .retired
          continue
        }
        let start = try storages.made(kind).append(bytes[read..<(read + length)])
        places[ordinal] = ChangeSet.Place(start: start, length: UInt32(length))
        read += length
      }
      failure = list.failure
    } catch {
      failure = error
    }
  }

  /// What was put, as it will be written; nothing once something went wrong.
  func record(_ kind: RecordKind, at ordinal: Int) throws -> Record? {
    guard failure == nil, ordinal < places.count, places[ordinal].length > 0, let storage = storages[kind] else {
      return nil
    }
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
        try storages.seal()
      } catch {
        failure = error
      }
    }
    return ChangeSet(keys: keys, places: places, storages: storages, failure: failure)
  }
}
