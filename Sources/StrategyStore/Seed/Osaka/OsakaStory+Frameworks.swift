import StrategyModel

extension OsakaStory {
  var principles: [SeedEntry] {
    let statements: [(Principle.Role, [OsakaFacts.Statement])] = [
      (.goal, facts.goals), (.vision, facts.visions), (.stance, facts.stances),
    ]
    let stated = statements.flatMap { role, list in
      list.map { statement in
        SeedEntry(enters: day(statement.id)) { _ in
          .principle(
            Principle(
              id: statement.id, role: role, framework: statement.framework, order: statement.order,
              text: statement.nameJa, note: statement.note, source: statement.origin))
        }
      }
    }
    return stated
      + facts.onlineIdeals.map { ideal in
        SeedEntry(enters: day(ideal.id)) { _ in
          .principle(
            Principle(
              id: ideal.id, role: .onlineIdeal, order: ideal.order, text: ideal.summary,
              isSummary: ideal.summaryKind != nil, note: "行政手続きオンライン化推進計画のあるべき姿", source: ideal.origin))
        }
      }
  }

  var strategies: [SeedEntry] {
    facts.frameworks.filter { $0.kind != .actionPlan }.map { framework in
      let successor = framework.supersededBy
      let later = framework.isCurrent ? laterStrategies : []
      return SeedEntry(
        enters: day(framework.id), changes: days(of: later.map(\.id)) + [successor.map(day), pageDate]
      ) { today in
        let isSuperseded = successor.map { isKnown($0, on: today) } ?? false
        return .strategy(
          Strategy(
            id: framework.id, title: framework.title, edition: framework.edition, adopted: framework.adopted,
            adoptedSource: framework.adoptedOrigin, adoptedNote: framework.adoptedNote,
            status: framework.status == "successor" ? .successor : isSuperseded ? .superseded : .inForce,
            supersededBy: isSuperseded ? successor : nil, chapters: framework.chapters ?? [],
            facts: framework.facts + standing(of: framework, after: later, on: today),
            note: framework.note, source: framework.origin))
      }
    }
  }

  /// Strategies that came after the page.
  private var laterStrategies: [OsakaFacts.Framework] {
    facts.frameworks.filter { $0.status == "successor" }
  }

  /// The file calls an edition current as of the page's date only; what came later stands beside it.
  private func standing(
    of framework: OsakaFacts.Framework, after later: [OsakaFacts.Framework], on today: CivilDate
  ) -> [LabelledFact] {
    guard framework.isCurrent, today >= pageDate else { return [] }
    let current = LabelledFact(
      "現行とした時点", "市のページの日付（\(pageDate.wareki)）の時点で現行", source: Source(framework.source))
    return [current]
      + later.filter { isKnown($0.id, on: today) }.map {
        LabelledFact("その後の戦略", "\($0.title)（\($0.adopted.text(.wareki))）", source: $0.origin)
      }
  }

  var plans: [SeedEntry] {
    facts.frameworks.filter { $0.kind == .actionPlan }.map { plan in
      let phasesKnown = phasesDay(of: plan)
      // A plan whose results were reported is finished from then on; else the page's date is all that is known.
      let finished = plan.status.hasPrefix("finished") ? plan.results?.asOf ?? pageDate : nil
      return SeedEntry(enters: day(plan.id), changes: [phasesKnown, finished, plan.posted]) { today in
        .plan(
          Plan(
            id: plan.id, title: plan.title, edition: plan.edition, strategy: plan.basis, adopted: plan.adopted,
            adoptedSource: plan.adoptedOrigin, adoptedNote: plan.adoptedNote,
            status: finished.map { $0 <= today } == true ? .finished : .inForce,
            firstYear: plan.period.map { FiscalYear($0.fromFy) }, lastYear: plan.period.map { FiscalYear($0.toFy) },
            facts: plan.facts + plan.facts(on: today, phasesKnown: phasesKnown), note: plan.note,
            source: plan.origin))
      }
    }
  }

