import StrategyModel
import StrategyStore

/// One correction on its way into the ledger, with the line of the update history that tells of it.
struct CorrectionWriting {
  struct Update {
    var line: String
    var action: UpdateEntry.Action
    /// The id of the record that the line is about.
    var about: String
  }

  let ledger: Ledger
  /// Waits for a writer, as the ledger does.
  let reader: StoreReader

  init(_ store: CorrectionStore) throws(StoreError) {
    ledger = try store.open()
    reader = try ledger.reader(busy: .seconds(5))
  }

  /// - Returns: clashes of the correction's own records only: where somebody took the id of the new line in between, the
  ///   line gets another.
  func write(
    _ correction: Correction, _ update: Update?, today: CivilDate
  ) throws(StoreError) -> CorrectionResult {
    let own = Set(correction.parts.map(\.key))
    while true {
      var whole = correction
      if let update {
        let entry = try reader.newUpdate(
          update.line, correction.effective, action: update.action, about: update.about)
        whole.parts.append(.init(.update(entry), base: nil))
      }
      let result = try ledger.correct(whole, today: today)
      guard case .clash(let clashes) = result else { return result }
      let ours = clashes.filter { own.contains($0.key) }
      if !ours.isEmpty { return .clash(ours) }
    }
  }
}
