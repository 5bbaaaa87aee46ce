extension PersonalFiles {
  /// What is wrong with the files, each once; nothing is written.
  public func faults() -> [PersonalFileError] {
    var faults: [PersonalFileError] = []
    do throws(PersonalFileError) {
      _ = try SavedFilterFile(path: config).filters()
    } catch {
      faults.append(error)
    }
    do throws(PersonalFileError) {
      _ = try FilterHistoryFile(path: filterHistory).filters()
    } catch {
      faults.append(error)
    }
    return faults
  }
}
