import Dashboard
import StrategyModel
import StrategyStore

/// What the forms of the dashboard order.
extension CorrectionStore {
  func write(_ order: CorrectionOrder, today: CivilDate, words: Words) -> CorrectionAnswer {
    do {
      let writing = try CorrectionWriting(self)
      var correction = order.correction
      if case .decision(let meeting, let text, let named) = correction {
        switch try ItemNames(reader: writing.reader, today: today).ids(named) {
        case .found(let ids): correction = .decision(meeting, text, items: ids)
        case .refused(let reason): return .refused(.items, reason)
        }
      }
      let whole = Correction(parts: [correction.part], effective: today, author: order.author, title: correction.title)
      let update =
        order.update.isEmpty
        ? nil
        : CorrectionWriting.Update(line: order.update, action: correction.action, about: correction.subject.key.id)
      switch try writing.write(whole, update, today: today) {
      case .written(let revision): return .written(revision)
      case .unchanged: return .unchanged
      case .clash(let clashes):
        guard let clash = clashes.first else { return .unchanged }
        return answer(clash, correction, words)
      }
    } catch {
      return .failed(error.message)
    }
  }

  private func answer(_ clash: CorrectionClash, _ correction: QuickCorrection, _ words: Words) -> CorrectionAnswer {
    switch (correction, clash.theirs) {
    case (.measurement(_, let kpi, _, _, _), .measurement(let theirs)?):
      .refused(.date, words.alreadyMeasured(theirs.value, kpi.unit))
    case (.review, .review?): .refused(.date, words(.alreadyReviewed))
    default: .overtaken(by: clash.theirs, ClashWords(clash).told)
    }
  }

  func undoPlan(_ number: Int) -> Message {
    do {
      return .undoPlanned(try open().undoPlan(number))
    } catch {
      return .corrected(.failed(error.message))
    }
  }

  func undo(_ number: Int, author: String, today: CivilDate) -> Message {
    do {
      return .undone(try open().undo(number, author: author, today: today))
    } catch {
      return .corrected(.failed(error.message))
    }
  }
}

extension QuickCorrection {
  /// What the update history says was done.
  fileprivate var action: UpdateEntry.Action {
    if case .phase = self { .revised } else { .added }
  }
}

/// Items as people name them: by id, or by a title that only one item has.
struct ItemNames {
  enum Outcome {
    case found([String])
    case refused(String)
  }

  let reader: StoreReader
  let today: CivilDate

  func ids(_ names: [String]) throws(StoreError) -> Outcome {
    var ids: [String] = []
    for name in names {
      let found = try candidates(name)
      guard found.count == 1, let item = found.first else {
        return .refused(refusal(of: name, found))
      }
      if !ids.contains(item.id) { ids.append(item.id) }
    }
    return .found(ids)
  }

  private func candidates(_ name: String) throws(StoreError) -> [(id: String, title: String)] {
    if case .item(let item)? = try reader.record(RecordKey(.item, name)) { return [(item.id, item.title)] }
    let phrase = "\"" + name.filter { $0 != "\"" } + "\""
    let query = ItemQuery(filter: phrase)
    let answer = try reader.answer(Question(.items(query, ItemSpan(count: 200)), today: today))
    guard case .items(let page) = answer.content else { return [] }
    let rows = page.rows.filter { $0.title.contains(name) }
    let exact = rows.filter { $0.title == name }
    return (exact.isEmpty ? rows : exact).map { ($0.id, $0.title) }
  }

  private func refusal(of name: String, _ found: [(id: String, title: String)]) -> String {
    guard !found.isEmpty else { return "「\(name)」という取組はありません（番号か題名で書いてください）" }
    let some = found.prefix(3).map { "\($0.id)「\($0.title)」" }.joined(separator: "、")
    return "「\(name)」に当てはまる取組がいくつもあります（\(some)\(found.count > 3 ? " ほか" : "")）"
  }
}
