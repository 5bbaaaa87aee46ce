import Dashboard
import Snapshot
import StrategyModel
import StrategyStore
import TextSearch

/// What a command line of `honbu snapshot` asks for, understood but not yet looked up in a store.
struct SnapshotRequest {
  let choices: Choices
  /// `nil` for all views.
  let argument: ViewArgument?
  let options: ItemListOptions
  let width: Int
  let format: SnapshotFormat
  let page: Int?
  /// The meeting whose handout is wanted.
  let meeting: String?
  /// Whether the day to reckon from was given.
  let hasToday: Bool
  let storeOptions: [String]

  /// - Parameter bound: how long a filter it may have.
  init(_ command: SnapshotCommand, bound: FilterBound = .typed) throws {
    width = try Choices.width(command.width)
    format = try Choices.value(command.format, option: "--format") ?? .text
    page = try command.page.map { try Choices.page($0) }
    if page != nil, format != .text { throw CommandFailure.notTogether("--page", "--format \(format.rawValue)") }
    argument = try command.view.map { try ViewArgument($0) }
    choices = try Choices(command.shared, bound: bound)
    options = try command.list.options()
    meeting = command.meeting
    if meeting != nil, !HandoutSnapshot.formats.contains(format), command.output == nil || command.format != nil {
      throw CommandFailure.needs("--meeting", "--output DIR か --format markdown|html")
    }
    hasToday = command.shared.today != nil
    storeOptions = command.shared.sample ? ["--sample"] : []
  }

  /// How the request's snapshots are made from a store.
  func writer(_ store: OpenedStore) throws -> SnapshotWriter {
    SnapshotWriter(
      store: store, settings: choices.settings(), options: options, width: width, format: format, page: page,
      revision: try store.revision(at: choices.at), since: try store.revision(at: choices.since),
      storeOptions: storeOptions)
  }
}
