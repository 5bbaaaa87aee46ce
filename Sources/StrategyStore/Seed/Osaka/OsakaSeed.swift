import StrategyModel

/// The bundled store of Osaka: osaka-ict.json as dated revisions.
///
/// One revision for each day on which the file dates a strategy, plan, body, meeting, update or revision. What holds
/// from a day on enters at the first revision on or after it; a month or year counts as its last day; what has no date
/// enters with its framework, or with the page. Facts after the page's own date are later revisions.
public enum OsakaSeed {
  static let sha256 = "b687e56ec4d40afbbeb911b3ff368d15ba2ebe7cca102b5e690a64d2f32895d3"
  static let author = "大阪市ICT戦略の推進（公開資料）"
  static let laterTitle = "ページ公開後の資料"

  /// The revisions in order of date, the same on every machine and every day.
  public static func revisions() throws(SeedError) -> [RevisionDraft] {
    let file = SeedFile.osaka
    let story = try OsakaStory(try file.decoded(as: OsakaFacts.self, keys: .convertFromSnakeCase))
    let entries = story.entries
    let later = entries.flatMap { [$0.enters] + $0.changes }.filter { $0 > story.pageDate }
    let timeline = SeedTimeline(
      author: author, sourceFile: SourceFile(name: file.name, sha256: sha256),
      revisions: story.headings + Set(later).sorted().map { SeedRevision(effective: $0, title: laterTitle) })
    return timeline.drafts(entries).filter { !$0.changes.isEmpty }.map { draft in
      guard draft.effective > story.pageDate else { return draft }
      var draft = draft
      draft.note = note(onLater: draft.changes, pageDate: story.pageDate)
      return draft
    }
  }

  private static func note(onLater changes: [RecordChange], pageDate: CivilDate) -> String {
    let names = changes.map { change in
      guard case .put(let record) = change else { return change.key.id }
      return switch record {
      case .measurement(let value): "実績値（\(value.item)）"
      case .contradiction(let value): "食い違い（\(value.id)）"
      case .strategy(let value): value.title
      default: record.title
      }
    }
    return "市のページの日付（\(pageDate.wareki)）より後に分かった事実: \(names.joined(separator: "、"))"
  }
}
