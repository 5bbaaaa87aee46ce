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
}
