import StrategyModel

/// A row of the pillars table.
struct PillarImport {
  let workspace: ImportWorkspace
  let row: RowReader

  func read() {
    guard let id = row.identifier(.id) else { return }
    let name = row.required(.title)
    guard workspace.isFirst(id, of: .pillars, row: row, field: .id) else { return }
    let stored = workspace.pillars.first { $0.id == id }
    guard stored != nil || workspace.isApart(id, .pillar, row: row) else { return }
    let order = row.count(.order)
    let strategy: Strategy?
    switch row.word(.strategy) {
    case .value(let text):
      strategy = workspace.strategy(text, row: row)
      if strategy == nil { return }
    case .absent, .empty: strategy = nil
    }
    guard let name else { return }
    let strategyID = strategy?.id ?? stored?.strategy ?? workspace.ownStrategy().id
    var pillar =
      stored
      ?? Pillar(
        id: id, strategy: strategyID, order: nextOrder(in: strategyID), name: name, source: Source(nil))
    pillar.name = name
    pillar.strategy = strategyID
    pillar.order = order.value ?? pillar.order
    pillar.theme = row.text(.theme).applied(to: pillar.theme)
    workspace.put(.pillar(pillar))
  }

  private func nextOrder(in strategy: String) -> Int {
    (workspace.pillars.filter { $0.strategy == strategy }.map(\.order).max() ?? 0) + 1
  }
}
