/// In which form `diff` and `log` write.
enum ReportFormat: String, CaseIterable {
  case text
  case json
  case markdown
}
