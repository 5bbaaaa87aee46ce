import StrategyModel

public enum Language: String, CaseIterable, Sendable {
  case ja
  case en
}

/// All words of the screen, in one place; Japanese first.
public struct Words: Equatable, Sendable {
  public var language: Language

  public init(_ language: Language) { self.language = language }

  public func callAsFunction(_ word: Word) -> String {
    pick(word.ja, word.en)
  }

  func pick(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }

  // MARK: Sentences with values

  public func count(_ number: Int) -> String { pick("\(grouped(number))件", "\(grouped(number))") }

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

  /// Offers what Latin words would find as readings.
  public func moreByReading(_ number: Int) -> String {
    pick("（読みで他に\(grouped(number))件 Tab）", "(\(grouped(number)) more by reading: Tab)")
  }

  public func noFilter(_ number: Int) -> String { "\(self(.noFilter)) · \(count(number))" }

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

  public func yen(_ amount: Int) -> String {
    switch amount {
    case let sum where sum != 0 && sum % 100_000_000 == 0: pick("\(grouped(sum / 100_000_000))億円", "¥\(grouped(sum))")
    case let sum where sum >= 100_000_000 && sum % 10_000 == 0:
      pick("\(grouped(sum / 100_000_000))億\(grouped(sum % 100_000_000 / 10_000))万円", "¥\(grouped(sum))")
    case let sum where sum != 0 && sum % 10_000 == 0: pick("\(grouped(sum / 10_000))万円", "¥\(grouped(sum))")
    default: pick("\(grouped(amount))円", "¥\(grouped(amount))")
    }
  }

  /// For a narrow column: from 100億円 on, whole 億円, said to be about; in English whole millions.
  public func shortYen(_ amount: Int) -> String {
    if language == .en, amount >= 1_000_000 {
      return "\(amount % 1_000_000 == 0 ? "" : "~")¥\(grouped(amount / 1_000_000))M"
    }
    guard language == .ja, amount >= 10_000_000_000, amount % 100_000_000 != 0 else { return yen(amount) }
    return "約\(grouped(amount / 100_000_000))億円"
  }

  /// `1,339`, `99.9`; a whole number without its point.
  public func number(_ value: Double) -> String {
    guard value.magnitude < 1e15 else { return "\(value)" }
    if value == value.rounded() { return grouped(Int(value)) }
    let text = "\(value)".split(separator: ".", maxSplits: 1)
    return grouped(Int(value)).replacingMinusLost(of: value) + "." + (text.last.map(String.init) ?? "0")
  }

  /// A ratio as a whole percentage, rounded down so that 99.9 % never reads as reached.
  public func percent(_ ratio: Double) -> String { "\(Int((ratio * 100 + 1e-9).rounded(.down)))%" }

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

extension String {
  fileprivate func replacingMinusLost(of value: Double) -> String {
    value < 0 && !hasPrefix("-") ? "-" + self : self
  }
}

extension Words {
  public func updateAction(_ action: UpdateEntry.Action) -> String {
    switch action {
    case .added: pick("追加", "added")
    case .revised: pick("改訂", "revised")
    case .corrected: pick("修正", "corrected")
    case .posted: pick("掲載", "posted")
    case .created: pick("作成", "created")
    case .removed: pick("削除", "removed")
    }
  }

  public func editionStatus(_ status: EditionStatus) -> String {
    switch status {
    case .inForce: pick("現行", "in force")
    case .superseded: pick("次の版に置き換え", "superseded")
    case .finished: pick("期間終了", "finished")
    case .successor: pick("後継", "successor")
    }
  }

  public func recordKind(_ kind: RecordKind) -> String {
    switch kind {
    case .city: pick("市", "city")
    case .contact: pick("問合せ先", "contact")
    case .principle: pick("目的・姿勢・めざす姿", "principle")
    case .strategy: pick("戦略", "strategy")
    case .plan: pick("計画", "plan")
    case .planRevision: pick("計画の改訂", "plan revision")
    case .pillar: pick("柱", "pillar")
    case .body: pick("会議体", "body")
    case .item: pick("取組", "item")
    case .measurement: pick("実績値", "measurement")
    case .review: pick("CIO確認", "review")
    case .meeting: pick("会議", "meeting")
    case .update: pick("更新", "update")
    case .document: pick("資料", "document")
    case .term: pick("用語", "term")
    case .figure: pick("数字", "figure")
    case .contradiction: pick("出典の食い違い", "contradiction")
    }
  }

  public func change(_ change: RevisionTouch.Change) -> String {
    switch change {
    case .added: pick("追加", "added")
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
