import StrategyModel
import StrategyStore

import enum StrategyModel.Record

extension Record {
  /// The beginnings of a new record; `nil` for the kinds that only an import brings.
  public init?(new kind: RecordKind, id: String, today: CivilDate) {
    switch kind {
    case .item: self = .item(ActionItem(id: id, title: ""))
    case .meeting: self = .meeting(Meeting(id: id, body: "", title: "", date: today))
    case .update: self = .update(UpdateEntry(id: id, list: .history, date: today, title: "", action: .added))
    case .measurement: self = .measurement(Measurement(id: id, item: "", kpi: "", date: .day(today), value: 0))
    case .review: self = .review(Review(id: id, item: "", date: today))
    case .document: self = .document(Document(id: id, title: "", kind: "", source: Source(nil)))
    case .term: self = .term(Term(id: id, term: "", meaning: "", source: Source(nil)))
    default: return nil
    }
  }

  /// The same under an id that the store does not have yet; a meeting is one of the headquarters.
  init?(new kind: RecordKind, in reader: StoreReader, today: CivilDate) throws(StoreError) {
    var number = 1
    while try reader.record(RecordKey(kind, Record.newID(kind, today, number))) != nil { number += 1 }
    self.init(new: kind, id: Record.newID(kind, today, number), today: today)
    guard case .meeting(var meeting) = self else { return }
    let headquarters = try reader.records(of: .city).compactMap { record -> String? in
      if case .city(let city) = record { city.headquarters } else { nil }
    }
    for case .body(let body) in try reader.records(of: .body) where headquarters.contains(body.name) {
      meeting.body = body.id
    }
    self = .meeting(meeting)
  }

  private static func newID(_ kind: RecordKind, _ today: CivilDate, _ number: Int) -> String {
    "\(kind.rawValue)_\(today.iso)_\(number)"
  }
}
