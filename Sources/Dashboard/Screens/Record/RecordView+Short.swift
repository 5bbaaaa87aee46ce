import StrategyModel
import TextUI

/// Documents, and the records of a few fields.
extension RecordView {
  func write(_ document: Document, _ writer: inout RowWriter) {
    writer.paragraph(document.title, role: .heading)
    writer.field(.kind, document.kind)
    writer.field(.date, date(document.date))
    if let posted = document.posted { writer.field(.posted, calendar.text(posted)) }
    if let revised = document.revised { writer.field(.revised, date(revised)) }
    writer.field(.availability, document.availability)
    if let note = document.note { writer.field(.note, note) }
    related(document.related, document.relatedConfidence, &writer)
  }

  func writeShort(_ writer: inout RowWriter) {
    switch dossier.record {
    case .principle(let principle): write(principle, &writer)
    case .planRevision(let revision): write(revision, &writer)
    case .update(let update): write(update, &writer)
    case .term(let term): write(term, &writer)
    case .figure(let figure): write(figure, &writer)
    case .contact(let contact): write(contact, &writer)
    case .contradiction(let contradiction): write(contradiction, &writer)
    case .city(let city): write(city, &writer)
    case .measurement(let measurement): write(measurement, &writer)
    case .review(let review): write(review, &writer)
    case .item, .meeting, .strategy, .plan, .pillar, .body, .document: break
    }
  }

  private func write(_ principle: Principle, _ writer: inout RowWriter) {
    writer.paragraph(principle.text, role: .heading)
    let ours = principle.isSummary ? words(.summaryOurs) : nil
    writer.field(.kind, words(words.principleRole(principle.role)), remark: ours)
    if principle.framework != nil { referring(.framework, principle.framework, &writer) }
    writer.field(.order, String(principle.order))
    if let note = principle.note { writer.field(.note, note) }
  }

  private func write(_ revision: PlanRevision, _ writer: inout RowWriter) {
    writer.paragraph(dossier.record.title, role: .heading)
    referring(.plan, revision.plan, &writer)
    writer.field(.date, calendar.text(revision.date), remark: revision.dateNote)
    if let other = revision.otherDate { writer.field(.otherDate, calendar.text(other)) }
    if !revision.points.isEmpty {
      writer.heading("\(words(.points))\(words.remark(words(.summaryOurs)))")
      for point in revision.points { writer.point(point) }
    }
    if !revision.knownChanges.isEmpty {
      writer.heading(.knownChanges)
      for change in revision.knownChanges {
        writer.point(change.text, door: change.source?.address.map { .address($0) })
      }
    }
  }

  private func write(_ update: UpdateEntry, _ writer: inout RowWriter) {
    writer.paragraph(update.title, role: .heading)
    writer.field(.list, words(update.list == .history ? .history : .news))
    writer.field(.date, calendar.text(update.date))
    writer.field(.action, words.updateAction(update.action))
    if let note = update.note { writer.field(.note, note) }
    related(update.related, update.relatedConfidence, &writer)
  }

  private func write(_ term: Term, _ writer: inout RowWriter) {
    writer.paragraph(term.term, role: .heading)
    if let reading = term.reading { writer.field(.reading, reading) }
    if let expansion = term.expansion { writer.field(.expansion, expansion) }
    writer.paragraph(term.meaning)
  }

  private func write(_ figure: Figure, _ writer: inout RowWriter) {
    writer.paragraph(figure.name, role: .heading)
    writer.field(
      .value, words.figure(figure),
      figure: figure.whole == nil
        ? RowWriter.Figure(number: figure.value, unit: figure.unit, isApproximate: figure.isApproximate) : nil)
    writer.field(.asOfDate, date(figure.asOf))
    if let note = figure.note { writer.field(.note, note) }
  }

  private func write(_ contact: Contact, _ writer: inout RowWriter) {
    writer.paragraph(contact.office, role: .heading)
    writer.field(.postalCode, contact.postalCode)
    writer.field(.address, contact.address)
    writer.field(.telephone, contact.telephone)
    writer.field(.fax, contact.fax)
    writer.field(.page, contact.page)
    if let updated = contact.pageUpdated { writer.field(.revised, calendar.text(updated)) }
  }

  private func write(_ contradiction: Contradiction, _ writer: inout RowWriter) {
    writer.paragraph(words(.contradiction), role: .heading)
    writer.paragraph(contradiction.text)
    if let note = contradiction.note { writer.field(.note, note) }
    related(contradiction.related, .stated, &writer)
  }

  private func write(_ city: City, _ writer: inout RowWriter) {
    writer.paragraph(city.headquarters, role: .heading)
    writer.field(.title, city.title)
    if let aim = city.aim { writer.field(.goals, aim, remark: words(.summaryOurs)) }
    if let note = city.note { writer.field(.note, note) }
  }

  private func write(_ measurement: Measurement, _ writer: inout RowWriter) {
    writer.paragraph(words(.measured), role: .heading)
    referring(.items, measurement.item, &writer)
    writer.field(.kpi, reference(measurement.kpi)?.title ?? measurement.kpi)
    writer.field(.date, date(measurement.date))
    writer.field(.value, words.number(measurement.value), figure: RowWriter.Figure(number: measurement.value))
    if let note = measurement.note { writer.field(.note, note) }
  }

  private func write(_ review: Review, _ writer: inout RowWriter) {
    writer.paragraph(words(.review), role: .heading)
    referring(.items, review.item, &writer)
    writer.field(.date, calendar.text(review.date))
    writer.field(.reviewer, review.reviewer)
    if let note = review.note { writer.field(.note, note) }
  }
}
