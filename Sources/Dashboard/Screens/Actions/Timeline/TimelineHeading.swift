import StrategyModel
import TextUI

/// The lines over the rows of a timeline: the legend, the years, and what the years are cut into.
struct TimelineHeading {
  let context: ScreenContext
  let layout: TimelineLayout

  private var policy: WidthPolicy { context.policy }
  private var words: Words { context.words }
  private var scale: TimelineScale { layout.scale }
  private var glyphs: TimelineGlyphs { .of(context.settings.lines, policy) }

  /// What the marks mean, on so many lines; what does not fit is left out from the end.
  func legend(lines count: Int) -> [Line] {
    let entries: [(String, Style, Word)] = [
      (glyphs.plan, context.style(.plan), .planned), (glyphs.actual, context.style(.actual), .actual),
      (glyphs.actualWithinPlan, context.style(.actualWithinPlan), .both),
      (glyphs.due, context.style(.due), .due), (glyphs.today, context.style(.key), .today),
      (glyphs.unsurePlan + glyphs.unsureActual, context.style(.unsurePlan), layout.isTerse ? .unsureTerse : .unsure),
      (glyphs.year, context.style(.faint), .yearBegins),
      (TimelineGlyphs.before + TimelineGlyphs.after, context.style(.heading), .goesOnUnseen),
    ]
    var parts = entries.map { glyph, style, word in
      Line(glyph, style) + Line(layout.isTerse ? words(word) : " \(words(word))", context.style(.faint))
    }
    if let since = context.since, layout.slipColumns > 0 {
      parts.append(Line(words.slipSentence(since: since), context.style(.faint)))
    }
    let width = Pane.textColumns(context.columns)
    let gap = layout.isTerse ? 1 : 2
    var lines = [Line()]
    for part in parts {
      let used = lines[lines.count - 1].width(policy)
      let needed = (used == 0 ? 0 : gap) + part.width(policy)
      if used + needed <= width {
        if used > 0 { lines[lines.count - 1].append(String(repeating: " ", count: gap)) }
        lines[lines.count - 1] += part
      } else if lines.count < count, part.width(policy) <= width {
        lines.append(part)
      } else {
        break
      }
    }
    return lines.map { Line("  ") + $0 }
  }

  /// The columns' names and the years.
  var years: Line {
    var line = Line("  ") + name(.title, .title, layout.titleColumns)
    if layout.departmentColumns > 0 { line += Line(" ") + name(.department, .department, layout.departmentColumns) }
    line.append(" ")
    line += spread(yearNames)
    guard let since = context.since, layout.slipColumns > 0 else { return line }
    let slip = layout.isTerse ? words(.slip) : "\(words(.slip))(r\(since))"
    return line + Line(" " + TextFit.fit(slip, layout.slipColumns - 1, policy), context.style(.heading))
  }

  /// Quarters, and months where there is room for their numbers; none where quarters have no room either.
  var pieces: [Line] {
    let perYear = scale.grain.columnsPerYear
    guard perYear >= 8 else { return [] }
    let before = Line(String(repeating: " ", count: 2 + layout.columnsBeforeScale))
    let quarter = perYear / 4
    let quarters = (0..<scale.yearCount * 4).map { index in
      (index * quarter, quarter > 2 ? "\(index % 4 + 1)Q" : "\(index % 4 + 1)")
    }
    var lines = [before + spread(quarters)]
    let month = scale.grain.columnsPerCell
    if scale.grain.monthsPerCell == 1, month >= 2 {
      // Numbers of two digits would run into each other in two columns: then only each quarter's first month is named.
      let step = month > 2 ? 1 : 3
      let months = stride(from: 0, to: scale.cellCount, by: step).map { cell in
        (cell * month, words.month((cell + 3) % 12 + 1, isShort: month > 2))
      }
      lines.append(before + spread(months))
    }
    return lines
  }

  /// Names of the years with the columns at which they begin: as long as the years have room, else of every so many.
  private var yearNames: [(column: Int, text: String)] {
    let perYear = scale.grain.columnsPerYear
    let years = (scale.firstYear...scale.lastYear).map { FiscalYear($0) }
    let short = years.map { $0.shortText(context.calendar) }
    let spoken = words.language == .ja ? [years.map { $0.text(context.calendar) }] : []
    let forms = spoken + [short.map { words.fiscalYear($0) }, short]
    func columns(_ form: [String]) -> Int { form.map { policy.width(of: $0) }.max() ?? 0 }
    let form = forms.first { columns($0) < perYear } ?? short
    let step = (columns(form) + perYear) / perYear
    return zip(years, form).enumerated().compactMap { index, entry in
      // The same years are named wherever the window begins.
      entry.0.year.isMultiple(of: step) ? (index * perYear, entry.1) : nil
    }
  }

  /// Texts at their columns, today's line between them; what would stand across it or beyond the end gives way.
  private func spread(_ texts: [(column: Int, text: String)]) -> Line {
    let today = layout.beforeToday
    var line = Line()
    var used = 0
    for (index, entry) in texts.enumerated() {
      let isAfter = today.map { entry.column >= $0 } ?? false
      let start = entry.column + (isAfter ? 1 : 0)
      guard start >= used else { continue }
      pad(&line, from: &used, to: start)
      let next = index + 1 < texts.count ? texts[index + 1].column : scale.columns
      // Where today's line cuts a name's room, the name may take the line's column: the line stands below it.
      let room = next + (today.map { next > $0 ? 1 : 0 } ?? 0) - start
      let text = TextFit.truncate(entry.text, max(0, room), policy, ellipsis: "")
      line.append(text, context.style(.heading))
      used += policy.width(of: text)
    }
    pad(&line, from: &used, to: layout.scaleColumns)
    return line
  }

  private func pad(_ line: inout Line, from used: inout Int, to column: Int) {
    while used < column {
      let isToday = used == layout.beforeToday
      line.append(isToday ? glyphs.today : " ", isToday ? context.style(.key) : .plain)
      used += 1
    }
  }

  private func name(_ word: Word, _ sort: ItemSort, _ columns: Int) -> Line {
    let options = context.options
    let arrow = options.isDescending ? context.lineSet.descending : context.lineSet.ascending
    let text = words(word) + (options.sort == sort ? arrow : "")
    return Line(TextFit.fit(text, columns, policy), context.style(.heading))
  }
}
