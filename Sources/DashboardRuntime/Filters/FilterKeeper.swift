import Dashboard
import TextSearch

/// Does for the loop what concerns filters and choices that outlive the run, and says what went wrong once.
final class FilterKeeper {
  private let history: FilterHistoryFile
  private let saved: SavedFilterFile
  private let choices: SettingsFile
  private var said: Set<String> = []
  /// Used filters that found another terminal writing: they are written with the next.
  private var unwritten: [String] = []

  init(_ files: PersonalFiles) {
    history = FilterHistoryFile(path: files.filterHistory)
    saved = SavedFilterFile(path: files.config)
    choices = SettingsFile(path: files.config)
  }

  func read() -> [Message] {
    var memory = FilterMemory()
    var messages = writeHistory()
    do throws(PersonalFileError) {
      memory.history = try history.filters() + unwritten
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
    unwritten.append(filter)
    return writeHistory()
  }

  private func writeHistory() -> [Message] {
    guard !unwritten.isEmpty else { return [] }
    do throws(PersonalFileError) {
      try history.remember(unwritten)
      unwritten = []
      return []
    } catch {
      // Whatever else is wrong will not be right a moment later.
      if case .busy = error {} else { unwritten = [] }
      return say(error)
    }
  }

  func save(_ filter: SavedFilter) -> [Message] {
    answered { () throws(PersonalFileError) in
      try saved.save(filter)
      return .filterSaved(filter)
    }
  }

  func keep(_ theme: ThemeName) -> [Message] {
    answered { () throws(PersonalFileError) in
      try choices.keep(theme)
      return .themeKept(theme)
    }
  }

  func delete(_ filter: SavedFilter) -> [Message] {
    answered { () throws(PersonalFileError) in
      try saved.delete(filter)
      return .filterDeleted(filter)
    }
  }

  /// Here somebody waits for the answer, each time.
  private func answered(_ write: () throws(PersonalFileError) -> Message) -> [Message] {
    do throws(PersonalFileError) {
      return [try write()]
    } catch {
      return [.noticed(Notice(.failure, error.message))]
    }
  }

  /// The same sentence at every filter would only be in the way.
  private func say(_ error: PersonalFileError) -> [Message] {
    said.insert(error.message).inserted ? [.noticed(Notice(.failure, error.message))] : []
  }
}
