import Dashboard
import StrategyStore

/// Presentations: the clock while there is one, and the page that others follow.
extension DashboardLoop {
  func beginPresentation() {
    guard let presentation = state.presentation else { return }
    switch presentation.role {
    case .presenter: present(presentation.presented)
    case .follower:
      apply(.clockMoved(minutes.start()))
      followPage()
    }
  }

  /// In the order of the pages, and before the program ends.
  func present(_ page: PresentedPage?) {
    guard let page else {
      minutes.stop()
      teller?.end()
      return
    }
    let isBegun = minutes.isRunning
    if !isBegun { apply(.clockMoved(minutes.start())) }
    guard let teller, let error = isBegun ? teller.tell(page) : teller.begin(page) else { return }
    apply(.noticed(Notice(.failure, error.message)))
  }

  func followPage() { apply(.pageTold(launch.pages?.read())) }

  func drain(_ watch: StoreWatch) {
    do {
      if try watch.drain() { followPage() }
    } catch {
      apply(.noticed(Notice(.failure, error.message)))
    }
  }
}
