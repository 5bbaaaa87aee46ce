import StrategyModel

public enum Language: String, CaseIterable, Sendable {
  case ja
  case en

  public func pick(_ ja: String, _ en: String) -> String { self == .ja ? ja : en }
}

/// All words of the screen, in one place; Japanese first.
public struct Words: Hashable, Sendable {
  public var language: Language
  public var lines: LineStyle

  public init(_ language: Language, lines: LineStyle = .unicode) {
    self.language = language
    self.lines = lines
  }

  public func callAsFunction(_ word: Word) -> String {
    let text = pick(word.ja, word.en)
    return lines == .unicode ? text : String(text.map { Words.twins[$0] ?? $0 })
  }

  /// Between two statements of one line.
  public var dot: String { lines.lineSet.dot }

  /// Between the ends of a range.
  public var enDash: String { lines == .unicode ? "–" : "-" }

  /// From what something was to what it is.
  public var arrow: String { lines.lineSet.arrow }

  /// In place of a value that is not there.
  public var dash: String { lines == .unicode ? "—" : "-" }

  /// What some terminals draw two cells wide, and others have no glyph for, in 7 bits.
  private static let twins: [Character: Character] = [
    "×": "x", "·": ".", "—": "-", "←": "<", "→": ">", "↑": "^", "↓": "v", "…": ".", "›": ">",
  ]

  func pick(_ ja: String, _ en: String) -> String { language.pick(ja, en) }

  // MARK: Sentences with values

  public func minutes(_ count: Int) -> String { pick("\(count)分", "\(count) min") }

  /// A heading where there are only lines of text.
  public func headingLine(_ title: String) -> String { pick("【\(title)】", "== \(title) ==") }

  public func subheadingLine(_ title: String) -> String { pick("〈\(title)〉", "-- \(title) --") }

  public func count(_ number: Int) -> String { pick("\(grouped(number))件", "\(grouped(number))") }

  /// What the lowest and the highest column of a series stand for.
  public func scale(_ least: String, _ most: String) -> String {
    pick("目盛り \(least)〜\(most)", "scale \(least) to \(most)")
  }

  public func latest(_ count: Int) -> String { pick("最近の\(count)回", "the latest \(count)") }

  /// A series in words.
  public func series(count: Int, from first: String, to last: String, least: String, most: String) -> String {
    pick(
      "\(count)回の実績、\(first)から\(last)へ、最小 \(least)、最大 \(most)",
      "\(count) measurements, from \(first) to \(last), least \(least), most \(most)")
  }

  /// `1〜3`, or one number.
  public func range(_ first: Int, _ last: Int) -> String {
    first == last ? grouped(first) : "\(grouped(first))\(pick("〜", enDash))\(grouped(last))"
  }

  public func countOf(_ part: Int, _ whole: Int) -> String {
    pick("\(grouped(part))件／\(grouped(whole))件", "\(grouped(part)) of \(grouped(whole))")
  }

  /// How much of a large store was looked at so far; `share` from 0 to 1.
  public func searching(_ share: Double) -> String {
    let percent = Int(share * 100)
    return pick("検索中 \(percent)%", "searching \(percent)%")
  }

  /// Stands for those of a list that are not shown.
  public func more(_ number: Int) -> String { pick("ほか \(grouped(number))件", "\(grouped(number)) more") }

  /// Columns of a table that the width leaves out.
  func columnsOmitted(_ names: [String]) -> String {
    pick("ほか ", "not shown: ") + names.joined(separator: pick(" ", ", "))
  }

  /// Years that the overview has no table for.
  func earlierBudgets(_ years: [String]) -> String {
    pick("\(years.joined(separator: "〜"))は取組の記録に", "\(years.joined(separator: " to ")): in the items")
  }

  /// Offers what Latin words would find as readings.
  public func moreByReading(_ number: Int) -> String {
    pick("（読みで他に\(grouped(number))件 Tab）", "(\(grouped(number)) more by reading: Tab)")
  }

  /// Of a list that is longer.
  public func firstShown(_ number: Int) -> String {
    pick("はじめの\(grouped(number))件を表示しています", "The first \(grouped(number)) are shown")
  }

  /// What a difference is called: `差分 r4 → r9`.
  public func difference(_ from: Int, _ to: Int, arrow: String) -> String {
    let ends = [from, to].map { $0 == 0 ? self(.beforeFirst) : "r\($0)" }
    return "\(self(.difference)) \(ends[0]) \(arrow) \(ends[1])"
  }

  /// Said above a list that marks what changed.
  public func marksSentence(_ sign: String, since revision: Int) -> String {
    pick("\(sign) は r\(revision) より後に変わった記録", "\(sign) marks records changed after r\(revision)")
  }

  public func unknownPoint(_ text: String) -> String {
    pick(
      "「\(text)」という時点はありません（r7、2020-08-06、令和2年8月6日、R2.8.6、会議の番号）",
      "No such point in time: \(text) (r7, 2020-08-06, R2.8.6, a meeting's id)")
  }

