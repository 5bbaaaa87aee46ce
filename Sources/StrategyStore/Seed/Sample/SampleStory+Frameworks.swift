import StrategyModel

extension SampleStory {
  var city: SeedEntry {
    let place = facts.city
    return SeedEntry(enters: start) { _ in
      .city(
        City(
          id: place.id, name: place.name, headquarters: place.headquarters, title: place.title, aim: place.aim,
          isFictional: true, note: place.note, source: source("見本市")))
    }
  }

  var contact: SeedEntry {
    let office = facts.contact
    return SeedEntry(enters: start, changes: [office.pageUpdated]) { today in
      .contact(
        Contact(
          id: "contact", office: office.office, postalCode: office.postalCode, address: office.address,
          telephone: office.telephone, fax: office.fax, page: office.page,
          pageUpdated: office.pageUpdated <= today ? office.pageUpdated : start, source: source("デジタル戦略のページ")))
    }
  }

  var principles: [SeedEntry] {
    facts.principles.map { statement in
      SeedEntry(enters: start) { _ in
        .principle(
          Principle(
            id: statement.id, role: statement.role, framework: statement.framework, order: statement.order,
            text: statement.text, source: source("見本市デジタル戦略")))
      }
    }
  }

  var strategies: [SeedEntry] {
    facts.strategies.map { edition in
      SeedEntry(enters: start) { _ in
        .strategy(
          Strategy(
            id: edition.id, title: edition.title, edition: edition.edition, adopted: edition.adopted,
            status: edition.supersededBy == nil ? .inForce : .superseded, supersededBy: edition.supersededBy,
            chapters: edition.chapters ?? [], facts: labelled(edition.facts), source: source(edition.title)))
      }
    }
  }

  var plans: [SeedEntry] {
    facts.plans.map { plan in
      SeedEntry(enters: start) { _ in
        .plan(
          Plan(
            id: plan.id, title: plan.title, edition: plan.edition, strategy: plan.strategy, adopted: plan.adopted,
            status: plan.finished == nil ? .inForce : .finished, firstYear: plan.firstYear.map(FiscalYear.init),
            lastYear: plan.lastYear.map(FiscalYear.init), facts: labelled(plan.facts), source: source(plan.title)))
      }
    }
  }

  var planRevisions: [SeedEntry] {
    facts.planRevisions.map { change in
      SeedEntry(enters: change.date) { _ in
        .planRevision(
          PlanRevision(
            id: change.id, plan: change.plan, date: change.date, points: change.points,
            knownChanges: labelled(change.changes), source: source("アクションプランの改訂")))
      }
    }
  }

  var pillars: [SeedEntry] {
    facts.pillars.map { pillar in
      SeedEntry(enters: start, changes: [pillar.renamed]) { today in
        let isRenamed = pillar.renamed.map { $0 <= today } ?? true
        return .pillar(
          Pillar(
            id: pillar.id, strategy: pillar.strategy, order: pillar.order,
            name: isRenamed ? pillar.name : pillar.formerName ?? pillar.name, englishName: pillar.englishName,
            theme: pillar.theme, note: isRenamed ? pillar.note : nil, source: source("見本市デジタル戦略")))
      }
    }
  }

  var bodies: [SeedEntry] {
    facts.bodies.map { body in
      let held = facts.meetings.filter { $0.body == body.id }.map(\.date)
      return SeedEntry(enters: start, changes: held) { today in
        let count = held.filter { $0 <= today }.count
        return .body(
          MeetingBody(
            id: body.id, name: body.name, established: body.established, abolished: body.abolished,
            chair: body.chair, successor: body.successor, basis: body.basis,
            meetingCount: count == 0 ? nil : count, facts: labelled(body.facts), source: source("設置要綱")))
      }
    }
  }
}
