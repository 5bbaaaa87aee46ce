import StrategyModel
import TestSupport
import Testing
import TextUI

@testable import Dashboard

@Suite("Themes")
struct ThemeTests {
  /// Contrast that every role of a theme has at least, on its own ground; all are kept in ``ContrastTableTests``.
  static let least: [(name: ThemeName, contrast: Double)] = [
    (.light, 4.5), (.highContrast, 7), (.deuteranopia, 4.5), (.tritanopia, 4.5),
  ]

  @Test("Every role stands out from the ground", arguments: least)
  func contrast(name: ThemeName, least: Double) throws {
    let theme = Theme(name)
    for role in Role.all {
      let style = theme.style(role).over(theme.ground)
      let text = try #require(style.foreground.rgb)
      let ground = try #require(style.background.rgb)
      let contrast = ColourVision.contrast(text, ground)
      #expect(contrast >= least, "\(name.rawValue) \(role): \(contrast)")
      #expect(!style.attributes.contains(.dim), "what is dimmed has an unknown contrast: \(role)")
    }
  }

  @Test("What differs by colour differs for those who see fewer colours")
  func deficiencies() throws {
    for (name, deficiency) in [
      (ThemeName.deuteranopia, ColourVision.Deficiency.deuteranopia), (.tritanopia, .tritanopia),
    ] {
      let theme = Theme(name)
      for group in [Phase.allCases.map { Role.phase($0) }, [.added, .removed, .moved]] {
        let colours = try group.map { try #require(theme.style($0).foreground.rgb) }
        for (place, one) in colours.enumerated() {
          for (other, second) in colours.enumerated() where other > place {
            for seen in [deficiency, .none] {
              let distance = ColourVision.distance(one, second, seenWith: seen)
              #expect(distance >= 20, "\(name.rawValue): \(group[place]) and \(group[other]), \(seen): \(distance)")
            }
          }
        }
      }
    }
  }

  @Test("Without colours no cell has one, and with every theme the text is the same")
  func sameText() throws {
    for view in ["overview", "actions", "actions/m05", "diff/r4..r7"] {
      let plain = try Scenario(.sample, view: view)
      for name in ThemeName.allCases {
        let scenario = try Scenario(.sample, view: view, theme: name)
        #expect(scenario.screen == plain.screen)
        guard name == .mono else { continue }
        let grid = scenario.grid
        for row in 0..<grid.size.rows {
          #expect(grid.row(row).allSatisfy { $0.style.foreground == .default && $0.style.background == .default })
        }
      }
    }
  }

  @Test("The selection is reversed and signed in every theme", arguments: ThemeName.allCases)
  func selection(name: ThemeName) throws {
    var scenario = try Scenario(.sample, view: "actions", theme: name)
    try scenario.type("v")
    let row = try #require(scenario.screen.firstIndex { $0.contains("▶") })
    #expect(scenario.grid.row(row).filter { $0.style.attributes.contains(.reverse) }.count > 40)
  }

  @Test("t shows each theme while it is selected; Enter keeps it, Esc brings the one before back")
  func choice() throws {
    var scenario = try Scenario(.sample)
    try scenario.type("t")
    #expect(scenario.text.contains("配色") && scenario.text.contains("高コントラスト（7対1以上）"))
    try scenario.type("j")
    #expect(scenario.state.settings.theme == .light)
    #expect(scenario.grid.row(20).allSatisfy { $0.style.background != .default })
    try scenario.press(.escape)
    #expect(scenario.state.settings.theme == .standard && scenario.state.overlay == nil)
    try scenario.type("tjj")
    try scenario.press(.enter)
    #expect(scenario.state.settings.theme == .highContrast && scenario.state.overlay == nil)
    #expect(scenario.effects == [.keepTheme(.highContrast)], "only what was chosen is kept")
    try scenario.send(.themeKept(.highContrast))
    #expect(scenario.text.contains("配色「高コントラスト（7対1以上）」を次からも使います"))
  }

  @Test("Colours of 256 are mixed down to those a terminal has", arguments: [8, 16])
  func fewer(count: Int) {
    for number in UInt8.min...UInt8.max {
      let color = Color(number: number).nearest(among: count)
      #expect(color.number.map { Int($0) < count } == true)
    }
    #expect(Color.default.nearest(among: count) == .default)
    #expect(Color(number: 231).nearest(among: 16) == .brightWhite && Color(number: 16).nearest(among: 8) == .black)
  }
}

@Suite("Lines in seven bits")
struct LineStyleTests {
  @Test(
    "Nothing that a terminal may draw two cells wide, or has no glyph for, stands outside the data",
    arguments: [(80, 24), (120, 36), (200, 60)])
  func ascii(size: (Int, Int)) throws {
    for store in [Scenario.Store.osaka, .sample] {
      let (_, reader) = try store.shared()
      var known: Set<Unicode.Scalar> = []
      try reader.forEachRecord { record in known.formUnion("\(record)".unicodeScalars) }
      for view in ["overview", "pillars", "actions", "meetings", "updates", "documents", "diff/r4..r7"] {
        for keys in ["", "v", "vv", "?", "m", "u", "t", "D", "/検"] {
          var scenario = try Scenario(store, view: view, columns: size.0, rows: size.1, lines: .ascii)
          try scenario.type(keys)
          let strange = Set(scenario.text.unicodeScalars).subtracting(known).filter { scalar in
            !scalar.isASCII && WidthPolicy(ambiguous: .narrow).width(of: scalar) == 1
          }
          #expect(strange.isEmpty, "\(view) \(keys): \(strange)\n\(scenario.text)")
        }
      }
    }
  }
}
