import StrategyModel
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// Every theme's contrasts, kept as tables under `snapshots/contrast/`.
@Suite("Contrast tables")
struct ContrastTableTests {
  /// What text has at least, on every terminal; a theme's own ground is the same on all of them.
  static let least: [ThemeName: Double] = [
    .standard: 4.5, .light: 4.5, .highContrast: 7, .deuteranopia: 4.5, .tritanopia: 4.5, .mono: 4.5,
  ]

  @Test("Text can be read on every common terminal, on its dark and on its light ground", arguments: ThemeName.allCases)
  func table(name: ThemeName) throws {
    let theme = Theme(name)
    let least = try #require(Self.least[name])
    var lines = ["\(name.rawValue): text \(least):1 or more"]
    let terminals = theme.ground == .plain ? TerminalPalette.all : Array(TerminalPalette.all.prefix(1))
    let grounds = theme.ground == .plain ? ["dark", "light"] : ["own"]
    let titles = theme.ground == .plain ? terminals.flatMap { [$0.name, ""] } : [""]
    lines.append(row("", titles))
    lines.append(row("role", terminals.flatMap { _ in grounds } + ["look"]))
    for role in Role.all {
      let style = theme.style(role).over(theme.ground)
      var cells: [String] = []
      for terminal in terminals {
        for ground in theme.ground == .plain ? [terminal.dark, terminal.light] : [terminal.dark] {
          let contrast = terminal.contrast(of: style, on: ground)
          cells.append(hundredths(contrast))
          #expect(!role.isText || contrast >= least, "\(name.rawValue) \(role) on \(terminal.name): \(contrast)")
        }
      }
      lines.append(row("\(role.name)\(role.isText ? "" : " *")", cells + [look(style)]))
    }
    lines.append("* a bar: its number and its name stand beside it as text")
    lines.append("dim: the terminal dims the colour of its text by a share of its own")
    try Golden.expect(lines.joined(separator: "\n") + "\n", at: "contrast/\(name.rawValue).txt")
  }

  @Test("A theme without a ground of its own colours bars alone", arguments: [ThemeName.standard, .mono])
  func textIsTheTerminals(name: ThemeName) {
    let theme = Theme(name)
    for role in Role.all where role.isText {
      #expect(theme.style(role).foreground == .default && theme.style(role).background == .default, "\(role)")
    }
  }

  private func row(_ name: String, _ cells: [String]) -> String {
    let line = TextFit.fit(name, 24, .narrow) + cells.map { TextFit.fit($0, 12, .narrow) }.joined()
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private func hundredths(_ contrast: Double) -> String {
    let whole = Int(contrast * 100)
    return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
  }

  private func look(_ style: Style) -> String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    return names.filter { style.attributes.contains($0.0) }.map(\.1).joined(separator: " ")
  }
}

extension Role {
  fileprivate var name: String {
    switch self {
    case .phase(let phase): "phase \(phase?.code ?? "none")"
    case .phaseBar(let phase): "bar of \(phase?.code ?? "none")"
    default: "\(self)"
    }
  }
}
