import StrategyModel

/// Finds pillars, strategies and bodies as people name them.
extension ImportWorkspace {
  /// By id, name or theme, the strategy in force first.
  func pillarID(named text: String) -> String? {
    if let known = pillarIDs[text] { return known }
    let found = findPillar(named: text)?.id
    if let found { pillarIDs[text] = found }
    return found
  }

  private func findPillar(named text: String) -> Pillar? {
    if let pillar = pillars.first(where: { $0.id == text }) { return pillar }
    let wanted = Folding.name(text)
    let matches = pillars.filter { pillar in
      [pillar.id, pillar.name, pillar.theme ?? ""].contains { Folding.name($0) == wanted }
    }
    if let id = strategyInForce?.id, let pillar = matches.first(where: { $0.strategy == id }) { return pillar }
    return matches.last
  }

  /// The id of a row's pillar; one that nobody knows is a fault, or is added where the options say so.
  func pillarID(_ text: String, row: RowReader) -> String? {
    if let id = pillarID(named: text) { return id }
    guard options.createsPillars else {
      let known = nearest(to: text, kind: .pillar, among: pillars.flatMap { [$0.name] + ($0.theme.map { [$0] } ?? []) })
      row.fault(.pillar, ImportWording.unknownPillar(text, nearest: known))
      return nil
    }
    let strategy = strategyInForce ?? added(Strategy.own)
    let order = (pillars.filter { $0.strategy == strategy.id }.map(\.order).max() ?? 0) + 1
    let pillar = Pillar(
      id: "\(strategy.id)/\(text)", strategy: strategy.id, order: order, name: text, source: Source(nil))
    put(.pillar(pillar))
    return pillar.id
  }

  private func added(_ strategy: Strategy) -> Strategy {
    put(.strategy(strategy))
    return strategy
  }

  /// By id, title, edition or both; in a store without strategies the first one named is added.
  func strategy(_ text: String, row: RowReader) -> Strategy? {
    let wanted = Folding.name(text)
    let names: (Strategy) -> [String] = { [$0.id, $0.edition, $0.title, Record.strategy($0).title] }
    if let strategy = strategies.first(where: { $0.id == text }) { return strategy }
    let matches = strategies.filter { names($0).contains { Folding.name($0) == wanted } }
    if let strategy = matches.first(where: { $0.status == .inForce }) ?? matches.last { return strategy }
    if !storeHasStrategies { return added(Strategy(ownID: text, title: text)) }
    let known = nearest(to: text, kind: .strategy, among: strategies.flatMap(names).filter { !$0.isEmpty })
    row.fault(.strategy, ImportWording.unknown("戦略", text, nearest: known))
    return nil
  }

  /// The strategy in force; a store without any gets a plain one of its own.
  func ownStrategy() -> Strategy { strategyInForce ?? added(Strategy.own) }

  /// By id or name; in a store without bodies the ones that the file names are added.
  func body(_ text: String, row: RowReader) -> MeetingBody? {
    let wanted = Folding.name(text)
    if let body = bodies.first(where: { $0.id == text })
      ?? bodies.first(where: { Folding.name($0.name) == wanted || Folding.name($0.id) == wanted })
    {
      return body
    }
    if !storeHasBodies {
      let body = MeetingBody(id: text, name: text, source: Source(nil))
      put(.body(body))
      return body
    }
    let known = nearest(to: text, kind: .body, among: bodies.map(\.name))
    row.fault(.body, ImportWording.unknown("会議体", text, nearest: known))
    return nil
  }
}

extension Strategy {
  init(ownID id: String, title: String) {
    self.init(id: id, title: title, edition: "", adopted: nil, status: .inForce, source: Source(nil))
  }

  fileprivate static let own = Strategy(ownID: "strategy", title: "戦略")
}
