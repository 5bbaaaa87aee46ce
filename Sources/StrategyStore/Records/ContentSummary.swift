/// The hash and the counts of a staged revision, reckoned by a thread of their own while its rows are written.
struct ContentSummary {
  private let work = SideWork<Result<DraftResolution.Content, any Error>>(.success(DraftResolution.Content()), ahead: 1)

  init(of resolution: DraftResolution) {
    work.submit { content in content = Result { try resolution.content() } }
  }

  /// Whether it needs no image any more.
  var isDone: Bool { work.isIdle }

  func wait() throws -> DraftResolution.Content { try work.wait().get() }
}
