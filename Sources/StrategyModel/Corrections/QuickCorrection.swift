/// One of the four corrections that staff make most, with the record as it was read.
public enum QuickCorrection: Hashable, Sendable {
  /// フェーズの移行. It becomes the item's official phase, and an event of the item on its own day.
  case phase(ActionItem, to: Phase, on: CivilDate, reason: String)
  /// 実績値 of one of the item's KPIs.
  case measurement(ActionItem, KPI, value: Double, on: PartialDate, source: String)
  /// CIO確認.
  case review(ActionItem, on: CivilDate, by: String, note: String)
  /// 決定事項 of a meeting, with the ids of its items.
  case decision(Meeting, String, items: [String])

  /// The item or meeting that it is about.
  public var subject: Record {
    switch self {
    case .phase(let item, _, _, _), .measurement(let item, _, _, _, _), .review(let item, _, _, _): .item(item)
    case .decision(let meeting, _, _): .meeting(meeting)
    }
  }

  /// The record as it is to be, and as it was read.
  public var part: Correction.Part {
    switch self {
    case .phase(let item, let phase, let day, let reason):
      var wanted = item
      wanted.phase = phase
      let move = "\(item.shownPhase.map { "\($0.name)から" } ?? "")\(phase.name)へ"
      wanted.events.append(
        ItemEvent(
          id: item.freeEventID, date: .day(day), text: reason.isEmpty ? move : "\(move)（\(reason)）"))
      return .init(.item(wanted), base: .item(item))
    case .measurement(let item, let kpi, let value, let date, let source):
      let id = Measurement.id(of: kpi, in: item, on: date)
      let measurement = Measurement(
        id: id, item: item.id, kpi: kpi.id, date: date, value: value, source: Source(source.isEmpty ? nil : source))
      return .init(.measurement(measurement), base: nil)
    case .review(let item, let day, let reviewer, let note):
      let review = Review(
        id: Review.id(of: item, on: day), item: item.id, date: day, reviewer: reviewer.isEmpty ? nil : reviewer,
        note: note.isEmpty ? nil : note)
      return .init(.review(review), base: nil)
    case .decision(let meeting, let text, let items):
      var wanted = meeting
      wanted.decisions.append(Decision(text, items: items))
      for item in items where !meeting.items.contains(item) { wanted.items.append(item) }
      return .init(.meeting(wanted), base: .meeting(meeting))
    }
  }

  /// What the revision is called.
  public var title: String {
    switch self {
    case .phase(let item, let phase, _, _): "「\(item.title)」を\(phase.name)へ"
    case .measurement(let item, let kpi, _, _, _): "「\(item.title)」の実績値（\(kpi.name)）"
    case .review(let item, _, _, _): "「\(item.title)」のCIO確認"
    case .decision(let meeting, _, _): "「\(meeting.title)」の決定事項"
    }
  }
}

extension ActionItem {
  /// The item's id and the first number that no event has.
  fileprivate var freeEventID: String {
    let used = Set(events.map(\.id))
    return (1...events.count + 1).map { "\(id)_ev_\($0)" }.first { !used.contains($0) } ?? "\(id)_ev"
  }
}
