import Dashboard
import DashboardRuntime
import Glibc
import NcursesTerminal
import StrategyModel
import StrategyStore
import TextSearch
import TextUI

/// The shared options, understood.
struct Choices {
  var today: CivilDate
  var language: Language
  var calendar: CalendarStyle
  var filter: String
  var at: PointInTime?
  var since: PointInTime?
  /// `nil` for the fictional city, which lives in memory.
  var location: StoreLocation?
  private(set) var ambiguousOption: String?
  var theme: ThemeName
  var lines: LineStyle
  /// What the config file says that cannot be used.
  let notices: [String]

  /// - Parameter kept: how the operator wants the screen. Nothing but a screen asks for it: what is written to a file is
  ///   the same for everybody.
  init(
    _ options: SharedOptions, kept: SettingsFile.Kept = SettingsFile.Kept(), bound: FilterBound = .typed
  ) throws {
    notices = kept.faults.map(\.message)
    today = try options.today.map { try Choices.date($0, option: "--today") } ?? TokyoTime.day(atUnixTime: time(nil))
    language = try Choices.value(options.lang, option: "--lang") ?? kept.language ?? .ja
    calendar = try Choices.value(options.calendar, option: "--calendar") ?? kept.calendar ?? .wareki
    filter = options.filter ?? ""
    at = try options.at.map { try Choices.point($0, option: "--at") }
    since = try options.since.map { try Choices.point($0, option: "--since") }
    if options.sample, options.store != nil { throw CommandFailure.notTogether("--sample", "--store") }
    location = options.sample ? nil : StoreLocation.resolve(option: options.store, environment: Choices.environment)
    if options.allowNetworkStore, let path = location?.path, let type = NetworkFileSystem.accept(for: path) {
      Message.show("注意: 台帳はネットワーク上の場所（\(type)）にあります。ほかの端末と同時に書くと壊れることがあります")
    }
    ambiguousOption = options.ambiguous ?? kept.ambiguous
    // https://no-color.org
    let own = Choices.variable("NO_COLOR") == nil ? kept.theme ?? .standard : .mono
    theme = try Choices.value(options.theme, option: "--theme") ?? own
    lines = try Choices.value(options.lines, option: "--lines") ?? kept.lines ?? .unicode
    if let text = options.ambiguous, !SettingsFile.ambiguousWidths.contains(text) {
      throw CommandFailure.wrongValue(option: "--ambiguous", value: text, valid: "1、2、auto のいずれか")
    }
    // What is pinned in a snapshot's command must not depend on anybody's config file.
    let saved = FilterQuery.callsSaved(filter) ? try SavedFilterFile(path: Choices.files.config).filters() : []
    do {
      filter = try FilterQuery(parsing: filter, today: today, saved: saved, bound: bound).expandedText
    } catch {
      throw CommandFailure.badFilter(error.message)
    }
  }

  /// With how the operator keeps the screen, for commands that open one or speak of it.
  static func ofScreen(_ options: SharedOptions) throws -> Choices {
    try Choices(options, kept: SettingsFile(path: files.config).read())
  }

  /// The operator's own files.
  static var files: PersonalFiles { PersonalFiles(environment: environment) }

  /// Asks the terminal only when told to, and when there is one.
  func ambiguous() -> AmbiguousWidth {
    switch ambiguousOption {
    case "2": .wide
    case "auto": NcursesTerminal.queryAmbiguousWidth() ?? .narrow
    default: .narrow
    }
  }

  func settings(storeRemark: String? = nil) -> Settings {
    Settings(
      today: today, language: language, calendar: calendar, ambiguous: ambiguous(), usesMouse: true,
      storeRemark: storeRemark, theme: theme, lines: lines)
  }

  static func point(_ text: String, option: String) throws -> PointInTime {
    guard let point = PointInTime(text) else {
      throw CommandFailure.wrongValue(
        option: option, value: text, valid: "r7、2020-08-06、令和2年8月6日、R2.8.6、会議の番号のいずれか")
    }
    return point
  }

  static func width(_ text: String?) throws -> Int {
    guard let columns = Int(text ?? "80"), (40...1000).contains(columns) else {
      throw CommandFailure.wrongValue(option: "--width", value: text ?? "", valid: "40 から 1000 までの整数")
    }
    return columns
  }

  static func page(_ text: String) throws -> Int {
    guard let lines = Int(text), (12...10_000).contains(lines) else {
      throw CommandFailure.wrongValue(option: "--page", value: text, valid: "12 から 10000 までの整数")
    }
    return lines
  }

  static func date(_ text: String, option: String) throws -> CivilDate {
    guard let date = DateReading.date(text) else {
      throw CommandFailure.wrongValue(option: option, value: text, valid: "例 2020-08-06、令和2年8月6日、R2.8.6")
    }
    return date
  }

  static func fiscalYear(_ text: String, option: String) throws -> FiscalYear {
    guard let year = DateReading.fiscalYear(text) else {
      throw CommandFailure.wrongValue(option: option, value: text, valid: "例 2020、R2、令和2年度")
    }
    return year
  }

  static func value<Value: RawRepresentable & CaseIterable>(
    _ text: String?, option: String
  ) throws -> Value? where Value.RawValue == String {
    guard let text else { return nil }
    guard let value = Value(rawValue: text) else {
      let valid = Value.allCases.map(\.rawValue).joined(separator: "、")
      throw CommandFailure.wrongValue(option: option, value: text, valid: "使えるのは \(valid)")
    }
    return value
  }

  private static var environment: [String: String] {
    var environment: [String: String] = [:]
    for name in ["HONBU_STORE", "XDG_DATA_HOME"] + PersonalFiles.variables { environment[name] = variable(name) }
    return environment
  }

  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
