import Dashboard
import Snapshot
import StrategyModel
import Testing

@Suite("The command of a view")
struct SnapshotCommandTextTests {
  @Test("It pins all that the rows depend on, in words that a shell reads back")
  func text() {
    var options = ItemListOptions()
    options.layout = .table
    options.sort = .due
    let order = SnapshotOrder(
      place: Place(.actions, filter: "phase:検証中 -it's"), options: options, revision: 7, width: 120)
    let settings = Settings(today: CivilDate(dayNumber: 18_480), language: .ja, calendar: .iso)
    #expect(
      ViewSnapshot.command(order, settings: settings, storeOptions: ["--store", "my store.sqlite"]) == """
        honbu snapshot actions --store 'my store.sqlite' --at r7 --today 2020-08-06 --width 120 --lang ja \
        --calendar iso --ambiguous 1 --filter 'phase:検証中 -it'\\''s' --layout table --sort due --group pillar
        """)
  }

  @Test("A timeline names its groups, what it is compared with, and where it was shifted to")
  func timeline() {
    var options = ItemListOptions()
    options.layout = .timeline
    options.grouping = nil
    options.firstYear = 2018
    let order = SnapshotOrder(place: Place(.actions), options: options, revision: 7, since: 3, width: 120)
    #expect(
      ViewSnapshot.command(order, settings: Settings(today: CivilDate(dayNumber: 18_480)), storeOptions: []) == """
        honbu snapshot actions --at r7 --since r3 --today 2020-08-06 --width 120 --lang ja --calendar wareki \
        --ambiguous 1 --layout timeline --group none --from-year 2018
        """)
  }
}
