extension PersonalFiles {
  /// What is wrong with the files, each once; nothing is written.
  public func faults() -> [PersonalFileError] {
    var faults: [PersonalFileError] = []
    func note(_ fault: PersonalFileError) { if !faults.contains(fault) { faults.append(fault) } }
    do throws(PersonalFileError) {
      _ = try SavedFilterFile(path: config).filters()
    } catch {
      note(error)
    }
    SettingsFile(path: config).read().faults.forEach(note)
    do throws(PersonalFileError) {
      _ = try FilterHistoryFile(path: filterHistory).filters()
    } catch {
      note(error)
    }
    return faults
  }
}
