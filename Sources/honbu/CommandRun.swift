import ArgumentParser
import DashboardRuntime
import Glibc
import NcursesTerminal
import Snapshot
import StrategyStore
import TextUI

/// Runs one command line and turns whatever ends it into words and an exit code.
enum CommandRun {
  static func status(of arguments: [String]) -> Int32 {
    do {
      var command = try HonbuCommand.parseAsRoot(arguments)
      try command.run()
      return 0
    } catch {
      return status(of: error)
    }
  }

  private static func status(of error: any Error) -> Int32 {
    switch error {
    case let exit as ExitCode: return exit.rawValue
    case let failure as CommandFailure:
      Message.show(failure.lines)
      return failure.exitCode
    case let failure as StoreError:
      Message.show(failure.message)
      return failure.exitCode
    case let failure as OutputError:
      // Nobody reads any more: there is nobody to tell either.
      if failure != .readerGone { Message.show(failure.message) }
      return failure.exitCode
    case let failure as PersonalFileError:
      Message.show(failure.message)
      return CommandFailure.badData
    case let faults as ImportFaults:
      Message.show(faults.lines)
      return CommandFailure.badData
    case let failure as SeedError:
      Message.show(failure.description)
      return CommandFailure.badData
    case let failure as TerminalError:
      Message.show(failure.description)
      return CommandFailure.ioFailed
    default: return parserStatus(of: error)
    }
  }

  /// Help and version arrive as errors too.
  private static func parserStatus(of error: any Error) -> Int32 {
    guard HonbuCommand.exitCode(for: error) == .success else {
      Message.show(ParserWording.failure(HonbuCommand.message(for: error)))
      Message.add(ParserWording.usage(HonbuCommand.fullMessage(for: error, columns: 10_000)))
      return CommandFailure.usage
    }
    do {
      let text = ParserWording.help(HonbuCommand.fullMessage(for: error, columns: 100)) {
        HonbuCommand.refusedOptions(of: $0)
      }
      try StandardOutput.write(text + "\n")
      return 0
    } catch {
      return status(of: error)
    }
  }
}

/// What the program says beside its output: on standard error, one `honbu: ` a sentence.
enum Message {
  static func show(_ line: String) { show([line]) }

  static func show(_ lines: [String]) { write(lines.map { "honbu: " + $0 }) }

  /// Further lines of a message.
  static func add(_ lines: [String]) { write(lines) }

  /// A text of whole lines that is to be kept as it stands.
  static func add(_ text: String) {
    add(text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { String($0) })
  }

  private static func write(_ lines: [String]) {
    let text = lines.map { SafeText.visible($0) + "\n" }.joined()
    do {
      try StandardOutput.write(text, to: STDERR_FILENO)
    } catch {
      // Without a standard error there is no place left to say anything; the exit code still tells.
      return
    }
  }
}
