import Dashboard
import StrategyModel
import StrategyStore

/// What the loop is started with.
public struct DashboardLaunch {
  public var settings: Settings
  public var place: Place
  public var options: ItemListOptions
  public var pinned: Int?
  public var since: Int?
  /// `nil` for a store in memory, which no other process can change.
  public var storePath: String?
  public var reader: StoreReader
  public var background: StoreReader
  /// `nil` where nothing can be written.
  public var corrections: CorrectionStore?
  public var notice: String?
  /// What takes the whole screen from the start.
  public var presentation: Presentation?
  /// Where presenters tell their page; `nil` where nobody else could read it.
  public var pages: PresentedPageFile?
  /// Options that name the store in a snapshot's command.
  public var storeOptions: [String]
  /// Options that say where the store lies, if it was named: in a command that is copied, but in no snapshot, which is the
  /// same on every machine.
  public var pathOptions: [String]
  /// The day is given: midnight does not change it.
  public var isTodayFixed: Bool
  /// Where used filters are kept and saved ones are found.
  public var files: PersonalFiles

  public init(
    settings: Settings, place: Place, options: ItemListOptions = ItemListOptions(), pinned: Int? = nil,
    since: Int? = nil,
    storePath: String?, reader: StoreReader, background: StoreReader, corrections: CorrectionStore? = nil,
    notice: String? = nil,
    storeOptions: [String] = [], pathOptions: [String] = [], isTodayFixed: Bool = false, files: PersonalFiles
  ) {
    self.settings = settings
    self.place = place
    self.options = options
    self.pinned = pinned
    self.since = since
    self.storePath = storePath
    self.reader = reader
    self.background = background
    self.corrections = corrections
    self.notice = notice
    self.storeOptions = storeOptions
    self.pathOptions = pathOptions
    self.isTodayFixed = isTodayFixed
    self.files = files
  }
}
