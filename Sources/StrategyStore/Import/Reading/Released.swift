/// How far a file was read and let go of: of a large one little is in memory.
struct Released {
  private let bytes: FileBytes
  private var end = 0

  init(_ bytes: FileBytes) { self.bytes = bytes }

  /// Lets go of what was read, once that is a window more.
  mutating func letGo(before offset: Int) {
    guard offset - end >= TextSurvey.window else { return }
    bytes.forget()
    end = offset
  }
}
