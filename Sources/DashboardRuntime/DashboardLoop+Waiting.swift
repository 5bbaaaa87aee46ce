import Dashboard
import Glibc
import StrategyModel
import TextUI

/// Sleeping until something comes, and taking it.
extension DashboardLoop {
  /// One frame instead of two where the background needs no longer than a blink; a key ends the wait.
  func takeQuickAnswers() {
    let end = ContinuousClock.now + DashboardLoop.patience
    while !awaited.isEmpty {
      let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
      guard left > 0 else { break }
      var descriptors = [mailbox.descriptor, terminal.inputDescriptor, signals.descriptor].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      poll(&descriptors, nfds_t(descriptors.count), Int32(left.rounded(.up)))
      if descriptors[0].revents != 0 { mailbox.takeAll().forEach(apply) }
      if descriptors[1].revents != 0 || descriptors[2].revents != 0 { break }
    }
    // What was not there in time is drawn when it comes: no later frame waits for it.
    awaited = []
  }

  func wait() {
    var descriptors = [
      terminal.inputDescriptor, signals.descriptor, mailbox.descriptor, midnight.descriptor,
      watch?.fileDescriptor ?? -1, minutes.isRunning ? minutes.descriptor : -1,
    ].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    descriptors += pageWatches.map { pollfd(fd: $0.fileDescriptor, events: Int16(POLLIN), revents: 0) }
    let isRetrying = !postponed.isEmpty || mustReadHead
    let isForeseeing = canForesee
    if !isRetrying { retries = 0 }
    let limit = isRetrying ? DashboardLoop.retryInterval(after: retries) : isForeseeing ? ExpectedKeys.lull : -1
    let count = poll(&descriptors, nfds_t(descriptors.count), limit)
    guard count >= 0 || errno == EINTR else { return exitStatus = 128 + SIGHUP }
    if count == 0, isForeseeing { return foresee() }
    if count == 0 { retries += 1 }
    if descriptors[1].revents != 0 { signals.takeAll().forEach(receive) }
    if descriptors[0].revents != 0 { terminal.readInput().forEach(take) }
    if descriptors[2].revents != 0 { mailbox.takeAll().forEach(apply) }
    if descriptors[3].revents != 0 {
      let today = midnight.restart()
      if !launch.isTodayFixed, today != state.settings.today { apply(.dayChanged(today)) }
    }
    if descriptors[4].revents != 0 { drainWatch() }
    if descriptors[5].revents != 0 { apply(.clockMoved(minutes.restart())) }
    for (watch, descriptor) in zip(pageWatches, descriptors[6...]) where descriptor.revents != 0 { drain(watch) }
    if mustReadHead { readHead() }
    let again = postponed
    postponed = []
    again.forEach(load)
  }

  private func receive(_ signal: Int32) {
    switch signal {
    case SIGWINCH:
      // The terminal may have cut and shifted lines on the way, also when it ends at the size it had.
      mustRepaint = true
      apply(.input(.resized(terminal.resized())))
    // A kiosk has no shell behind it.
    case SIGTSTP where state.presentation?.isKiosk == true: mustRepaint = true
    case SIGTSTP: suspend()
    // Whatever signal comes, the frame may have been given up for it.
    case SIGCONT: mustRepaint = true
    default: exitStatus = 128 + signal
    }
  }
}
