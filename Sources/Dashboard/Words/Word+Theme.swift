/// Themes, as they are chosen.
extension Word {
  public static let themes = Word("配色", "Colours")
  public static let themeHint = Word("j k 見てみる   Enter 決める   Esc 元に戻す", "j k try   Enter keep   Esc back")
  public static let themeStandard = Word("端末の16色", "the terminal's sixteen colours")
  public static let themeLight = Word("白地", "light")
  public static let themeHighContrast = Word("高コントラスト（7対1以上）", "high contrast (7:1 and more)")
  public static let themeDeuteranopia = Word("赤と緑を使い分けない", "without red against green")
  public static let themeTritanopia = Word("青と黄を使い分けない", "without blue against yellow")
  public static let themeMono = Word("色を使わない", "no colours")
}
