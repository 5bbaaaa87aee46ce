import StrategyModel

/// A meeting on the projector: its agenda, then each of its items, one to a screen.
public struct Presentation: Equatable, Sendable {
  public enum Role: Sendable {
    case presenter
    /// Shows the page that a presenter at another terminal shows.
    case follower
  }

  public var role: Role
  /// `nil` for a follower whom no presenter has told anything yet.
  public var meeting: String?
  /// The revision that the pages are read as of; `nil` follows the latest.
  public var revision: Int?
  /// 0 is the agenda.
  public var page = 0
  public var isBlank = false
  /// The operator's own screen: notes, the next page, the time that has passed.
  public var showsNotes = false
  /// There is nothing else to get to: only `:q` leaves.
  public var isKiosk: Bool
  /// Minutes since midnight in Asia/Tokyo, once the clock has been read.
  public var clock: Int?
  /// The clock when the presentation began.
  public var began: Int?
  /// A page number, or a command, on its way; the audience sees nothing of it.
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
    meeting.map { PresentedPage(meeting: $0, page: page, isBlank: isBlank, revision: revision) }
  }
}

/// A page as a presenter tells it to those who follow.
public struct PresentedPage: Equatable, Sendable {
  public var meeting: String
  public var page: Int
  public var isBlank: Bool
  public var revision: Int?

  public init(meeting: String, page: Int, isBlank: Bool, revision: Int?) {
    self.meeting = meeting
    self.page = page
    self.isBlank = isBlank
    self.revision = revision
  }
}
