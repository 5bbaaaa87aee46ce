import Dashboard
import Glibc
import Snapshot
import StrategyModel
import StrategyStore
import TextUI

/// The one loop: mailbox → update → effects → draw. It sleeps in `poll` and costs nothing while nothing happens.
public final class DashboardLoop {
  /// How long a read that met a writer waits before it is tried again, in milliseconds.
  private static let retryInterval: Int32 = 30
  /// How long a frame waits for what is read in the background, in milliseconds: as long as a display shows the one
  /// before. Most answers are there by then, and one frame is drawn sooner than two.
  private static let patience = Duration.milliseconds(16)
  /// Items from which on lists are read in the background.
  static let largeStore = 5_000

  let launch: DashboardLaunch
  let terminal: any TerminalDevice
  var state: AppState { didSet { isShown = false } }
  /// Whether the screen shows the state. Most wakings change nothing: a commit elsewhere alone brings some ten.
  private var isShown = false
  private var shown: Grid
  let mailbox = Mailbox()
  let signals = Signals()
  private let midnight = MidnightTimer()
  let minutes = MinuteTimer()
  /// Of who presents; `nil` where nobody else could follow.
  let teller: PageTeller?
  /// Of who follows a presenter: the places in which pages are told.
  private let pageWatches: [StoreWatch]
  let background: BackgroundReader
  private let filters: FilterKeeper
  let watch: StoreWatch?
  /// Reads that met a writer, to be tried again.
  var postponed: [Question] = []
  var mustReadHead = false
  var mustRepaint = false
  var isLarge = false
  /// Windows of a large store that came since the last frame: what lies near them is read ahead once it is drawn.
  private var freshWindows: [Answer] = []
  /// Questions that the next frame waits for.
  var awaited: Set<Question> = []
  private var exitStatus: Int32?
  var hasAskedForDictionary = false
  var tmuxInquiry = TmuxInquiry()
  /// Texts of corrections that were not written.
  var keptDrafts: [String] = []

  private init(_ launch: DashboardLaunch, on terminal: any TerminalDevice) {
    self.launch = launch
    self.terminal = terminal
    state = AppState(
      settings: launch.settings, size: terminal.size, place: launch.place, pinned: launch.pinned,
      since: launch.since)
    state.options = launch.options
    state.presentation = launch.presentation
    shown = Grid(size: terminal.size)
    background = BackgroundReader(reader: launch.background, mailbox: mailbox)
    filters = FilterKeeper(launch.files)
    var watch: StoreWatch?
    if let path = launch.storePath {
      do {
        watch = try StoreWatch(path: path)
      } catch {
        state.notice = Notice(.failure, error.message)
      }
    }
    self.watch = watch
    teller = launch.pages.map(PageTeller.init)
    let paths = launch.presentation?.role == .follower ? launch.pages?.paths ?? [] : []
    var pageWatches: [StoreWatch] = []
    for path in paths {
      do {
        pageWatches.append(try StoreWatch(path: path))
      } catch {
        state.notice = Notice(.failure, error.message)
      }
    }
    self.pageWatches = pageWatches
    if let notice = launch.notice { state.notice = Notice(.information, notice) }
  }

  /// Runs the dashboard until it is left.
  ///
  /// - Returns: the exit status: 0, or 128 and the number of the signal that ended it; and the paths of texts that were
  ///   written and not saved, which nobody sees any more once the screen is gone.
  public static func run(
    _ launch: DashboardLaunch, on terminal: any TerminalDevice
  ) -> (status: Int32, keptDrafts: [String]) {
    let loop = DashboardLoop(launch, on: terminal)
    defer {
      loop.teller?.end()
      terminal.restore()
    }
    let status = loop.run()
    return (status, loop.keptDrafts.filter { access($0, F_OK) == 0 })
  }

