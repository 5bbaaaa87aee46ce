import StrategyModel

extension OsakaStory {
  /// What happened on each day that the file dates, up to the day of the page.
  var headings: [SeedRevision] {
    var happenings: [CivilDate: [String]] = [:]
    func add(_ title: String, on date: CivilDate?) {
      guard let date, date <= pageDate, happenings[date]?.contains(title) != true else { return }
      happenings[date, default: []].append(title)
    }
    for meeting in facts.meetings { add(meeting.title, on: meeting.date) }
    for framework in facts.frameworks { add(framework.heading, on: framework.adopted.lastDay) }
    for body in facts.bodies { add("\(body.name)の設置", on: body.established.lastDay) }
    for body in facts.bodies { add("\(body.name)の廃止", on: body.abolished?.lastDay) }
    for revision in facts.revisions {
      add("アクションプランの改訂（\(revision.monthText)）", on: revision.date)
      add("アクションプランの改訂（\(revision.monthText)、もう一つの日付）", on: revision.dateAlt)
    }
    for update in facts.updates { add("\(update.title)を\(update.action.word)", on: update.date) }
    for framework in facts.frameworks {
      guard let posted = framework.posted, happenings[posted] == nil else { continue }
      add("\(framework.title)を掲載", on: posted)
    }
    return happenings.sorted { $0.key < $1.key }.map { date, titles in
      let others = titles.dropFirst().joined(separator: "、")
      return SeedRevision(effective: date, title: titles[0], note: others.isEmpty ? nil : others)
    }
  }
}

extension OsakaFacts.Framework {
  fileprivate var heading: String {
    title.hasSuffix(edition) || kind == .actionPlan ? title : "\(title)（\(edition)）"
  }
}

extension OsakaFacts.PlanChange {
  fileprivate var monthText: String { (month ?? .day(date)).text(.wareki) }
}

extension UpdateEntry.Action {
  fileprivate var word: String {
    switch self {
    case .added: "追加"
    case .revised: "改訂"
    case .corrected: "修正・追加"
    case .posted: "掲載"
    case .created: "作成"
    case .removed: "削除"
    }
  }
}
