import StrategyModel

/// What an import must know of the store that it goes into: its latest state.
public protocol ImportContext<Failure> {
  associatedtype Failure: Error

  /// The number of the latest revision; 0 for an empty store.
  func headNumber() throws(Failure) -> Int
  /// Every record of a kind of which there are few (strategies, pillars, bodies).
  func records(of kind: RecordKind) throws(Failure) -> [Record]
  /// Those of the named records that there are.
  func records(_ keys: [RecordKey]) throws(Failure) -> [Record]
  func ids(of kind: RecordKind) throws(Failure) -> [String]
  /// Measurements of these items, each once, however often an item is named.
  func measurements(ofItems ids: [String]) throws(Failure) -> [Measurement]
  /// Reviews of these items, each once.
  func reviews(ofItems ids: [String]) throws(Failure) -> [Review]
  /// The chain of revisions from the first on.
  func revisions() throws(Failure) -> [Revision]
}

public struct ImportOptions: Hashable, Sendable {
  /// `nil` tells the kind of each file by its headings.
  public var kind: ImportKind?
  /// Records of the files' kinds that the files no longer have are retired.
  public var replaces: Bool
  /// A pillar that the store does not know is added to the strategy in force.
  public var createsPillars: Bool
  /// The day from which the import counts, and that of a measurement without a date of its own.
  public var effective: CivilDate

  public init(
    kind: ImportKind? = nil, replaces: Bool = false, createsPillars: Bool = false, effective: CivilDate
  ) {
    self.kind = kind
    self.replaces = replaces
    self.createsPillars = createsPillars
    self.effective = effective
  }
}