  private func run() -> Int32 {
    terminal.beInterrupted(by: signals.descriptor)
    beginPresentation()
    perform(begin(&state))
    // A window that was resized before signals were listened to.
    let size = terminal.resized()
    if size != state.size { apply(.input(.resized(size))) }
    // The first frame waits for nothing: what is read in the background comes with the next.
    awaited = []
    draw()
    // Keys that were typed before the first frame wait in the terminal's own buffer, where poll does not see them.
    let early = terminal.readInput()
    early.forEach { apply(.input($0)) }
    if !early.isEmpty {
      takeQuickAnswers()
      draw()
    }
    if let exitStatus { return exitStatus }
    while true {
      wait()
      if let exitStatus {
        background.stop()
        return exitStatus
      }
      takeQuickAnswers()
      draw()
    }
  }

  /// One frame instead of two where the background needs no longer than a blink; a key ends the wait.
  private func takeQuickAnswers() {
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

  // MARK: Waiting

  private func wait() {
    var descriptors = [
      terminal.inputDescriptor, signals.descriptor, mailbox.descriptor, midnight.descriptor,
      watch?.fileDescriptor ?? -1, minutes.isRunning ? minutes.descriptor : -1,
    ].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    descriptors += pageWatches.map { pollfd(fd: $0.fileDescriptor, events: Int16(POLLIN), revents: 0) }
    let isRetrying = !postponed.isEmpty || mustReadHead
    let count = poll(&descriptors, nfds_t(descriptors.count), isRetrying ? DashboardLoop.retryInterval : -1)
    guard count >= 0 || errno == EINTR else { return exitStatus = 128 + SIGHUP }
    if descriptors[1].revents != 0 { signals.takeAll().forEach(receive) }
    if descriptors[0].revents != 0 { terminal.readInput().forEach { apply(.input($0)) } }
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

  // MARK: Messages and effects

  func apply(_ message: Message) {
    switch message {
    case .input(.ended): return exitStatus = 128 + SIGHUP
    case .answered(let answer):
      awaited.remove(answer.question)
      if isLarge, case .items = answer.content { freshWindows.append(answer) }
    case .failed(let question, _): awaited.remove(question)
    case .copied(let route): tmuxInquiry.end(with: route)
    default: break
    }
    perform(update(&state, message))
  }

  private func perform(_ effects: [Effect]) {
    guard !effects.isEmpty else { return }
    let wanted = Set(state.slots.values.map(\.question))
    background.want(wanted)
    awaited.formIntersection(wanted)
    for effect in effects {
      switch effect {
      case .load(let question): load(question)
      case .writeSnapshot(let order): writeSnapshot(order)
      case .copy(let text): copy(text)
      case .copyCommand(let order): copy(command(order))
      case .readFilterMemory: filters.read().forEach(apply)
      case .rememberFilter(let filter): filters.remember(filter).forEach(apply)
      case .saveFilter(let filter): filters.save(filter).forEach(apply)
      case .deleteFilter(let filter): filters.delete(filter).forEach(apply)
      case .keepTheme(let theme): filters.keep(theme).forEach(apply)
      case .edit(let key): edit(key)
      case .add(let kind): add(kind)
      case .correct(let order): write(order)
      case .planUndo(let number): planUndo(number)
      case .undo(let number): undo(number)
      case .present(let page): present(page)
      case .setMouse(let isOn): terminal.setMouse(isOn)
      case .redraw: mustRepaint = true
      case .suspend: suspend()
      case .quit: exitStatus = 0
      }
    }
  }

  private func draw() {
    guard !isShown || mustRepaint else { return }
    let next = view(state)
    let isWhole = mustRepaint || next.size != shown.size
    if isWhole { terminal.redrawAll() }
    let before = isWhole ? Grid(size: Size(columns: 0, rows: 0)) : shown
    terminal.draw(Grid.changes(from: before, to: next), cursor: next.cursor)
    mustRepaint = false
    isShown = true
    shown = next
    // Only now: reading would slow the frame.
    freshWindows.forEach(background.readAhead)
    freshWindows = []
  }
}
