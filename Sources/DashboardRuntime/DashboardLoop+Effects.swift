import Dashboard
import Glibc
import Snapshot
import StrategyModel
import StrategyStore
import TextSearch

/// What the loop does for the core beside reading the store.
extension DashboardLoop {
  func command(_ order: SnapshotOrder) -> String {
    ViewSnapshot.command(order, settings: state.settings, storeOptions: launch.storeOptions + launch.pathOptions)
  }

  func writeSnapshot(_ order: SnapshotOrder) {
    let settings = state.settings
    let reader = readerForSnapshots
    let storeOptions = launch.storeOptions
    let protected = launch.storePath.map { [$0] } ?? []
    background.run {
      do {
        let path = SnapshotFile.freeName(for: order.place, as: order.format)
        let snapshot = ViewSnapshot(order: order, settings: settings, storeOptions: storeOptions) {
          try reader.answer($0)
        }
        try SheetFile.write(snapshot, to: .path(path), protecting: protected)
        return .snapshotWritten(path: path)
      } catch let error as OutputError {
        return .snapshotFailed(reason: error.message)
      } catch let error as StoreError {
        return .snapshotFailed(reason: error.message)
      } catch {
        return .snapshotFailed(reason: "\(error)")
      }
    }
  }

  func suspend() {
    terminal.suspend()
    background.whileIdle { signals.stopUntilContinued() }
    takeTerminalBack()
  }

  /// After others had the terminal: it may have another size, and the store another head.
  func takeTerminalBack() {
    terminal.resume()
    apply(.input(.resized(terminal.resized())))
    mustRepaint = true
    mustReadHead = launch.storePath != nil
  }

  /// One that knows no dictionary: a snapshot is the same on a machine that has none.
  private var readerForSnapshots: StoreReader {
    guard isLarge, let path = launch.storePath else { return launch.background }
    return StoreReader(openingLater: path, busy: .seconds(5))
  }

  /// Reads the dictionary of readings, in the background, when the first Latin word is looked for.
  func readDictionaryOnce(for question: Question) {
    guard !hasAskedForDictionary, case .items(let query, _) = question.topic, !query.filter.isEmpty,
      let filter = try? FilterQuery(parsing: query.filter, today: question.today), filter.withReadings(nil) != nil
    else { return }
    hasAskedForDictionary = true
    // The reader that answers lists: the screen's own, or the background's in a large store.
    let reader = isLarge ? launch.background : launch.reader
    // Beside the background's reads: the letter that wants it is not to wait for it.
    OwnThread.detached { [mailbox] in
      guard let dictionary = ReadingDictionary.installed() else { return }
      reader.use(dictionary)
      mailbox.post(.dictionaryRead)
    }
  }
}