  public func beforeFirst(_ text: String, _ first: String) -> String {
    pick("\(text) の時点の改訂はありません（最初の改訂は \(first)）", "No revision by \(text) (the first is of \(first))")
  }

  /// What is said of a text, behind it.
  public func remark(_ text: String) -> String { pick("（\(text)）", " (\(text))") }

  public func noFilter(_ number: Int) -> String { "\(self(.noFilter)) \(dot) \(count(number))" }

  public func themeKept(_ theme: ThemeName) -> String {
    pick("配色「\(self(theme.word))」を次からも使います", "\(self(theme.word)): kept for the next time")
  }

  public func filterDeleted(_ name: String) -> String {
    pick("「\(name)」を削除しました", "deleted \(name)")
  }

  public func filterSaved(_ name: String) -> String {
    pick("「\(name)」を保存しました（@\(name) で呼べます）", "Saved \(name) (call it by @\(name))")
  }

  public func replacesFilter(_ name: String, _ text: String) -> String {
    pick("同じ名前の条件を置き換えます: @\(name) \(text)", "Takes the place of @\(name) \(text)")
  }

  public func phase(_ phase: Phase?) -> String {
    guard let phase else { return self(.unknown) }
    return pick(phase.name, phase.code)
  }

  /// ¥ has no place in 7 bits, and some terminals draw it two cells wide.
  private var yenSign: String { lines == .unicode ? "¥" : "JPY " }

  public func yen(_ amount: Int) -> String {
    switch amount {
    case let sum where sum != 0 && sum % 100_000_000 == 0:
      pick("\(grouped(sum / 100_000_000))億円", "\(yenSign)\(grouped(sum))")
    case let sum where sum >= 100_000_000 && sum % 10_000 == 0:
      pick("\(grouped(sum / 100_000_000))億\(grouped(sum % 100_000_000 / 10_000))万円", "\(yenSign)\(grouped(sum))")
    case let sum where sum != 0 && sum % 10_000 == 0: pick("\(grouped(sum / 10_000))万円", "\(yenSign)\(grouped(sum))")
    default: pick("\(grouped(amount))円", "\(yenSign)\(grouped(amount))")
    }
  }

  /// For a narrow column: from 100億円 on, whole 億円, said to be about; in English whole millions.
  public func shortYen(_ amount: Int) -> String {
    if language == .en, amount >= 1_000_000 {
      return "\(amount % 1_000_000 == 0 ? "" : "~")\(yenSign)\(grouped(amount / 1_000_000))M"
    }
    guard language == .ja, amount >= 10_000_000_000, amount % 100_000_000 != 0 else { return yen(amount) }
    return "約\(grouped(amount / 100_000_000))億円"
  }

  /// `1,339`, `99.9`, `0.00005`; a whole number without its point. From 10 to the 15th on, and below its inverse, as
  /// `1e+30`.
  public func number(_ value: Double) -> String {
    let size = value.magnitude
    guard size < 1e15, size == 0 || size >= 1e-15 else { return "\(value)" }
    let whole = size.rounded(.towardZero)
    let text = grouped(Int(whole)) + (size == whole ? "" : "." + Words.fraction(of: size))
    return value < 0 ? "-" + text : text
  }

  /// The digits behind the point; Swift writes 0.00005 as `5e-05`.
  private static func fraction(of size: Double) -> String {
    let parts = "\(size)".split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    guard parts.count == 2, let power = Int(parts[1]) else { return String(mantissa[1]) }
    let digits = mantissa.joined()
    return String(repeating: "0", count: -power - 1) + (digits.hasSuffix("0") ? String(digits.dropLast()) : digits)
  }

  /// A ratio as a whole percentage, rounded down so that 99.9 % never reads as reached.
  public func percent(_ ratio: Double) -> String {
    let percent = (ratio * 100 + 1e-9).rounded(.down)
    guard percent.magnitude <= 1_000_000 else {
      return percent > 0 ? pick("100万%超", ">1,000,000%") : pick("-100万%未満", "<-1,000,000%")
    }
    return "\(Int(percent))%"
  }

  public func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }
}

extension Words {
  public func updateAction(_ action: UpdateEntry.Action) -> String { pick(action.name, action.rawValue) }

  public func editionStatus(_ status: EditionStatus) -> String {
    switch status {
    case .inForce: pick("現行", "in force")
    case .superseded: pick("次の版に置き換え", "superseded")
    case .finished: pick("期間終了", "finished")
    case .successor: pick("後継", "successor")
    }
  }

  public func recordKind(_ kind: RecordKind) -> String {
    pick(kind.name, kind == .planRevision ? "plan revision" : kind.rawValue)
  }

  public func change(_ change: RevisionTouch.Change) -> String {
    switch change {
    case .added: self(.valueAdded)
    case .changed: pick("変更", "changed")
    case .retired: pick("廃止", "retired")
    }
  }

  public func principleRole(_ role: Principle.Role) -> Word {
    switch role {
    case .goal: .goals
    case .vision: .visions
    case .stance: .stances
    case .onlineIdeal: .onlineIdeals
    }
  }
}
