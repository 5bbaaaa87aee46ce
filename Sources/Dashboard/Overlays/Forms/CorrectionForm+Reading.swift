import StrategyModel

extension CorrectionForm {
  /// What is to be written; `nil` where a field cannot be so, which is then told at its line.
  mutating func order(_ settings: Settings) -> CorrectionOrder? {
    fault = nil
    guard let correction = correction(settings) else { return nil }
    let author = text(.author)
    guard !author.isEmpty else { return refused(.author, settings.words(.authorNeeded)) }
    return CorrectionOrder(correction, author: author, update: text(.update))
  }

  private mutating func correction(_ settings: Settings) -> QuickCorrection? {
    switch (kind, dossier?.record) {
    case (.phase, .item(let item)?):
      let phase = Phase.allCases[self[.phase]?.selected ?? 0]
      guard phase != item.phase else { return refused(.phase, settings.words(.samePhase)) }
      guard let day = day(settings) else { return nil }
      return .phase(item, to: phase, on: day, reason: text(.reason))
    case (.measurement, .item(let item)?):
      guard let kpi else { return refused(.kpi, settings.words(.noKPI)) }
      guard let value = value(of: kpi, settings), let date = partialDate(settings) else { return nil }
      if let known = dossier?.measurements.first(where: { $0.kpi == kpi.id && $0.date == date }) {
        return refused(.date, settings.words.alreadyMeasured(known.value, kpi.unit))
      }
      return .measurement(item, kpi, value: value, on: date, source: text(.source))
    case (.review, .item(let item)?):
      guard let day = day(settings) else { return nil }
      if dossier?.reviews.contains(where: { $0.date == day }) == true {
        return refused(.date, settings.words(.alreadyReviewed))
      }
      return .review(item, on: day, by: text(.reviewer), note: text(.note))
    case (.decision, .meeting(let meeting)?):
      guard !text(.text).isEmpty else { return refused(.text, settings.words(.decisionNeeded)) }
      guard !meeting.decisions.contains(where: { $0.text == text(.text) }) else {
        return refused(.text, settings.words(.sameDecision))
      }
      return .decision(meeting, text(.text), items: itemsNamed)
    default: return nil
    }
  }

  /// Ids or titles, as they are typed.
  private var itemsNamed: [String] {
    text(.items).split { ";；、，,".contains($0) }.compactMap { name in
      let name = name.drop(while: \.isWhitespace)
      let end = name.lastIndex { !$0.isWhitespace }
      return end.map { String(name[...$0]) }
    }
  }

  /// What happened cannot have happened later than today.
  private mutating func day(_ settings: Settings) -> CivilDate? {
    guard let day = DateReading.date(text(.date)) else {
      return refused(.date, settings.words.notADate(text(.date)))
    }
    guard day <= settings.today else { return refused(.date, settings.words(.dateInFuture)) }
    return day
  }

  private mutating func partialDate(_ settings: Settings) -> PartialDate? {
    guard let date = DateReading.partialDate(text(.date)) else {
      return refused(.date, settings.words.notADate(text(.date)))
    }
    if let first = date.firstDay, first > settings.today { return refused(.date, settings.words(.dateInFuture)) }
    return date
  }

  /// - Returns: in the KPI's unit; a percent sign is read where that is `%`.
  private mutating func value(of kpi: KPI, _ settings: Settings) -> Double? {
    var written = text(.value)
    if let unit = kpi.unit {
      for end in [unit, "％"]
      where written.hasSuffix(end) && NumberReading.narrowed(unit).hasSuffix(NumberReading.narrowed(end)) {
        written = String(written.dropLast(end.count))
        break
      }
    }
    do throws(NumberReading.Problem) {
      return try NumberReading.number(written)
    } catch {
      return refused(.value, settings.words.notANumber(text(.value), error))
    }
  }

  private mutating func refused<Value>(_ id: CorrectionField, _ words: String) -> Value? {
    refuse(id, words)
    return nil
  }
}
