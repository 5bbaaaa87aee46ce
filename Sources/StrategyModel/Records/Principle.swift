/// A numbered statement of principle: 目的, めざす姿, 基本姿勢, or one of the online plan's ideals.
///
/// The same label can stand in two roles (「データ活用社会の実現」 is a stance and a policy), so a principle is known by its id.
public struct Principle: Hashable, Codable, Sendable {
  public enum Role: String, Codable, CaseIterable, Sendable {
    /// 目的.
    case goal
    /// めざす姿.
    case vision
    /// 基本姿勢.
    case stance
    /// オンライン化のあるべき姿.
    case onlineIdeal
  }

  public var id: String
  public var role: Role
  /// The strategy or plan that states it; `nil` for the page's own goals.
  public var framework: String?
  public var order: Int
  public var text: String
  /// The text is our own wording (要約), not the source's.
  public var isSummary: Bool
  public var note: String?
  public var source: Source

  public init(
    id: String, role: Role, framework: String? = nil, order: Int, text: String, isSummary: Bool = false,
    note: String? = nil, source: Source
  ) {
    self.id = id
    self.role = role
    self.framework = framework
    self.order = order
    self.text = text
    self.isSummary = isSummary
    self.note = note
    self.source = source
  }
}
