import Dashboard
import Glibc
import StrategyStore

/// Copying, and saying by which way.
extension DashboardLoop {
  func copy(_ text: String) {
    let surrounding = Clipboard.Surrounding { name in getenv(name).map { String(cString: $0) } }
    guard let sequence = Clipboard.sequence(for: text, insideTmux: surrounding == .tmux) else {
      return apply(.noticed(Notice(.failure, state.settings.words(.tooLongToCopy))))
    }
    terminal.write(raw: sequence)
    switch surrounding {
    case .tmux: tellWayThroughTmux()
    case .screen: apply(.copied(.screen))
    case .refusing: apply(.copied(.refused))
    case .terminal: apply(.copied(.terminal))
    }
  }

  /// By a thread of its own: tmux takes a few milliseconds to answer.
  private func tellWayThroughTmux() {
    guard tmuxInquiry.isNeeded else { return apply(.copied(.tmux)) }
    guard tmuxInquiry.begin() else { return }
    let mailbox = mailbox
    OwnThread.detached {
      let route: CopyRoute = TmuxCopying.asked().map { $0.arrives ? .tmux : .heldByTmux } ?? .silentTmux
      mailbox.post(.copied(route))
    }
  }
}

/// Whether tmux has to be asked how it is set: when something is copied, and not again once it lets copies through. Who was
/// told how to set it has perhaps done so before the next one.
struct TmuxInquiry {
  private(set) var isNeeded = true
  private var isUnderWay = false

  /// - Returns: whether it had not begun already.
  mutating func begin() -> Bool {
    defer { isUnderWay = true }
    return !isUnderWay
  }

  mutating func end(with route: CopyRoute) {
    isUnderWay = false
    isNeeded = route != .tmux
  }
}
