import Dashboard
import TextUI

/// A line of Markdown that stays one line, without what a terminal would act upon.
enum SafeMarkdown {
  static func line(_ text: String) -> String { SafeText.visible(oneLine(text)).withoutTrailingSpaces }

  /// Text of the data as a part of a line.
  static func escaped(_ text: String) -> String { MarkdownText.escaped(oneLine(text)) }

  private static func oneLine(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }
}
