import CLinux
import Dashboard
import Glibc
import Snapshot
import StrategyModel
import StrategyStore
import TextUI

/// The one loop: mailbox → update → effects → draw. It sleeps in `poll` and costs nothing while nothing happens.
public final class DashboardLoop {
  /// How long a read that met a writer waits before it is tried again, in milliseconds.
  ///
  /// A commit keeps readers out for some ten milliseconds; after a tenth of a second it is something else that does.
  static func retryInterval(after retries: Int) -> Int32 { retries < 25 ? 4 : 30 }
  /// How long a frame waits for what is read in the background, in milliseconds: as long as a display shows the one
  /// before. Most answers are there by then, and one frame is drawn sooner than two.
  static let patience = Duration.milliseconds(16)
  /// Items from which on lists are read in the background.
  static let largeStore = 5_000

  let launch: DashboardLaunch
  let terminal: any TerminalDevice
  var state: AppState {
    didSet {
      isShown = false
      outlook = nil
      foreseen = nil
    }
  }
  /// Whether the screen shows the state. Most wakings change nothing: a commit elsewhere alone brings some ten.
  private var isShown = false
  private(set) var shown: Grid
  var expectedKeys = ExpectedKeys()
  /// A key came since the last forecast, and another one is expected.
  var mustForesee = false
  /// What the next key would bring to the state.
  var outlook: Outlook?
  /// How the next frame was foreseen, where it was.
  var foreseen: Outlook?
  /// How often in a row the time of ``retryInterval(after:)`` passed and what met a writer met it again.
  var retries = 0
  let mailbox = Mailbox()
  let signals = Signals()
  let midnight = MidnightTimer()
  let minutes = MinuteTimer()
  /// Of who presents; `nil` where nobody else could follow.
  let teller: PageTeller?
  /// Of who follows a presenter: the places in which pages are told.
  let pageWatches: [StoreWatch]
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
  var exitStatus: Int32?
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
    // Lists of a million items came and went in each thread's own memory: 70 MB more for nothing.
    linux_share_memory()
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
    early.forEach(take)
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

  // MARK: Messages and effects

  func apply(_ message: Message) {
    switch message {
    case .input(.ended): return exitStatus = 128 + SIGHUP
    case .answered(let answer):
      awaited.remove(answer.question)
      readAheadLater(answer)
    case .failed(let question, _): awaited.remove(question)
    case .copied(let route): tmuxInquiry.end(with: route)
    default: break
    }
    let head = state.head
    let effects = update(&state, message)
    // Whatever told of a commit, the items in memory are of the revision before.
    if isLarge, state.head != head { background.fill() }
    perform(effects)
  }

  /// What lies near the rows that came is read once they are drawn.
  func readAheadLater(_ answer: Answer) {
    if isLarge, case .items = answer.content { freshWindows.append(answer) }
  }

  /// What the screen does not show any more needs not be read.
  func wantWhatIsShown() {
    let wanted = Set(state.slots.values.map(\.question))
    background.want(wanted)
    awaited.formIntersection(wanted)
  }

  private func perform(_ effects: [Effect]) {
    guard !effects.isEmpty else { return }
    wantWhatIsShown()
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
    let next = foreseen?.forecast.screen ?? view(state)
    let isWhole = mustRepaint || next.size != shown.size
    if isWhole { terminal.redrawAll() }
    let before = isWhole ? Grid(size: Size(columns: 0, rows: 0)) : shown
    let changes = isWhole ? nil : foreseen?.changes
    terminal.draw(changes ?? Grid.changes(from: before, to: next), cursor: next.cursor)
    mustRepaint = false
    isShown = true
    shown = next
    foreseen = nil
    // Only now: reading would slow the frame.
    freshWindows.forEach(background.readAhead)
    freshWindows = []
  }
}
