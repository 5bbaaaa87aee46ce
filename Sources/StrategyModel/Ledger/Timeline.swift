/// The revisions and meetings by which people name a point in time.
public struct Timeline: Hashable, Sendable {
  /// Oldest first.
  public var revisions: [Revision]
  /// Newest first.
  public var meetings: [Meeting]

  public init(revisions: [Revision], meetings: [Meeting]) {
    self.revisions = revisions
    self.meetings = meetings
  }

  /// The last revision that was effective by the end of a day.
  public func revision(atEndOf day: CivilDate) -> Revision? { revisions.last { $0.effective <= day } }

  /// The revision that held at a point in time; `nil` before the first one and for what is not known.
  public func revision(at point: PointInTime) -> Revision? {
    switch point {
    case .revision(let number): revisions.first { $0.number == number }
    case .endOf(let day): revision(atEndOf: day)
    case .meeting(let id): meetings.first { $0.id == id }.flatMap { revision(atEndOf: $0.date) }
    }
  }

  /// The last meeting on an earlier day of one of these bodies.
  public func meeting(before day: CivilDate, of bodies: Set<String>) -> Meeting? {
    meetings.filter { $0.date < day && bodies.contains($0.body) }.max { ($0.date, $0.id) < ($1.date, $1.id) }
  }
}
