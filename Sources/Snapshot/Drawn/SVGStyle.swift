import TextUI

/// The looks of a picture, for light and dark; each colour stands out of its ground by 4.5:1 or more.
enum SVGStyle {
  static let text =
    "text{font:16px 'Noto Sans Mono CJK JP','BIZ UDGothic','MS Gothic','Osaka-Mono',monospace;fill:#1f2328}"
    + "rect{fill:#1f2328}rect.bg{fill:#ffffff;stroke:#d1d9e0}.a{font-family:'DejaVu Sans Mono',Menlo,Consolas,monospace;font-size:13.3px}.b{font-weight:bold}.u{text-decoration:underline}.d{fill:#59636e}"
    + colors(["#b3261e", "#1a6b33", "#7a5200", "#0a57c2", "#7b2fbf", "#0b6375", "#59636e"])
    + ".rv{fill:#1f2328}.r{fill:#ffffff}"
    + "@media(prefers-color-scheme:dark){text,rect{fill:#e6edf3}rect.bg{fill:#0d1117;stroke:#3d444d}.d{fill:#9198a1}"
    + colors(["#ff7b72", "#56d364", "#e3b341", "#79c0ff", "#d2a8ff", "#56d4dd", "#9198a1"])
    + ".rv{fill:#e6edf3}.r{fill:#0d1117}}"

  private static let names = ["c1", "c2", "c3", "c4", "c5", "c6", "c7"]

  private static func colors(_ values: [String]) -> String {
    zip(names, values).map { ".\($0){fill:\($1)}" }.joined()
  }

  static func names(_ style: Style) -> String {
    var all: [String] = []
    if style.attributes.contains(.bold) { all.append("b") }
    if style.attributes.contains(.underline) { all.append("u") }
    if style.attributes.contains(.dim) { all.append("d") }
    if let color = name(style.foreground) { all.append(color) }
    if style.attributes.contains(.reverse) { all.append("r") }
    return all.joined(separator: " ")
  }

  private static func name(_ color: Color) -> String? {
    switch color {
    case .red, .brightRed: "c1"
    case .green, .brightGreen: "c2"
    case .yellow, .brightYellow: "c3"
    case .blue, .brightBlue: "c4"
    case .magenta, .brightMagenta: "c5"
    case .cyan, .brightCyan: "c6"
    case .brightBlack: "c7"
    default: nil
    }
  }
}
