import Dashboard
import TextSearch

/// Does for the loop what concerns filters that outlive the run, and says what went wrong once.
final class FilterKeeper {
  private let history: FilterHistoryFile
  private let saved: SavedFilterFile
  private var said: Set<String> = []

  init(_ files: PersonalFiles) {
    history = FilterHistoryFile(path: files.filterHistory)
    saved = SavedFilterFile(path: files.config)
  }

  func read() -> [Message] {
    var memory = FilterMemory()
    var messages: [Message] = []
    do throws(PersonalFileError) {
      memory.history = try history.filters()
    } catch {
      messages += say(error)
    }
    do throws(PersonalFileError) {
      memory.saved = try saved.filters()
    } catch {
      messages += say(error)
    }
    return [.filterMemoryRead(memory)] + messages
  }

  func remember(_ filter: String) -> [Message] {
    do throws(PersonalFileError) {
      try history.remember(filter)
      return []
    } catch {
      return say(error)
    }
  }

  func save(_ filter: SavedFilter) -> [Message] {
    do throws(PersonalFileError) {
      try saved.save(filter)
      return [.filterSaved(filter)]
    } catch {
      // Here somebody waits for the answer, each time.
      return [.noticed(Notice(.failure, error.message))]
    }
  }

  func delete(_ filter: SavedFilter) -> [Message] {
    do throws(PersonalFileError) {
      try saved.delete(filter)
      return [.filterDeleted(filter)]
    } catch {
      return [.noticed(Notice(.failure, error.message))]
    }
  }

  /// The same sentence at every filter would only be in the way.
  private func say(_ error: PersonalFileError) -> [Message] {
    said.insert(error.message).inserted ? [.noticed(Notice(.failure, error.message))] : []
  }
}
