import StrategyModel

/// A row of the update history.
struct UpdateImport {
  let workspace: ImportWorkspace
  let row: RowReader

  func read() {
    guard let id = row.identifier(.id) else { return }
    guard workspace.isFirst(id, of: .updates, row: row, field: .id) else { return }
    let stored: UpdateEntry?
    if case .update(let entry)? = workspace.record(RecordKey(.update, id)) { stored = entry } else { stored = nil }
    guard stored != nil || workspace.isApart(id, .update, row: row) else { return }
    let date = row.requiredDate(.date)
    let title = row.required(.title)
    let list = known(row.choice(.list, ImportWording.list, UpdateEntry.List.init(importText:)), .list, stored?.list)
    let action = known(
      row.choice(.action, ImportWording.action, UpdateEntry.Action.init(importText:)), .action, stored?.action)
    let related = knownRelated(stored?.related ?? [], of: id)
    guard let date, let title, let list, let action else { return }
    var entry = stored ?? UpdateEntry(id: id, list: list, date: date, title: title, action: action)
    entry.list = list
    entry.date = date
    entry.title = title
    entry.action = action
    let ids = related.applied(to: entry.related) ?? []
    if ids != entry.related {
      entry.related = ids
      entry.relatedConfidence = .stated
    }
    workspace.put(.update(entry))
  }

  /// The cell's value, else the store's; a new entry needs one.
  private func known<Value>(_ entry: Entry<Value>, _ field: Field, _ stored: Value?) -> Value? {
    if let value = entry.value { return value }
    if row.word(field).isAbsent, let stored { return stored }
    // A word that could not be read is a fault already.
    if row.word(field).value == nil { row.fault(field, ImportWording.required) }
    return nil
  }

  private func knownRelated(_ current: [String], of own: String) -> Entry<[String]> {
    guard case .value(let ids) = row.list(.related) else { return row.list(.related) }
    if ids.contains(own), !current.contains(own) {
      row.fault(.related, ImportWording.relatedToItself)
      return .absent
    }
    let unknown = ids.filter { !current.contains($0) && !workspace.isKnown($0) }
    for id in unknown {
      let nearest = workspace.nearest(to: id, kind: .document, among: workspace.allIDs)
      row.fault(.related, ImportWording.unknown("番号の記録", id, nearest: nearest))
    }
    return unknown.isEmpty ? .value(ids) : .absent
  }
}

extension UpdateEntry.List {
  init?(importText text: String) {
    let wanted = Folding.name(text)
    guard let list = Self.allCases.first(where: { $0.rawValue == wanted || $0.name == wanted }) else {
      return nil
    }
    self = list
  }
}

extension UpdateEntry.Action {
  init?(importText text: String) {
    let wanted = Folding.name(text)
    guard let action = Self.allCases.first(where: { $0.rawValue == wanted || $0.name == wanted }) else {
      return nil
    }
    self = action
  }
}
