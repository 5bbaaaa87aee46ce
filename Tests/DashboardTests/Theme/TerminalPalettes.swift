import TextUI

/// The sixteen colours of a terminal as it is installed, and the grounds it is used with.
struct TerminalPalette {
  var name: String
  /// In the order of SGR 30 to 37, then 90 to 97.
  var colours: [RGB]
  /// Text and ground, as they come; else as they are turned round for a light room.
  var dark: (text: RGB, ground: RGB)
  var light: (text: RGB, ground: RGB)

  private init(
    _ name: String, _ hex: [UInt32], dark: (UInt32, UInt32), light: (UInt32, UInt32) = (0x000000, 0xFFFFFF)
  ) {
    self.name = name
    colours = hex.map(RGB.init(hex:))
    self.dark = (RGB(hex: dark.0), RGB(hex: dark.1))
    self.light = (RGB(hex: light.0), RGB(hex: light.1))
  }

  static let all = [
    // XTerm-col.ad, https://invisible-island.net/xterm/
    TerminalPalette(
      "xterm",
      [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00,
        0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
      ], dark: (0xE5E5E5, 0x000000)),
    // Linux, drivers/tty/vt/vt.c: default_red, default_grn, default_blu; the colours of VGA.
    TerminalPalette(
      "Linux/VGA",
      [
        0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555, 0xFF5555, 0x55FF55,
        0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
      ], dark: (0xAAAAAA, 0x000000)),
    // teraterm.ini: ANSIColor.
    TerminalPalette(
      "Tera Term",
      [
        0x000000, 0xFF0000, 0x00FF00, 0xFFFF00, 0x8080FF, 0xFF00FF, 0x00FFFF, 0xFFFFFF, 0x000000, 0xFF0000, 0x00FF00,
        0xFFFF00, 0x8080FF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
      ], dark: (0xFFFFFF, 0x000000)),
    // PuTTY, settings.c: the defaults of the colours.
    TerminalPalette(
      "PuTTY",
      [
        0x000000, 0xBB0000, 0x00BB00, 0xBBBB00, 0x0000BB, 0xBB00BB, 0x00BBBB, 0xBBBBBB, 0x555555, 0xFF5555, 0x55FF55,
        0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
      ], dark: (0xBBBBBB, 0x000000)),
    // Campbell, https://learn.microsoft.com/windows/terminal/customize-settings/color-schemes
    TerminalPalette(
      "Windows",
      [
        0x0C0C0C, 0xC50F1F, 0x13A10E, 0xC19C00, 0x0037DA, 0x881798, 0x3A96DD, 0xCCCCCC, 0x767676, 0xE74856, 0x16C60C,
        0xF9F1A5, 0x3B78FF, 0xB4009E, 0x61D6D6, 0xF2F2F2,
      ], dark: (0xCCCCCC, 0x0C0C0C)),
    // Tango, https://gitlab.gnome.org/GNOME/gnome-terminal: src/profile-editor.cc
    TerminalPalette(
      "GNOME/Tango",
      [
        0x2E3436, 0xCC0000, 0x4E9A06, 0xC4A000, 0x3465A4, 0x75507B, 0x06989A, 0xD3D7CF, 0x555753, 0xEF2929, 0x8AE234,
        0xFCE94F, 0x729FCF, 0xAD7FA8, 0x34E2E2, 0xEEEEEC,
      ], dark: (0xD3D7CF, 0x2E3436), light: (0x2E3436, 0xEEEEEC)),
  ]

  /// What a style comes to on one of the terminal's grounds, before what is reversed or dimmed.
  func contrast(of style: Style, on ground: (text: RGB, ground: RGB)) -> Double {
    ColourVision.contrast(
      rgb(style.foreground) ?? ground.text, rgb(style.background) ?? ground.ground)
  }

  private func rgb(_ colour: Color) -> RGB? {
    guard let number = colour.number else { return nil }
    return number < 16 ? colours[Int(number)] : colour.rgb
  }
}

extension RGB {
  fileprivate init(hex: UInt32) {
    self.init(
      red: UInt8(hex >> 16 & 0xFF), green: UInt8(hex >> 8 & 0xFF), blue: UInt8(hex & 0xFF))
  }
}
