import TextUI

/// A line of Markdown that stays one line, without what a terminal would act upon.
enum SafeMarkdown {
  static func line(_ text: String) -> String {
    SafeText.visible(String(text.map { $0.isNewline ? " " : $0 })).withoutTrailingSpaces
  }
}
