import StrategyModel
import TextUI

/// Everything that decides what is on the screen.
public struct AppState: Equatable, Sendable {
  public var settings: Settings
  public var size: Size
  public var places: PlaceHistory
  /// What the current place has asked for and got, by the part of the screen it feeds.
  public var slots: [SlotID: Slot] = [:]
  /// The store's latest revision, as far as it is known.
  public var head: Int?
  /// The revision that is shown; `nil` follows the latest.
  public var pinned: Int?
  /// The revision and city of the last answer, for the header.
  public var asOf: Revision?
  public var city: City?
  public var overlay: Overlay?
  /// The line being typed at the foot of the screen.
  public var prompt: Prompt?
  public var notice: Notice?
  /// Takes the whole screen while there is one.
  public var presentation: Presentation?
  /// Lists mark what was put after this revision; `nil` marks, in the past, what the shown revision put.
  public var since: Int?
  /// Records that another process changed since they were last looked at.
  public var changed: Set<RecordKey> = []
  public var options = ItemListOptions()
  /// Set by `;`: a filter that goes along from view to view.
  public var keptFilter: String?
  public var filterMemory = FilterMemory()
  /// A correction of one's own is on its way: what the store tells meanwhile is no news from others.
  var isWriting = false
  /// Orders that wait for the rows they work on, and what was typed behind them.
  var waiting: [Waiting] = []
  /// The place's filter as it was understood last; see ``ReadFilter``.
  var readFilter = ReadFilter()

  public init(settings: Settings, size: Size, place: Place = Place(.overview), pinned: Int? = nil, since: Int? = nil) {
    self.settings = settings
    self.size = size
    self.places = PlaceHistory(place)
    self.pinned = pinned
    self.since = since
  }

  public var place: Place {
    get { places.current }
    set { places.current = newValue }
  }
}

/// What the operator chose when starting, and what the terminal is.
public struct Settings: Equatable, Sendable {
  public var today: CivilDate
  public var language: Language
  public var calendar: CalendarStyle
  public var ambiguous: AmbiguousWidth
  public var usesMouse: Bool
  /// Said in the header when the store lives in memory or may not be written.
  public var storeRemark: String?
  /// Who writes the revisions that corrections make.
  public var author: String
  public var writeAccess: WriteAccess
  public var theme: ThemeName
  public var lines: LineStyle

  public init(
    today: CivilDate, language: Language = .ja, calendar: CalendarStyle = .wareki, ambiguous: AmbiguousWidth = .narrow,
    usesMouse: Bool = true, storeRemark: String? = nil, author: String = "", writeAccess: WriteAccess = .allowed,
    theme: ThemeName = .standard, lines: LineStyle = .unicode
  ) {
    self.today = today
    self.language = language
    self.calendar = calendar
    self.ambiguous = ambiguous
    self.usesMouse = usesMouse
    self.storeRemark = storeRemark
    self.author = author
    self.writeAccess = writeAccess
    self.theme = theme
    self.lines = lines
  }

  /// A snapshot is the same whatever the terminal shows.
  public var forSnapshots: Settings {
    var settings = self
    settings.theme = .standard
    return settings
  }

  public var policy: WidthPolicy { WidthPolicy(ambiguous: ambiguous, ellipsis: lines.lineSet.ellipsis) }
  public var words: Words { Words(language, lines: lines) }
}

/// The glyphs of lines, bars and marks.
public enum LineStyle: String, CaseIterable, Sendable {
  case unicode
  /// 7-bit only.
  case ascii

  var lineSet: LineSet { self == .unicode ? .unicode : .ascii }
}

/// Whether records can be corrected, and why not.
public enum WriteAccess: Equatable, Sendable {
  case allowed
  /// The operator wanted to look only (`--read-only`).
  case declined
  /// The file or its folder may not be written.
  case forbidden
  /// The store lives in memory, because its place could not be written: what is corrected would be lost.
  case temporary
}

/// A part of a screen that is fed by one question.
public enum SlotID: Hashable, Sendable {
  case main
  case lane(Phase?)
  case preview
  /// Names for completion and for the filter menu.
  case filterValues
  /// A further part of one screen alone.
  case other(String)
  /// What other processes committed after a revision.
  case arrivals(Int)
  /// What lists mark; see `AppState.since`.
  case marks
  /// Revisions and meetings by which a point in time can be chosen, of the latest revision wherever one stands.
  case timelineRevisions
  case timelineMeetings
  /// The record that a form is about, as it is now.
  case subject
}

extension SlotID: Comparable {
  /// The order of asking: what the screen is about first. It is told for each key, so not by the cases' names.
  private var place: (rank: Int, number: Int, name: String) {
    switch self {
    case .main: (0, 0, "")
    case .lane(let phase): (1, phase?.rawValue ?? Int.max, "")
    case .other(let name): (2, 0, name)
    case .preview: (3, 0, "")
    case .filterValues: (4, 0, "")
    case .arrivals(let number): (5, number, "")
    case .marks: (6, 0, "")
    case .timelineRevisions: (7, 0, "")
    case .timelineMeetings: (8, 0, "")
    case .subject: (9, 0, "")
    }
  }

  public static func < (left: SlotID, right: SlotID) -> Bool { left.place < right.place }
}

/// A question and the last answer to it, or to its forerunner.
public struct Slot: Equatable, Sendable {
  public var question: Question
  public var answer: Answer?
  /// What the screen made of the answer; `nil` for a screen that makes its rows for each frame.
  public internal(set) var layout: RowLayout?
  /// Why the question could not be answered.
  public internal(set) var failure: String?
  /// The store has moved on: the question is to be asked again.
  public var isStale = false

  public init(question: Question, answer: Answer? = nil) {
    self.question = question
    self.answer = answer
  }

  /// Whether the answer belongs to the question as it stands now.
  public var isSettled: Bool { answer?.question == question }
}

/// A sentence in the status line, until the next key.
public struct Notice: Equatable, Sendable {
  public enum Kind: Sendable {
    case information
    case refusal
    case failure
  }

  public var kind: Kind
  public var text: String
  /// It stays until somebody presses a key, whatever happens elsewhere: it says where something is that would be lost.
  public var isLasting: Bool

  public init(_ kind: Kind, _ text: String, isLasting: Bool = false) {
    self.kind = kind
    self.text = text
    self.isLasting = isLasting
  }
}

/// How lists of action items are laid out; the same on every visit.
public struct ItemListOptions: Equatable, Sendable {
  public enum Layout: String, CaseIterable, Sendable {
    case board
    case table
    case timeline

    var word: Word {
      switch self {
      case .board: .layoutBoard
      case .table: .layoutTable
      case .timeline: .layoutTimeline
      }
    }
  }

  public var layout = Layout.board
  public var sort = ItemSort.natural
  public var isDescending = false
  public var grouping: ItemGrouping? = .pillar
  /// Columns of the table in order; those not listed are hidden.
  public var columns = ItemColumn.allCases
  /// Whether the selected record is shown beside the list.
  public var showsPreview = false
  /// The fiscal year with which the timeline begins; `nil` fits it to the items.
  public var firstYear: Int?

  public init() {}
}
