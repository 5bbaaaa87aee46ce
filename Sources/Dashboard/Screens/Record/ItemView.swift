import StrategyModel
import TextUI

/// 取組 in full: where it stands, its KPIs, schedule, budget, events and reviews.
struct ItemView {
  let context: ScreenContext
  let dossier: Dossier
  let item: ActionItem

  private var words: Words { context.words }
  private var record: RecordView { RecordView(context: context, dossier: dossier) }

  func write(_ writer: inout RowWriter) {
    writer.paragraph(item.title, role: .heading)
    if let reading = item.reading { furigana(reading, &writer) }
    writer.blank()
    stepper(&writer)
    writer.blank()
    if let summary = item.summary {
      writer.field(.summary, summary, remark: item.isSummaryOurs ? words(.summaryOurs) : nil)
    } else {
      writer.field(.summary, nil)
    }
    let inferred = item.pillar != nil && item.pillarConfidence == .derived ? words(.derived) : nil
    record.referring(.pillar, item.pillar, &writer, remark: inferred)
    if item.legacyPillar != nil {
      record.referring(
        .legacyPillar, item.legacyPillar, &writer,
        remark: item.legacyPillarConfidence == .derived ? words(.derived) : nil)
    }
    record.referring(.framework, item.framework, &writer)
    if let relation = item.planRelation { writer.field(.planRelation, relation) }
    writer.field(
      .department, item.department, door: item.departmentSource?.address.map { .address($0) },
      remark: item.department == nil ? nil : item.departmentRole)
    writer.field(.period, period)
    if let note = item.note { writer.field(.note, note) }
    KPIView(context: context, dossier: dossier).write(item, &writer)
    schedule(&writer)
    budgets(&writer)
    events(&writer)
    reviews(&writer)
  }

  /// Below the title, as it is read; where it is told without a title above, with its name.
  private func furigana(_ reading: String, _ writer: inout RowWriter) {
    writer.tell(.field(label: words(.reading), OutlineText(reading, .faint)))
    for piece in TextFit.paragraph(reading, writer.columns, context.policy) {
      writer.add(context.marked(piece, context.style(.faint)))
    }
  }

  private var period: String? {
    guard item.start != nil || item.end != nil else { return nil }
    return "\(record.date(item.start) ?? words(.unknown))〜\(record.date(item.end) ?? words(.unknown))"
  }

  /// 企画中 → 検討中 → …, the current one marked; below it, on what the phase rests.
  private func stepper(_ writer: inout RowWriter) {
    let lineSet = context.lineSet
    let shown = item.shownPhase
    var line = Line()
    for phase in Phase.allCases {
      if phase != .planning { line.append(" \(lineSet.arrow) ", context.style(.faint)) }
      let isNow = phase == shown
      let sign = shown.map { phase < $0 ? lineSet.stepDone : isNow ? lineSet.stepNow : lineSet.stepAhead }
      let text = "\(sign ?? lineSet.stepAhead) \(words.phase(phase))"
      line.append(
        isNow ? "[\(text)]" : text, isNow ? context.style(.phase(phase)).adding(.bold) : context.style(.faint))
    }
    if line.width(context.policy) > writer.columns { line = Line(words.phase(shown), context.style(.phase(shown))) }
    writer.add(line)
    if let derived = item.derivedPhase, item.phase == nil {
      let asOf = derived.asOf.map { words.asOfDay(context.calendarText($0)) }
      let remark = [words(.derived), asOf].compactMap { $0 }.joined(separator: words.pick("、", ", "))
      writer.field(
        .phase, "\(words.phase(derived.phase))\(words.remark(remark))\(words.pick("", " "))\(derived.basis)",
        door: derived.source.address.map { .address($0) })
    } else {
      writer.field(.phase, item.phase.map { words.phase($0) })
    }
  }

  private func schedule(_ writer: inout RowWriter) {
    writer.heading(.schedule)
    if item.schedule.isEmpty { writer.paragraph(words(.unknown), role: .unknown) }
    for entry in item.schedule {
      writer.field(
        words.year(entry.year, context.calendar), entry.text, door: entry.source.address.map { .address($0) })
    }
  }

  private func budgets(_ writer: inout RowWriter) {
    writer.heading(.budget)
    if item.budgets.isEmpty { writer.paragraph(words(.unknown), role: .unknown) }
    for budget in item.budgets {
      writer.field(
        words.year(budget.year, context.calendar), words.yen(budget.yen),
        door: budget.source.address.map { .address($0) },
        remark: budget.purpose, figure: RowWriter.Figure(number: Double(budget.yen), unit: words(.yen)))
    }
  }

  private func events(_ writer: inout RowWriter) {
    guard !item.events.isEmpty else { return }
    writer.heading(.events)
    for event in item.events {
      writer.field(context.calendarText(event.date), event.text, door: event.source.address.map { .address($0) })
    }
  }

  private func reviews(_ writer: inout RowWriter) {
    writer.heading(.reviews)
    if dossier.reviews.isEmpty { writer.paragraph(words(.noReview), role: .unknown) }
    for review in dossier.reviews.sorted(by: { $0.date > $1.date }) {
      writer.field(
        context.calendar.text(review.date), review.note ?? words(.noReviewNote),
        door: review.source.address.map { .address($0) }, remark: review.reviewer,
        of: RecordKey(.review, review.id))
    }
  }
}

extension ScreenContext {
  func calendarText(_ date: PartialDate) -> String { date.text(calendar) }
}
