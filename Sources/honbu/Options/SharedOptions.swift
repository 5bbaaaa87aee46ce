import ArgumentParser

/// The options that every command takes, before or after its name.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("台帳の場所（既定は HONBU_STORE、なければ個人の場所）", valueName: "PATH"))
  var store: String?

  // A filter may begin with a minus: `--filter -語`.
  @Option(parsing: .unconditional, help: ArgumentHelp("絞り込み（例 'phase:検証中 -語'）", valueName: "Q"))
  var filter: String?

  @Option(help: ArgumentHelp("いつの時点を見るか", valueName: "WHEN"))
  var at: String?

  @Option(help: ArgumentHelp("一覧で、この時点より後に変わった記録に印を付ける（工程表では計画の遅れも示す）", valueName: "WHEN"))
  var since: String?

  @Option(help: ArgumentHelp("今日とみなす日（既定は日本の今日）", valueName: "DATE"))
  var today: String?

  @Option(help: ArgumentHelp("言葉（既定は ja）", valueName: "ja|en"))
  var lang: String?

  @Option(help: ArgumentHelp("日付の書き方（既定は wareki）", valueName: "wareki|iso"))
  var calendar: String?

  @Option(help: ArgumentHelp("①─● などの幅（既定は 1、auto は端末に尋ねる）", valueName: "1|2|auto"))
  var ambiguous: String?

  @Option(
    help: ArgumentHelp(
      "配色: light、high-contrast、deuteranopia、tritanopia、mono（既定は端末の16色、NO_COLOR があれば mono）", valueName: "NAME"))
  var theme: String?

  @Option(help: ArgumentHelp("罫線と印の文字（既定は unicode）", valueName: "unicode|ascii"))
  var lines: String?

  @Flag(help: "架空の見本市を開く（台帳には触れない）")
  var sample = false

  @Flag(help: "ネットワーク上の台帳も開く（ほかの端末と同時に書くと壊れることがある）")
  var allowNetworkStore = false

  /// Refuses an option that the command would have to pass over in silence.
  func refuse(_ options: [Refusable], in command: String) throws {
    for option in options where isGiven(option) {
      throw CommandFailure.notHere(option: "--\(option.rawValue)", command: command)
    }
  }

  enum Refusable: String {
    case filter, at, since, sample, today, lang, calendar, ambiguous
  }

  private func isGiven(_ option: Refusable) -> Bool {
    switch option {
    case .filter: filter != nil
    case .at: at != nil
    case .since: since != nil
    case .sample: sample
    case .today: today != nil
    case .lang: lang != nil
    case .calendar: calendar != nil
    case .ambiguous: ambiguous != nil
    }
  }
}

/// A command for which some of the options that all commands take mean nothing.
protocol RefusingCommand {
  static var refused: [SharedOptions.Refusable] { get }
}

extension HonbuCommand {
  /// The options that the command of this name refuses, as they are typed.
  static func refusedOptions(of name: String) -> [String] {
    let command = configuration.subcommands.first { $0.configuration.commandName == name }
    return (command as? any RefusingCommand.Type)?.refused.map { "--\($0.rawValue)" } ?? []
  }
}
