import Dashboard
import Glibc
import Testing

@testable import DashboardRuntime

@Suite("The file by which a presenter tells the page")
struct PresentedPageFileTests {
  @Test(
    "It says all that a follower needs",
    arguments: [
      PresentedPage(meeting: "hq-5", slide: 0, isBlank: false, revision: nil),
      PresentedPage(
        meeting: "第5回", slide: 12, place: TextPlace(block: 3, character: 41), isBlank: true, revision: 7),
      PresentedPage(meeting: "hq-5", slide: 3, place: .end, isBlank: false, revision: nil),
    ])
  func text(page: PresentedPage) {
    let text = PresentedPageFile.text(of: page)
    #expect(PresentedPageFile.page(from: text) == page)
    // A shorter page is written over a longer one, the rest with empty lines.
    #expect(PresentedPageFile.page(from: text + "\n\n\n") == page)
  }

  @Test("What is no page tells none", arguments: ["", "honbu-presentation 1\nhq-5\n0\nshown\nlatest\n", "x"])
  func rubbish(text: String) { #expect(PresentedPageFile.page(from: text) == nil) }

  @Test("A file that nobody holds was left behind, and tells nothing")
  func leftBehind() throws {
    let folder = try Folder()
    let file = PresentedPageFile(store: folder.path + "/s.sqlite", runtimeFolder: nil)
    let page = PresentedPage(meeting: "hq-5", slide: 0, isBlank: false, revision: nil)
    try folder.write(PresentedPageFile.text(of: page).utf8, to: "s.sqlite.presentation")
    #expect(file.read() == nil)
  }

  @Test("The file is there for as long as the presentation, in the place of one that was left behind")
  func life() throws {
    let folder = try Folder()
    try folder.write("rubbish".utf8, to: "s.sqlite.presentation")
    let teller = PageTeller(PresentedPageFile(store: folder.path + "/s.sqlite", runtimeFolder: nil))
    let long = PresentedPage(meeting: "long meeting", slide: 1, place: .end, isBlank: false, revision: 1_000)
    let short = PresentedPage(meeting: "m", slide: 0, isBlank: true, revision: nil)
    for page in [long, short, long] {
      #expect(teller.tell(page) == nil)
      #expect(PresentedPageFile.page(from: try folder.text("s.sqlite.presentation")) == page)
    }
    teller.end()
    #expect(throws: (any Error).self) { try folder.text("s.sqlite.presentation") }
  }

  @Test("What is no file is left alone")
  func folder() throws {
    let folder = try Folder()
    let inner = try Folder()
    let store = inner.path + "/s.sqlite"
    try inner.write("kept".utf8, to: "other")
    #expect(symlink("other", store + ".presentation") == 0)
    let teller = PageTeller(PresentedPageFile(store: store, runtimeFolder: folder.path))
    #expect(teller.tell(PresentedPage(meeting: "m", slide: 0, isBlank: false, revision: nil)) == nil)
    #expect(try inner.text("other") == "kept")
    teller.end()
  }
}
