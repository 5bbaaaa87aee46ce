import StrategyModel
import Yams

/// The text in which somebody corrects a record: its fields as YAML, with a line in their own words above each.
struct CorrectionText {
  /// What a line begins with that is not the author's; all are taken out before the text is read.
  enum Mark: String, CaseIterable {
    case fault = "# ✗ "
    case remark = "# ※ "
    /// Stands until the author has decided, and takes the line out.
    case conflict = "# ≠ "
  }

  /// Fields that say something of the revision, not of the record.
  enum RevisionField: String, CaseIterable {
    case title = "改訂の題名"
    case date = "改訂の日付"
    case note = "改訂の覚え書き"
    case update = "更新履歴"
  }

  var kind: RecordKind
  var fields: FieldTree
  var layout: FieldLayout
  var revision: [RevisionField: String]
  var remarks: [String] = []
  /// The words of a conflict, by the field in which it is.
  var conflicts: [(path: FieldTree.Path, words: String)] = []

  func text() throws -> String {
    var lines = remarks.map { Mark.remark.line($0) }
    lines += [
      "# \(kind.name) \(id)",
      "# 保存して閉じると、1つの改訂になります。何も変えずに閉じるか、空にして閉じると、何も書き込みません。",
      "# 書いていない項目は「# 項目:」の # を外して書きます。日付は 令和8年8月6日、R8.8.6、2026-08-06、令和8年度 など。",
      "",
    ]
    for name in layout.names { lines += try self.lines(name) }
    lines += ["", "# ── この改訂について（記録の内容ではありません） ──"]
    for field in RevisionField.allCases {
      if let value = revision[field] {
        lines += try Node.lines(field.rawValue, FieldTree.text(value).node("date", nil))
      } else {
        lines.append("# \(field.rawValue):   \(field.hint)")
      }
    }
    lines = Self.marked(conflicts.map { (line: line($0.path, in: lines), words: $0.words) }, .conflict, in: lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private var id: String {
    guard case .text(let id)? = fields["id"] else { return "" }
    return id
  }

  private func lines(_ name: String) throws -> [String] {
    let label = FieldForm.label(name)
    let choice = FieldForm.words(name).map { "（\($0)）" } ?? ""
    guard let value = fields[name], !value.isOrdinary(name) else {
      return ["# \(name):   # \(label)\(choice)"] + FieldForm.example(name).map { "#   \($0)" }
    }
    return ["# \(label)\(choice)"] + (try Node.lines(name, value.node(name, layout[name])))
  }

  /// Where a field stands in lines that are free of faults.
  private func line(_ path: FieldTree.Path, in lines: [String]) -> Int {
    guard let name = path.first else { return 1 }
    let place = lines.firstIndex { $0.hasPrefix("\(name):") || $0.hasPrefix("# \(name):") }
    return (place ?? 0) + 1
  }

  /// Lines with words above some of them.
  ///
  /// - Parameter notes: a line, from 1, and what is to be said of it.
  static func marked(_ notes: [(line: Int, words: String)], _ mark: Mark, in lines: [String]) -> [String] {
    let byLine = Dictionary(grouping: notes) { min(max($0.line, 1), lines.count + 1) }
    return (1...lines.count + 1).flatMap { number in
      (byLine[number] ?? []).map { mark.line($0.words) }
        + (number <= lines.count ? [lines[number - 1]] : [])
    }
  }
}

extension CorrectionText.Mark {
  func line(_ words: String) -> String {
    rawValue + words.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  func marks(_ line: some StringProtocol) -> Bool { line.hasPrefix(rawValue.dropLast()) }
}

extension CorrectionText.RevisionField {
  fileprivate var hint: String {
    switch self {
    case .title: "# 書かなければ、記録の名から付けます"
    case .date: "# 書かなければ今日"
    case .note: "# 変えた理由など"
    case .update: "# ここに書いた一行を、更新履歴にも載せます"
    }
  }
}
