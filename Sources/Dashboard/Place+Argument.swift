import StrategyModel

/// Places as the command line names them: `actions`, `actions/it_koseki_ai`, `updates/r5`.
extension Place {
  /// - Returns: `nil` when there is no such view, or the view has no records of its own.
  public init?(viewArgument text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let view = parts.first, Place.views.contains(where: { $0.rawValue == view }) else { return nil }
    let screen = ScreenID(rawValue: view)
    guard parts.count == 2 else {
      self.init(screen)
      return
    }
    let id = parts[1]
    if screen == .updates, id.first == "r", let number = Int(id.dropFirst()), number >= 1 {
      self.init(revision: number)
    } else if let kind = Place.kinds[screen]?.first, !id.isEmpty {
      self.init(record: RecordKey(kind, id))
    } else {
      return nil
    }
  }

  /// The views that the command line knows, in the order of their digits.
  public static var views: [ScreenID] { ScreenList.views.map(\.id) }

  /// What reads back as this place.
  public var viewArgument: String {
    switch subject {
    case nil: screen.rawValue
    case .revision(let number)?: "\(ScreenID.updates.rawValue)/r\(number)"
    case .record(let key)?: "\(Place.view(of: key.kind).rawValue)/\(key.id)"
    }
  }

  /// The kinds of record that a view's `VIEW/ID` can mean; the store says which of them has the id.
  public static func kinds(under screen: ScreenID) -> [RecordKind] { kinds[screen] ?? [] }

  static func view(of kind: RecordKind) -> ScreenID {
    kinds.first { $0.value.contains(kind) }?.key ?? .documents
  }

  private static let kinds: [ScreenID: [RecordKind]] = [
    .pillars: [.pillar, .strategy, .plan, .planRevision, .principle],
    .actions: [.item, .measurement, .review],
    .meetings: [.meeting, .body],
    .updates: [.update],
    .documents: [.document, .term, .figure, .contact, .contradiction, .city],
  ]
}
