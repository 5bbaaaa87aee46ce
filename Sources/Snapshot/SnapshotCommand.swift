import Dashboard
import StrategyModel

/// The command that makes a snapshot again, pinned to a revision and a day.
struct SnapshotCommand {
  let order: SnapshotOrder
  let settings: Settings
  let storeOptions: [String]
  /// The meeting whose handout it is; `nil` for a view.
  var meeting: String?

  private var subject: [String] { meeting.map { ["--meeting", $0] } ?? [order.place.viewArgument] }

  var text: String {
    (["honbu", "snapshot"] + subject + options).map(ShellWord.quoted).joined(separator: " ")
  }

  private var options: [String] {
    var options = storeOptions
    if let revision = order.revision { options += ["--at", "r\(revision)"] }
    // A difference has its own two ends.
    if let since = order.since, order.place.screen != .difference { options += ["--since", "r\(since)"] }
    options += ["--today", settings.today.iso, "--width", String(order.width)]
    options += ["--lang", settings.language.rawValue, "--calendar", settings.calendar.rawValue]
    options += ["--ambiguous", settings.ambiguous == .wide ? "2" : "1"]
    if settings.lines != .unicode { options += ["--lines", settings.lines.rawValue] }
    if order.format != .text { options += ["--format", order.format.rawValue] }
    if order.format == .text, let page = order.page { options += ["--page", String(page)] }
    if !order.place.filter.isEmpty { options += ["--filter", order.place.filter] }
    return order.place.screen == .actions ? options + listOptions : options
  }

  private var listOptions: [String] {
    let list = order.options
    var options = ["--layout", list.layout.rawValue]
    if list.sort != .natural { options += ["--sort", list.sort.rawValue] }
    if list.isDescending { options.append("--descending") }
    if list.layout != .board { options += ["--group", list.grouping?.rawValue ?? "none"] }
    if list.layout == .timeline, let year = list.firstYear { options += ["--from-year", String(year)] }
    if list.layout == .table {
      if list.columns != ItemColumn.allCases {
        options += ["--columns", list.columns.map(\.rawValue).joined(separator: ",")]
      }
    }
    return options
  }
}
