import Dashboard
import Glibc
import NcursesTerminal
import Snapshot
import StrategyModel
import TextUI

/// The terminal: what it is, what it can do, how wide it draws, how well its colours can be read.
struct DeviceExamination {
  let terminal: TerminalFacts
  let choices: Choices
  let words: DoctorWords

  func kind() -> Finding {
    let facts: [(String, JSONValue?)] = [
      ("TERM", .text(terminal.name)), ("inputIsTerminal", .flag(terminal.isInputTerminal)),
      ("outputIsTerminal", .flag(terminal.isOutputTerminal)), ("columns", .whole(terminal.size?.columns)),
      ("rows", .whole(terminal.size?.rows)),
    ]
    guard terminal.isOutputTerminal else {
      return Finding(.terminal, .remark, words.noTerminal(terminal.name), advice: words.runInTerminal, facts)
    }
    switch terminal.description {
    case .unknown:
      return Finding(.terminal, .fault, words.unknownTerminal(terminal.name), advice: words.setTerm, facts)
    case .incapable:
      return Finding(.terminal, .fault, words.incapableTerminal(terminal.name), advice: words.setTerm, facts)
    case .fit: break
    }
    guard let size = terminal.size else {
      return Finding(.terminal, .remark, words.sizeUnknown(terminal.name), advice: words.tellSize, facts)
    }
    let isSmall = size.columns < Frame.smallest.columns || size.rows < Frame.smallest.rows
    return Finding(
      .terminal, isSmall ? .remark : .ok, words.terminal(terminal.name, size),
      advice: isSmall ? words.enlarge(to: Frame.smallest) : nil, facts)
  }

  func abilities() -> Finding {
    let facts: [(String, JSONValue?)] = [
      ("colors", .whole(terminal.colors)), ("mouse", .flag(terminal.hasMouse)),
      ("bracketedPaste", .flag(terminal.hasBracketedPaste)),
      ("alternateScreen", .flag(terminal.hasAlternateScreen)),
    ]
    guard terminal.description == .fit else {
      return Finding(.abilities, .remark, words.abilitiesUnknown, advice: words.setTerm, facts)
    }
    let lacks = words.lacks(terminal)
    return Finding(
      .abilities, lacks.isEmpty ? .ok : .remark, words.abilities(terminal),
      advice: lacks.isEmpty ? nil : words.lacking(lacks), facts)
  }

  func locale(_ locale: LocaleFacts) -> Finding {
    let setting = locale.variable.map { "\($0)=\(locale.value)" } ?? words.localeUnset
    var facts: [(String, JSONValue?)] = [
      ("variable", .text(locale.variable)), ("value", .text(locale.value)), ("installed", .flag(locale.isInstalled)),
    ]
    switch locale.encoding {
    case .utf8:
      facts.append(("encoding", .text("UTF-8")))
      return Finding(.locale, .ok, words.utf8(setting), facts)
    case .fallback:
      facts.append(("encoding", .text("UTF-8")))
      let text = locale.isInstalled ? words.fallback(setting) : words.notInstalled(setting)
      return Finding(.locale, .remark, text, advice: words.setLanguage, facts)
    case .unsupported(let name):
      facts.append(("encoding", .text(name)))
      return Finding(.locale, .fault, words.unsupported(setting, name), advice: words.setLanguage, facts)
    }
  }

  /// What is measured, in this order.
  private static let samples = ["─", "あ", "\u{1F600}"]

  func widths() -> Finding {
    let option = choices.ambiguousOption ?? "1"
    let measured = NcursesTerminal.columns(of: Self.samples)
    func cells(_ place: Int) -> Int? { place < measured.count ? measured[place] : nil }
    let facts: [(String, JSONValue?)] = [
      ("ambiguous", .text(option)), ("unicode", .text(WidthPolicy.unicodeVersion)),
      ("line", .whole(cells(0))), ("kana", .whole(cells(1))), ("emoji", .whole(cells(2))),
    ]
    guard let line = cells(0), let kana = cells(1), let emoji = cells(2) else {
      let isAsked = terminal.isInputTerminal && terminal.isOutputTerminal
      return Finding(
        .widths, .remark, words.notMeasured(option, isAsked: isAsked),
        advice: isAsked ? words.lookAtWidths : words.runInTerminal, facts)
    }
    let text = words.widths(option, line: line, kana: kana, emoji: emoji)
    if kana != 2 { return Finding(.widths, .fault, text, advice: words.narrowKana, facts) }
    if option != "auto", line != Int(option) {
      return Finding(.widths, .remark, text, advice: words.chooseAmbiguous(line), facts)
    }
    if emoji != 2 { return Finding(.widths, .remark, text, advice: words.narrowEmoji, facts) }
    return Finding(.widths, .ok, text, facts)
  }

  func colours() -> Finding {
    let theme = Theme(choices.theme)
    let contrast = leastContrast(theme)
    let facts: [(String, JSONValue?)] = [
      ("theme", .text(choices.theme.rawValue)), ("colors", .whole(terminal.colors)), ("contrast", .number(contrast)),
    ]
    let name = choices.theme.rawValue
    if choices.theme == .mono { return Finding(.colours, .ok, words.noColours, facts) }
    if terminal.colors < 8 { return Finding(.colours, .ok, words.noneToShow(name), facts) }
    guard let contrast else {
      return Finding(.colours, .ok, words.terminalColours(name), advice: words.betterContrast, facts)
    }
    // https://www.w3.org/TR/WCAG22/#contrast-minimum
    let isEnough = contrast >= 4.5
    return Finding(
      .colours, isEnough ? .ok : .remark, words.contrast(name, contrast, colors: terminal.colors),
      advice: isEnough ? nil : words.fewColours, facts)
  }

  /// Of all roles on the theme's ground, in the colours that the terminal has; `nil` where it chooses them itself.
  private func leastContrast(_ theme: Theme) -> Double? {
    guard terminal.colors >= 8 else { return nil }
    func mixed(_ color: Color) -> Color {
      terminal.colors >= 256 ? color : color.nearest(among: terminal.colors >= 16 ? 16 : 8)
    }
    let contrasts = Role.all.map { role -> Double? in
      let style = theme.style(role).over(theme.ground)
      guard let text = mixed(style.foreground).rgb, let ground = mixed(style.background).rgb else { return nil }
      return Contrast.ratio(text, ground)
    }
    let known = contrasts.compactMap(\.self)
    return known.count == contrasts.count ? known.min().map { ($0 * 10).rounded(.down) / 10 } : nil
  }
}
