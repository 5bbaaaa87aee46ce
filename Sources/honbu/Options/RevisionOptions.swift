import ArgumentParser

/// What a command that writes a revision says of it.
struct RevisionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("改訂の題名", valueName: "TITLE"))
  var title: String?

  @Option(name: .customLong("author"), help: ArgumentHelp("改訂の著者（既定は利用者名）", valueName: "NAME"))
  var authorOption: String?

  @Option(help: ArgumentHelp("改訂の覚え書き", valueName: "NOTE"))
  var note: String?

  /// Who writes: the option, or else the name of the account.
  var author: String {
    authorOption ?? RevisionOptions.account
  }

  /// The name of the account.
  static var account: String { Choices.variable("LOGNAME") ?? Choices.variable("USER") ?? "不明" }
}
