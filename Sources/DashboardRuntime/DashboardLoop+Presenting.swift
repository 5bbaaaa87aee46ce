import Dashboard
import StrategyStore

/// Presentations: the clock while there is one, and the page that others follow.
extension DashboardLoop {
  func beginPresentation() {
    guard let presentation = state.presentation else { return }
    apply(.clockMoved(minutes.start()))
    switch presentation.role {
    case .presenter: if !presentation.isKiosk { tell(presentation.presented) }
    case .follower: followPage()
    }
  }

  func present(_ page: PresentedPage?) {
    if page == nil {
      minutes.stop()
    } else if !minutes.isRunning {
      apply(.clockMoved(minutes.start()))
    }
    tell(page)
  }

  /// In the order of the pages, and before the program ends.
  private func tell(_ page: PresentedPage?) {
    guard let pages = launch.pages else { return }
    if let error = pages.write(page) { apply(.noticed(Notice(.failure, error.message))) }
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
