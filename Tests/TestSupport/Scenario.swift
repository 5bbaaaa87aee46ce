import Dashboard
import StrategyModel
import StrategyStore
import TextUI

/// A dashboard without a terminal: keys go in, the screen comes out, effects are done at once.
public struct Scenario {
  public enum Store: Sendable {
    case osaka
    case sample
    /// The sample with control sequences in every text.
    case hostile

    /// A store of its own, which a test may write.
    func make() throws -> (Ledger, StoreReader) {
      switch self {
      case .osaka: try Ledger.inMemory(revisions: OsakaSeed.revisions())
      case .sample: try Ledger.inMemory(revisions: SampleCity.revisions())
      case .hostile: try Ledger.inMemory(revisions: HostileCity.revisions())
      }
    }

    /// One store for all tests that only read.
    public func shared() throws -> (Ledger, StoreReader) {
      switch self {
      case .osaka: try Store.osakaStore.get()
      case .sample: try Store.sampleStore.get()
      case .hostile: try Store.hostileStore.get()
      }
    }

    private static let osakaStore = Result { try Store.osaka.make() }
    private static let sampleStore = Result { try Store.sample.make() }
    private static let hostileStore = Result { try Store.hostile.make() }
  }

  public private(set) var state: AppState
  public let ledger: Ledger
  public let reader: StoreReader
  /// Effects other than loading, in the order in which they were ordered.
  public private(set) var effects: [Effect] = []
  /// Lets questions wait until ``answerNext()``.
  public var answersLater = false
  private var asked: [Question] = []

  public static let today = CivilDate(dayNumber: 20_780)

  public init(
    _ store: Store = .osaka, view: String = "overview", filter: String = "", columns: Int = 120, rows: Int = 36,
    ambiguous: AmbiguousWidth = .narrow, language: Language = .ja, pinned: Int? = nil,
    since: Int? = nil, writes: Bool = false, writeAccess: WriteAccess = .allowed,
    theme: ThemeName = .standard, lines: LineStyle = .unicode, today: CivilDate = Scenario.today
  ) throws {
    (ledger, reader) = try writes ? store.make() : store.shared()
    var place = Place(viewArgument: view) ?? Place(.overview)
    place.filter = filter
    state = AppState(
      settings: Settings(
        today: today, language: language, ambiguous: ambiguous, author: "試験の職員", writeAccess: writeAccess,
        theme: theme, lines: lines),
      size: Size(columns: columns, rows: rows), place: place, pinned: pinned, since: since)
    try perform(begin(&state))
  }

  /// One more revision of a store of its own; the dashboard does not know of it yet.
  public func append(_ changes: [RecordChange]) throws {
    _ = try ledger.append(
      RevisionDraft(
        effective: Scenario.today, recorded: "2026-11-23T00:00:00Z", author: "試験", title: "試験の変更", changes: changes),
      today: Scenario.today)
  }

  /// As `honbu present --present-only` and `honbu present --follow` begin.
  public mutating func present(isKiosk: Bool) { state.presentation?.isKiosk = isKiosk }
  public mutating func follow() { state.presentation = Presentation(followingIn: false) }

  public mutating func send(_ message: Message) throws { try perform(update(&state, message)) }

  public mutating func press(_ keys: Key...) throws {
    for key in keys { try send(.input(.key(key))) }
  }

  /// Each character as the key of its own.
  public mutating func type(_ text: String) throws {
    for character in text {
      try send(character.isASCII ? .input(.key(.character(character))) : .input(.text(String(character))))
    }
  }

  public mutating func resize(columns: Int, rows: Int) throws {
    try send(.input(.resized(Size(columns: columns, rows: rows))))
  }

  public var grid: Grid { view(state) }
  public var screen: [String] { grid.text() }
  public var text: String { screen.joined(separator: "\n") }

  /// The row that is shown in reverse video, without its sign.
  public var selectedText: String? {
    let grid = grid
    for row in 1..<max(1, grid.size.rows - 1) {
      let cells = grid.row(row)
      let reversed = cells.filter { $0.style.attributes.contains(.reverse) }
      if reversed.count > 3 {
        return reversed.map(\.text).joined().trimmingSpaces
      }
    }
    return nil
  }

  /// Answers the question that has waited longest, if it is still wanted.
  ///
  /// - Returns: `false` when nothing waits.
  @discardableResult
  public mutating func answerNext() throws -> Bool {
    guard !asked.isEmpty else { return false }
    let question = asked.removeFirst()
    if state.slots.values.contains(where: { $0.question == question }) {
      try send(.answered(try reader.answer(question)))
    }
    return true
  }

  /// Forgets every answer and asks for what the place needs now.
  public mutating func askAnew() throws {
    asked = []
    answersLater = false
    state.slots = [:]
    try perform(begin(&state))
  }

  private mutating func perform(_ effects: [Effect]) throws {
    for effect in effects {
      if case .load(let question) = effect {
        if answersLater {
          asked.append(question)
        } else {
          try send(.answered(try reader.answer(question)))
        }
      } else {
        self.effects.append(effect)
      }
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
