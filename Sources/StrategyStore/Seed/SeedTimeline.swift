import StrategyModel

/// One record over time: when it enters, when it may read differently, how it reads on a day.
struct SeedEntry {
  var enters: CivilDate
  var changes: [CivilDate] = []
  /// The day from which the record no longer counts.
  var leaves: CivilDate?
  var version: (CivilDate) -> Record

  init(
    enters: CivilDate, changes: [CivilDate?] = [], leaves: CivilDate? = nil,
    version: @escaping (CivilDate) -> Record
  ) {
    self.enters = enters
    self.changes = changes.compactMap { $0 }
    self.leaves = leaves
    self.version = version
  }
}

/// What a revision of a seed says about itself.
struct SeedRevision {
  var effective: CivilDate
  var title: String
  var note: String?
}

/// Turns records over time into dated revisions: what holds from a day on enters in the first revision on or after it.
struct SeedTimeline {
  var author: String
  var sourceFile: SourceFile?
  /// In ascending order of date.
  var revisions: [SeedRevision]

  func drafts(_ entries: [SeedEntry]) -> [RevisionDraft] {
    var changes = Array(repeating: [RecordChange](), count: revisions.count)
    for entry in entries { add(entry, to: &changes) }
    return zip(revisions, changes).map { revision, changes in
      RevisionDraft(
        effective: revision.effective, recorded: Self.midnight(of: revision.effective), author: author,
        title: revision.title, note: revision.note, sourceFile: sourceFile, changes: changes)
    }
  }

  private func add(_ entry: SeedEntry, to changes: inout [[RecordChange]]) {
    guard let first = revision(onOrAfter: entry.enters) else { return }
    let end = entry.leaves.flatMap(revision(onOrAfter:)) ?? revisions.count
    // What came and went between two revisions was never seen in any.
    guard first < end else { return }
    let later = Set(entry.changes.compactMap(revision(onOrAfter:))).filter { $0 > first && $0 < end }
    var current = entry.version(revisions[first].effective)
    changes[first].append(.put(current))
    for index in later.sorted() {
      let next = entry.version(revisions[index].effective)
      if next != current { changes[index].append(.put(next)) }
      current = next
    }
    if end < revisions.count { changes[end].append(.retire(current.key)) }
  }

  private func revision(onOrAfter date: CivilDate) -> Int? {
    var low = 0
    var high = revisions.count
    while low < high {
      let middle = (low + high) / 2
      if revisions[middle].effective < date { low = middle + 1 } else { high = middle }
    }
    return low < revisions.count ? low : nil
  }

  /// 00:00 of the day in Asia/Tokyo (UTC+9, without summer time since 1951).
  static func midnight(of date: CivilDate) -> String { "\(date.adding(days: -1).iso)T15:00:00Z" }
}

extension PartialDate {
  /// Whether what the date names lies wholly on or before a day. Words are never known to be past.
  func isPast(on day: CivilDate) -> Bool { lastDay.map { $0 <= day } ?? false }
}
