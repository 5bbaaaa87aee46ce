import StrategyModel

/// Sentences of corrections and undo.
extension Words {
  public func corrected(_ revision: Int, _ title: String) -> String {
    pick("r\(revision) に書き込みました（u 取り消し）: \(title)", "Written as r\(revision) (u takes it back): \(title)")
  }

  public func undone(_ undone: Int, by revision: Int) -> String {
    pick("r\(undone) を r\(revision) で取り消しました（u でやり直せます）", "r\(undone) taken back by r\(revision) (u does it again)")
  }

  public func nothingToUndo(_ revision: Int) -> String {
    pick("r\(revision) の記録はすべて、その前と同じです", "All records of r\(revision) are as they were before it")
  }

  public func undoEffect(_ count: Int) -> String {
    pick("戻る記録 \(self.count(count))", "Records that go back: \(self.count(count))")
  }

  public func takeBack(_ revision: Int) -> String { pick("r\(revision) を取り消す", "Take r\(revision) back") }

  public func undoConflicts(_ revision: Int) -> String {
    pick(
      "後の改訂が、r\(revision) と同じ記録に触れています。先にそちらを取り消してください:",
      "Later revisions touched records of r\(revision). Take those back first:")
  }

  public func conflict(_ conflict: UndoConflict, _ calendar: CalendarStyle) -> String {
    let revision = conflict.revision
    let record = "\(recordKind(conflict.record.key.kind))「\(conflict.record.title)」"
    let who = "r\(revision.number) \(calendar.text(revision.effective)) \(revision.author)「\(revision.title)」"
    switch conflict.cause {
    case .changed: return pick("\(record) は \(who) が変えています", "\(record): changed by \(who)")
    case .named(let by):
      return pick("\(record) は \(who) の「\(by.title)」が使っています", "\(record): named by \(by.title) of \(who)")
    }
  }

  public func draftKept(_ draft: String) -> String { pick("書いたものは \(draft) に残っています", "Your text is in \(draft)") }

  /// On a narrow screen the end is cut off, so the place stands before the reason.
  public func correctionKept(_ draft: String, _ reason: String) -> String {
    pick("書き込んでいません。文は \(draft) に残っています: \(reason)", "Not written, your text is in \(draft): \(reason)")
  }

  public func notADate(_ text: String) -> String {
    pick("「\(text)」は日付ではありません（例 令和8年8月6日、R8.8.6、2026-08-06）", "Not a date: \(text) (2026-08-06, R8.8.6)")
  }

  public func notANumber(_ text: String, _ problem: NumberReading.Problem) -> String {
    switch problem {
    case .notANumber: pick("「\(text)」は数ではありません（例 85、1,200、0.5）", "Not a number: \(text) (85, 1,200, 0.5)")
    case .inexact: pick("「\(text)」は正しく保存できません（有効数字は15桁まで）", "Too many digits: \(text) (15 at most)")
    case .tooLarge: pick("「\(text)」は大きすぎます（1,000兆まで）", "Too large: \(text)")
    }
  }

  public func alreadyMeasured(_ value: Double, _ unit: String?) -> String {
    pick(
      "この時の実績値 \(number(value))\(unit ?? "") が、もう記録されています（その行で e を押すと直せます）",
      "Measured already: \(number(value))\(unit ?? "") (e on its row corrects it)")
  }
}
