import StrategyModel

/// What a view counts beside the records that it shows.
enum JSONCounts {
  static func of(_ content: Answer.Content) -> JSONValue? {
    switch content {
    case .overview(let overview): of(overview)
    case .frameworks(let frameworks):
      .object([
        ("pillars", .list(frameworks.editions.flatMap(\.pillars).map(of))),
        (
          "plans",
          .list(frameworks.plans.map { .object([("id", .text($0.plan.id)), ("phases", phases($0.phases))]) })
        ),
      ])
    case .items(let page):
      .object([
        ("found", .whole(page.total)), ("total", .whole(page.unfiltered)), ("phases", phases(page.phases)),
        ("groups", page.groups.isEmpty ? nil : .list(page.groups.map(of))),
      ])
    case .difference(let difference?):
      .object([
        ("found", .whole(difference.found)), ("total", .whole(difference.total)),
        ("from", .whole(difference.from?.number ?? 0)), ("to", .whole(difference.to?.number)),
      ])
    case .dossier(let dossier?): dossier.itemCount > 0 ? .object([("items", .whole(dossier.itemCount))]) : nil
    case .dossier, .meetings, .updates, .revisions, .difference, .touched, .library, .filterValues: nil
    }
  }

  private static func of(_ overview: Overview) -> JSONValue {
    let attention = overview.attention
    return .object([
      ("phases", phases(overview.phases)), ("statedPhases", .whole(overview.statedPhases)),
      ("pillars", .list(overview.pillars.map(of))), ("otherPillars", phases(overview.otherPillars)),
      (
        "departments",
        .list(overview.departments.map { .object([("name", .text($0.name)), ("count", .whole($0.count))]) })
      ),
      ("withoutDepartment", .whole(overview.withoutDepartment)),
      (
        "budgets",
        .list(
          overview.budgets.map {
            .object([("pillar", .text($0.pillar?.id)), ("year", .whole($0.year.year)), ("yen", .whole($0.yen))])
          })
      ),
      (
        "attention",
        .object([
          ("reviewOverdue", .whole(attention.reviewOverdue)), ("withoutReview", .whole(attention.withoutReview)),
          ("kpiOverdue", .whole(attention.kpiOverdue)), ("dueSoon", .whole(attention.dueSoon)),
        ])
      ),
      ("contradictions", .whole(overview.contradictionCount)),
    ])
  }

  private static func of(_ pillar: PillarCounts) -> JSONValue {
    .object([
      ("id", .text(pillar.pillar.id)), ("name", .text(pillar.pillar.shortName)), ("phases", phases(pillar.phases)),
    ])
  }

  private static func of(_ group: ItemGroup) -> JSONValue {
    .object([("label", .text(group.label)), ("start", .whole(group.start)), ("count", .whole(group.count))])
  }

  /// Items of which no phase is known stand under `unknown`.
  private static func phases(_ counts: PhaseCounts) -> JSONValue {
    .object(Phase.allCases.map { ($0.code, .whole(counts[$0])) } + [("unknown", .whole(counts[nil]))])
  }
}
