import StrategyModel

/// 見本市: a fictional city for tests, the tour and `honbu --sample`, as eight dated revisions.
public enum SampleCity {
  static let author = "見本市デジタル戦略室（架空）"

  /// The revisions in order of date, the same on every machine and every day.
  public static func revisions() throws(SeedError) -> [RevisionDraft] {
    let facts = try SeedFile.sample.decoded(as: SampleFacts.self)
    let timeline = SeedTimeline(
      author: author, sourceFile: nil,
      revisions: facts.revisions.map { SeedRevision(effective: $0.effective, title: $0.title, note: $0.note) })
    return timeline.drafts(try SampleStory(facts).entries())
  }
}
