import StrategyModel

/// A meeting on the projector: its agenda, then what it dealt with in the agenda's order, one slide after another.
public struct Presentation: Equatable, Sendable {
  public enum Role: Sendable {
    case presenter
    /// Shows the page that a presenter at another terminal shows.
    case follower
  }

  public var role: Role
  /// `nil` for a follower whom no presenter has told anything yet.
  public var meeting: String?
  /// The revision that the meeting is read as of; `nil` follows the latest.
  public var revision: Int?
  /// Of the slides; 0 is the agenda.
  public var slide = 0
  /// Where in the slide's text the page begins: a slide longer than the screen has several.
  public var place = TextPlace.start
  public var isBlank = false
  /// The operator's own screen (notes, the next slide, the time that has passed), and where its page begins.
  public var notes: TextPlace?
  /// There is nothing else to get to: only `:q` leaves.
  public var isKiosk: Bool
  /// Minutes since midnight in Asia/Tokyo, once the clock has been read.
  public var clock: Int?
  /// The clock when the presentation began.
  public var began: Int?
  /// A number of the agenda, or a command, on its way; the audience sees nothing of it.
  var typed = ""

  public init(meeting: String, revision: Int? = nil, isKiosk: Bool = false) {
    role = .presenter
    self.meeting = meeting
    self.revision = revision
    self.isKiosk = isKiosk
  }

  /// One that waits to be told a page.
  public init(followingIn isKiosk: Bool) {
    role = .follower
    self.isKiosk = isKiosk
  }

  /// What followers are told.
  public var presented: PresentedPage? {
    meeting.map { PresentedPage(meeting: $0, slide: slide, place: place, isBlank: isBlank, revision: revision) }
  }

  mutating func turn(to slide: Int, _ place: TextPlace = .start) {
    self.slide = slide
    self.place = place
  }
}

/// A page as a presenter tells it to those who follow.
public struct PresentedPage: Equatable, Sendable {
  public var meeting: String
  public var slide: Int
  public var place: TextPlace
  public var isBlank: Bool
  public var revision: Int?

  public init(meeting: String, slide: Int, place: TextPlace = .start, isBlank: Bool, revision: Int?) {
    self.meeting = meeting
    self.slide = slide
    self.place = place
    self.isBlank = isBlank
    self.revision = revision
  }
}

/// A place in a slide's text that is the same on a screen of any size: a block, and the characters of it that stand before.
public struct TextPlace: Hashable, Comparable, Sendable {
  public var block: Int
  public var character: Int

  public init(block: Int, character: Int) {
    self.block = block
    self.character = character
  }

  public static let start = TextPlace(block: 0, character: 0)
  /// Behind all text: the page that shows it is the last.
  public static let end = TextPlace(block: Int.max, character: 0)

  public static func < (left: TextPlace, right: TextPlace) -> Bool {
    (left.block, left.character) < (right.block, right.character)
  }
}
