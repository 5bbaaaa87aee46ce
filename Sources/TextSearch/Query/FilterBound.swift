/// How much of a filter is read: nobody types as much, and what is pasted by mistake is not looked for.
public struct FilterBound: Hashable, Sendable {
  /// Characters.
  var length: Int
  /// Of all clauses together.
  var terms: Int

  /// What a person gives, with what it calls by `@name` in its place.
  public static let typed = FilterBound(length: 2000, terms: 64)
  /// The same with what a screen adds for its lanes and doors.
  public static let composed = FilterBound(length: 10_000, terms: 320)
}
