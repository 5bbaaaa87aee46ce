import StrategyModel
import TextUI

/// The rows of an answer, made once for a width: for those that cost too much to be made for every frame.
///
/// They may be a window of a longer list: the things before and behind it stand for a row each until they are asked for.
public struct RowLayout: Hashable, Sendable {
  public var columns: Int
  public var rows: [Row]
  /// Place of each row among the things that are counted, 0 for the first of all.
  public var places: [Int?]
  /// Rows above the things, and below them.
  public var head = 0
  public var tail = 0
  /// Things before those that are at hand, and behind them.
  public var before = 0
  public var behind = 0

  public init(columns: Int, rows: [Row], places: [Int?]) {
    self.columns = columns
    self.rows = rows
    self.places = places
  }

  var count: Int { rows.count + before + behind }

  /// All things that are counted.
  var total: Int { (places.last { $0 != nil }.flatMap { $0 }.map { $0 + 1 } ?? before) + behind }

  private enum Part {
    case row(Int)
    case missing(Int)
  }

  private func part(_ row: Int) -> Part {
    if row < head { return .row(row) }
    if row < head + before { return .missing(row - head) }
    let inner = row - before
    if inner < rows.count - tail { return .row(inner) }
    if inner < rows.count - tail + behind { return .missing(total - behind + inner - (rows.count - tail)) }
    return .row(inner - behind)
  }

  func isLoaded(_ row: Int) -> Bool { if case .row = part(row) { true } else { false } }

  func row(_ row: Int, _ placeholder: Line) -> Row {
    switch part(row) {
    case .row(let index): rows[index]
    case .missing(let place): Row(RowLayout.id(ofPlace: place), [placeholder])
    }
  }

  /// The place of the thing to which a row belongs.
  func place(ofRow row: Int) -> Int? {
    switch part(row) {
    case .row(let index): places.indices.contains(index) ? places[index] : nil
    case .missing(let place): place
    }
  }

  /// The row of an id; one that stood for a thing finds the thing once it is at hand.
  func find(_ id: RowID) -> Int? {
    if let index = rows.firstIndex(where: { $0.id == id }) { return outer(index) }
    guard case .text(let text) = id, text.hasPrefix(RowLayout.missing),
      let place = Int(text.dropFirst(RowLayout.missing.count)), place < total
    else { return nil }
    if place < before { return head + place }
    if place >= total - behind { return head + before + (rows.count - head - tail) + place - (total - behind) }
    return places.firstIndex(of: place).map(outer)
  }

  private func outer(_ index: Int) -> Int {
    index < head ? index : index < rows.count - tail ? index + before : index + before + behind
  }

  private static let missing = "place:"

  private static func id(ofPlace place: Int) -> RowID { .text(missing + String(place)) }
}
