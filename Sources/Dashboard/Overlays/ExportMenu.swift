import StrategyModel
import TextUI

/// `x`: the forms in which the view can be written out.
extension OverlayView {
  func exportMenu() -> [OverlayEntry] {
    SnapshotFormat.allCases.map { format in
      let name = TextFit.fit(format.rawValue, 10, policy) + TextFit.fit("." + format.fileExtension, 7, policy)
      return OverlayEntry(
        text: Line(name, theme.style(.key)) + Line(words(format.word)), choice: .export(format))
    }
  }
}

extension AppState {
  func order(_ format: SnapshotFormat) -> [Effect] {
    var order = snapshotOrder(revision: pinned)
    order.format = format
    return [.writeSnapshot(order)]
  }
}
