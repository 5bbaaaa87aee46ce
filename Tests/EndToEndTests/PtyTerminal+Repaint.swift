import Testing

extension PtyTerminal {
  /// Lines as one full repaint shows them, on a window that shows nothing yet.
  func repainted(sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
    settle()
    forget()
    blank()
    type("\u{C}")
    try wait("a full repaint", sourceLocation: sourceLocation) { _ in raw.count > 1000 }
    settle()
    return screen.lines
  }
}