  /// The phases came with the plan's revision of that month.
  private func phasesDay(of plan: OsakaFacts.Framework) -> CivilDate? {
    let revision = facts.revisions.first { $0.framework == plan.id && $0.month == plan.phasesSince }
    return revision?.date ?? plan.phasesSince?.lastDay
  }

  var planRevisions: [SeedEntry] {
    facts.revisions.map { revision in
      SeedEntry(enters: revision.date, changes: [revision.dateAlt]) { today in
        let isOtherKnown = revision.dateAlt.map { $0 <= today } ?? true
        return .planRevision(
          PlanRevision(
            id: revision.id, plan: revision.framework, date: revision.date,
            otherDate: isOtherKnown ? revision.dateAlt : nil, dateNote: isOtherKnown ? revision.dateNote : nil,
            points: revision.points,
            knownChanges: revision.knownChanges.map {
              LabelledFact("知られている変更", $0.text ?? "", source: $0.origin)
            }, source: revision.origin))
      }
    }
  }

  var pillars: [SeedEntry] {
    facts.frameworks.flatMap { framework in
      framework.pillars.map { pillar in
        SeedEntry(enters: day(pillar.id)) { _ in
          .pillar(
            Pillar(
              id: pillar.id, strategy: framework.id, order: pillar.order, name: pillar.nameJa,
              englishName: pillar.nameEn, theme: pillar.theme, note: framework.pillarsNote, source: pillar.origin))
        }
      }
    }
  }
}

extension OsakaFacts.Framework {
  fileprivate var isCurrent: Bool { status == "current_at_page_date" }

  fileprivate var adoptedOrigin: Source? {
    guard adoptedSource != nil || adoptedConfidence != nil else { return nil }
    return Source(adoptedSource, confidence: adoptedConfidence ?? .stated)
  }

  /// What the file says of an edition beyond the fields that all editions have.
  fileprivate var facts: [LabelledFact] {
    var facts: [LabelledFact] = []
    func add(_ label: String, _ text: String?, _ source: String?) {
      if let text { facts.append(LabelledFact(label, text, source: Source(source ?? self.source))) }
    }
    add("策定の種別", adoptedKind, nil)
    add("版の名", editionNote, nil)
    add("位置づけ", positionedIn, positionedSource)
    add("法的位置づけ", legalPosition, nil)
    add("案の公表", draftPublished?.wareki, draftSource)
    add("パブリックコメント", publicComment.map { "\($0.from.wareki)から\($0.to.wareki)まで" }, draftSource)
    add("柱の名称", pillarsNote, draftSource)
    if let management {
      add("進行管理", "\(management.owner)が\(management.review)確認する", management.source)
      add("管理の単位", management.unit, management.source)
      add("計画の周期", "\(management.cycleYears)年", management.source)
    }
    return facts
  }

  /// Facts that have a date of their own.
  fileprivate func facts(on today: CivilDate, phasesKnown: CivilDate?) -> [LabelledFact] {
    var facts: [LabelledFact] = []
    if let posted, posted <= today { facts.append(LabelledFact("掲載", posted.wareki, source: Source(source))) }
    if let phases, let phasesKnown, phasesKnown <= today {
      facts.append(
        LabelledFact("フェーズ", phases.joined(separator: "・"), source: Source(phasesSource ?? source)))
    }
    if let results, results.asOf <= today {
      facts.append(LabelledFact("実績（\(results.asOf.wareki)時点）", results.text, source: results.origin))
    }
    return facts
  }
}

extension OsakaFacts.Results {
  fileprivate var text: String {
    "\(plannedTotal)件中\(achievedTotal)件を達成（当初\(initialPlanned)件中\(initialAchieved)件・\(initialRatePct)%、"
      + "追加\(addedPlanned)件中\(addedAchieved)件）"
  }
}
