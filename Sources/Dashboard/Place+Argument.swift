import StrategyModel

/// Places as the command line names them: `actions`, `actions/it_koseki_ai`, `updates/r5`, `diff/r5..r9`.
extension Place {
  /// - Returns: `nil` when there is no such view, or the view has no records of its own.
  public init?(viewArgument text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if let ends = Place.ends(viewArgument: text) {
      guard let from = Place.number(ends.from), let to = Place.number(ends.to) else { return nil }
      self.init(differenceFrom: from, to: to)
      return
    }
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

  /// The two points in time of `diff/A..B`, as they were written; without B it is the latest.
  public static func ends(viewArgument text: String) -> (from: String, to: String)? {
    let view = ScreenID.difference.rawValue + "/"
    guard text.hasPrefix(view) else { return nil }
    let written = String(text.dropFirst(view.count))
    guard let dots = written.firstRange(of: "..") else { return (written, "") }
    return (String(written[..<dots.lowerBound]), String(written[dots.upperBound...]))
  }

  /// `r5`; `r0` is the time before the first revision.
  private static func number(_ text: String) -> Int? {
    guard text.first == "r", let number = Int(text.dropFirst()), number >= 0 else { return nil }
    return number
  }

  /// The views that the command line knows, those with a digit first.
  public static var views: [ScreenID] { (ScreenList.views + ScreenList.further).map(\.id) }

  /// What reads back as this place.
  public var viewArgument: String {
    switch subject {
    case nil: screen.rawValue
    case .difference(let from, let to)? where to == from + 1: "\(ScreenID.updates.rawValue)/r\(to)"
    case .difference(let from, let to)?: "\(ScreenID.difference.rawValue)/r\(from)..r\(to)"
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
