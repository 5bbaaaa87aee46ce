import Dashboard
import StrategyModel
import StrategyStore
import TextUI

/// What `honbu backup` says.
struct BackupWords {
  var file: String
  var language: Language
  /// Faults that are told one by one.
  private static let told = 8

  func progress(_ step: StoreBackup.Step) -> String {
    switch step {
    case .copying(let percent): language.pick("写しています \(percent)%", "copying \(percent)%")
    case .checking: language.pick("写しを調べています", "checking the copy")
    }
  }

  func made(_ head: Revision?) -> String {
    let extent = head.map { language.pick("\($0.quoted)まで", "up to \("r\($0.number) (\($0.shortHash))")") }
    let line = language.pick(
      "バックアップを作りました: \(file)（\(extent ?? "改訂なし")。誤りのないことを確かめました）",
      "Backed up to \(file) (\(extent ?? "no revision"); checked, sound)")
    return SafeText.visible(line) + "\n"
  }

  func unsound(_ faults: [String]) -> [String] {
    let others = faults.count - Self.told
    return [
      language.pick(
        "台帳に誤りがあるので、バックアップを作りませんでした（honbu check がすべてを示します）",
        "The store is not sound: no backup was made (honbu check lists all faults)")
    ] + faults.prefix(Self.told).map { "  " + $0 }
      + (others > 0 ? [language.pick("  ほか\(others)件", "  and \(others) more")] : [])
  }
}
