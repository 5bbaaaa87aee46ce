import ArgumentParser
import Dashboard
import DashboardRuntime
import Glibc
import NcursesTerminal
import StrategyModel
import TextUI

/// The dashboard on the caller's terminal.
struct DashboardOpening {
  var choices: Choices
  var shared: SharedOptions
  var store: OpenedStore
  var place: Place
  /// How the items are listed at first.
  var options = ItemListOptions()
  var pinned: Int?
  var since: Int?
  var presentation: Presentation?

  var settings: Settings {
    var settings = choices.settings(storeRemark: store.remark?.words(choices.language))
    settings.author = RevisionOptions.account
    settings.writeAccess = store.remark?.writeAccess ?? .allowed
    return settings
  }

  /// What is to be said once.
  var notices: [String] { [store.notice].compactMap { $0 } + choices.notices }

  /// Runs it until it is left.
  ///
  /// - Parameter otherwise: what is done, after a sentence, where the terminal cannot show it.
  /// - Throws: the exit code.
  func run(otherwise: (Settings) throws -> Void) throws {
    let settings = settings
    let terminal: NcursesTerminal
    do {
      terminal = try NcursesTerminal(ambiguous: settings.ambiguous, mouse: settings.usesMouse)
    } catch {
      Message.show(error.description)
      // Text in another encoding would be rubbish on this terminal.
      if case .unsupportedEncoding = error { throw ExitCode(CommandFailure.ioFailed) }
      return try otherwise(settings)
    }
    NcursesTerminal.restoreOnCrash(message: "honbu: 思わぬ誤りで終わりました。台帳は書き換えていません。\n")
    var launch = DashboardLaunch(
      settings: settings, place: place, options: options, pinned: pinned, since: since, storePath: store.path,
      reader: store.reader, background: store.background, corrections: store.corrections,
      notice: notices.isEmpty ? nil : notices.joined(separator: "  "),
      storeOptions: shared.sample ? ["--sample"] : [], pathOptions: shared.store.map { ["--store", $0] } ?? [],
      isTodayFixed: shared.today != nil, files: Choices.files)
    launch.presentation = presentation
    launch.pages = store.path.map { PresentedPageFile(store: $0, runtimeFolder: Choices.variable("XDG_RUNTIME_DIR")) }
    let ending = DashboardLoop.run(launch, on: terminal)
    for draft in ending.keptDrafts { Message.show(settings.words.draftKept(draft)) }
    throw ExitCode(ending.status)
  }
}
