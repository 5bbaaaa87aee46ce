import StrategyModel
import TextUI

/// Strategies, plans, pillars and bodies.
extension RecordView {
  func write(_ strategy: Strategy, _ writer: inout RowWriter) {
    writer.paragraph(strategy.title, role: .heading)
    writer.field(words.pick("版", "Edition"), strategy.edition)
    let adopted = dated(strategy.adopted, strategy.adoptedSource, strategy.adoptedNote)
    writer.field(.adopted, adopted.text, door: door(strategy.adoptedSource), remark: adopted.remark)
    writer.field(.status, words.editionStatus(strategy.status))
    if strategy.supersededBy != nil { referring(.successor, strategy.supersededBy, &writer) }
    facts(strategy.facts, &writer)
    if let note = strategy.note { writer.field(.note, note) }
    if !strategy.chapters.isEmpty {
      writer.heading(.chapters)
      for chapter in strategy.chapters { writer.point(chapter) }
    }
  }

  func write(_ plan: Plan, _ writer: inout RowWriter) {
    writer.paragraph(plan.title, role: .heading)
    writer.field(words.pick("版", "Edition"), plan.edition)
    let adopted = dated(plan.adopted, plan.adoptedSource, plan.adoptedNote)
    writer.field(.adopted, adopted.text, door: door(plan.adoptedSource), remark: adopted.remark)
    let hasEnded = plan.hasEnded(by: context.today) == true
    writer.field(.period, period(plan), remark: hasEnded ? words(.periodEnded) : nil)
    writer.field(.status, words.editionStatus(plan.status))
    referring(.strategy, plan.strategy, &writer)
    facts(plan.facts, &writer)
    if let note = plan.note { writer.field(.note, note) }
  }

  private func period(_ plan: Plan) -> String? {
    guard plan.firstYear != nil || plan.lastYear != nil else { return nil }
    return "\(plan.firstYear?.text(calendar) ?? "")〜\(plan.lastYear?.text(calendar) ?? "")"
  }

  func write(_ pillar: Pillar, _ writer: inout RowWriter) {
    writer.paragraph(pillar.name, role: .heading)
    if let theme = pillar.theme { writer.field(.theme, theme) }
    if let name = pillar.englishName { writer.field(.englishName, name) }
    referring(.strategy, pillar.strategy, &writer)
    writer.field(.order, String(pillar.order))
    if let note = pillar.note { writer.field(.note, note) }
    writer.field(
      .items, words.count(dossier.itemCount),
      door: .view(.actions, filter: ScreenContext.filter(ofPillar: pillar.id)))
  }

  func write(_ body: MeetingBody, _ writer: inout RowWriter) {
    writer.paragraph(body.name, role: .heading)
    writer.field(.established, date(body.established))
    if let abolished = body.abolished {
      writer.field(
        .abolished, date(abolished), remark: body.abolishedConfidence == .derived ? words(.derived) : nil)
    }
    writer.field(.chair, body.chair)
    if body.successor != nil { referring(.successor, body.successor, &writer) }
    if body.basis != nil { referring(.basis, body.basis, &writer) }
    if let count = body.meetingCount { writer.field(.meetings, words.pick("\(count)回", "\(count)")) }
    facts(body.facts, &writer)
    if let note = body.note { writer.field(.note, note) }
  }

  private func door(_ source: Source?) -> Door? { source?.address.map { .address($0) } }
}
