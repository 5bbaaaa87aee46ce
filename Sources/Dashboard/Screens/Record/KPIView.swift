import StrategyModel
import TextUI

/// The KPIs of an item: a meter on the target in force, all targets, and the series of what was measured.
struct KPIView {
  let context: ScreenContext
  let dossier: Dossier

  private var words: Words { context.words }

  func write(_ item: ActionItem, _ writer: inout RowWriter) {
    writer.heading(.kpi, count: item.kpis.isEmpty ? nil : item.kpis.count)
    if item.kpis.isEmpty { writer.paragraph(words(.unknown), role: .unknown) }
    for kpi in item.kpis {
      let measurements = dossier.measurements.filter { $0.kpi == kpi.id }.series
      var reading = KPIReading(kpi, measurements: measurements, on: context.today)
      reading.line = measurements.latest.flatMap { kpi.line($0, itemStart: item.start, today: context.today) }
      write(kpi, measurements, reading, &writer)
    }
  }

  private func write(
    _ kpi: KPI, _ measurements: [Measurement], _ reading: KPIReading, _ writer: inout RowWriter
  ) {
    writer.paragraph(kpi.name, role: .heading, door: kpi.source.address.map { .address($0) })
    writer.field(
      .baseline, kpi.baseline.map { value($0, kpi) } ?? words(.noBaseline),
      remark: kpi.baselineDate.map(context.calendarText), figure: kpi.baseline.map { figure($0, kpi) })
    if let ratio = reading.attainment {
      let percent = words.percent(ratio)
      let share = reading.progress.map { "\(words(.progress)) \(words.percent($0))" }
      let progress = share.map { "  \($0)" } ?? ""
      let remark = ["%", share].compactMap { $0 }.joined(separator: words.pick("、", ", "))
      writer.tell(
        .field(
          label: words(.attainment), OutlineText(percent) + OutlineText(progress, .faint),
          figure: OutlineFigure((ratio * 100 + 1e-9).rounded(.down), remark: remark)))
      let label = Line(TextFit.fit(words(.attainment), writer.labelColumns, context.policy), context.style(.label))
      let told = context.policy.width(of: percent + progress) + 2
      let columns = max(4, min(40, writer.columns - writer.labelColumns - max(told, 20)))
      writer.add(
        label
          + Meter(ratio: min(1, max(0, ratio)), style: context.style(.bar)).line(
            columns, context.policy, context.lineSet)
          + Line(" \(percent)", .bold) + Line(progress, context.style(.faint)))
    }
    if let line = reading.line, let due = line.target.due {
      let expected = value(line.shown(baseline: kpi.baseline, measured: reading.measured), kpi)
      let remarks = [line.isBehind ? words(.behindLine) : nil, words.ruleOfLine(to: context.calendarText(due))]
      writer.field(
        .straightLine, words.line(at: context.calendar.text(line.day), expected),
        remark: remarks.compactMap(\.self).joined(separator: words.pick("、", ", ")))
    }
    for target in kpi.targets.sorted(by: {
      ($0.due?.lastDay?.dayNumber ?? Int.max) < ($1.due?.lastDay?.dayNumber ?? Int.max)
    }) {
      let due = target.due.map { "\(words(.due)) \(context.calendarText($0))" } ?? "\(words(.due)) \(words(.unknown))"
      let isInForce = target.due == reading.due && target.value == reading.target && target.value != nil
      let remarks = [due, isInForce ? words(.effectiveNow) : nil, target.note].compactMap { $0 }
      writer.field(
        words(.target), target.value.map { value($0, kpi) }, door: target.source.address.map { .address($0) },
        remark: remarks.joined(separator: words.pick("、", ", ")), figure: target.value.map { figure($0, kpi) })
    }
    if measurements.isEmpty { writer.field(.measured, nil) }
    SeriesView(context: context, kpi: kpi, measurements: measurements, target: reading.target).write(&writer)
    for measurement in measurements.reversed() {
      let date = measurement.date.map(context.calendarText) ?? words(.undated)
      let remarks = [date, measurement.note].compactMap { $0 }
      writer.field(
        words(.measured), value(measurement.value, kpi), door: measurement.source.address.map { .address($0) },
        remark: remarks.joined(separator: words.pick("、", ", ")), of: RecordKey(.measurement, measurement.id),
        figure: figure(measurement.value, kpi))
    }
    if let note = kpi.note { writer.field(.note, note) }
  }

  private func figure(_ number: Double, _ kpi: KPI) -> RowWriter.Figure {
    RowWriter.Figure(number: number, unit: kpi.unit, isApproximate: kpi.isApproximate)
  }

  private func value(_ number: Double, _ kpi: KPI) -> String {
    (kpi.isApproximate ? words(.approximately) : "") + words.number(number) + (kpi.unit ?? "")
  }
}
