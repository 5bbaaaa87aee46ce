import StrategyModel
import TextUI

/// What was measured of a KPI, one after the other: as columns on one scale with baseline and target, and in words.
struct SeriesView {
  let context: ScreenContext
  let kpi: KPI
  /// Oldest first.
  let measurements: [Measurement]
  /// In force.
  let target: Double?

  private var words: Words { context.words }

  func write(_ writer: inout RowWriter) {
    guard let first = measurements.first, let last = measurements.last else { return }
    guard measurements.count > 1 else { return writer.field(.series, words(.measuredOnce)) }
    let values = measurements.map(\.value)
    let marks = [kpi.baseline, target].compactMap { $0 }
    guard let sparkline = Sparkline(values, marks: marks, style: context.style(.bar)) else { return }
    writer.tell(.field(label: words(.series), OutlineText(told(first, last, values))))
    let policy = context.policy
    // On a narrow screen the name has a line of its own.
    let labelColumns = writer.columns < 50 ? 0 : writer.labelColumns
    if labelColumns == 0 { writer.add(Line(words(.series), context.style(.label))) }
    let label = Line(TextFit.fit(words(.series), labelColumns, policy), context.style(.label))
    let ends = words.scale(number(sparkline.scale.lowerBound), number(sparkline.scale.upperBound))
    let baseline = kpi.baseline.map { mark(.baseline, $0, sparkline) + Line("  ") } ?? Line()
    let goal = target.map { Line("  ") + mark(.target, $0, sparkline) } ?? Line()
    let rest = max(1, writer.columns - labelColumns - baseline.width(policy) - goal.width(policy))
    let isBeside = rest - policy.width(of: ends) - 2 >= values.count
    let shown = min(values.count, rest)
    let columns = sparkline.line(shown, policy, context.lineSet)
    let picture = label + baseline + columns + goal
    if isBeside { return writer.add(picture + Line("  " + ends, context.style(.faint))) }
    writer.add(picture)
    let scale = ends + (shown < values.count ? "  " + words.latest(shown) : "")
    for piece in TextFit.paragraph(scale, max(4, writer.columns - labelColumns), policy) {
      writer.add(Line(String(repeating: " ", count: labelColumns)) + Line(piece, context.style(.faint)))
    }
  }

  private func mark(_ word: Word, _ value: Double, _ sparkline: Sparkline) -> Line {
    Line("\(words(word)) ", context.style(.faint)) + Line(sparkline.column(value, context.policy, context.lineSet))
  }

  /// Without a picture: from where to where, and between what.
  private func told(_ first: Measurement, _ last: Measurement, _ values: [Double]) -> String {
    let ends = [first, last].map { measurement in
      let date = measurement.date.map(context.calendarText) ?? words(.undated)
      return "\(number(measurement.value))\(words.pick("（\(date)）", " (\(date))"))"
    }
    let lines = [kpi.baseline.map { (Word.baseline, $0) }, target.map { (Word.target, $0) }].compactMap { $0 }
    return words.series(
      count: values.count, from: ends[0], to: ends[1], least: number(values.min() ?? 0),
      most: number(values.max() ?? 0))
      + lines.map { words.pick("、\(words($0.0)) \(number($0.1))", ", \(words($0.0)) \(number($0.1))") }.joined()
  }

  private func number(_ value: Double) -> String { words.number(value) + (kpi.unit ?? "") }
}
