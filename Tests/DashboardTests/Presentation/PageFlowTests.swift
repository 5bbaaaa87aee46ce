import TestSupport
import Testing
import TextUI

@testable import Dashboard

@Suite("A slide's text on pages")
struct PageFlowTests {
  private func flow(rows: Int, title: Int) -> PageFlow {
    PageFlow(
      rows: rows, title: { mark in (0..<title).map { Line("T\($0)\($0 == title - 1 ? mark : "")") } },
      shortTitle: { Line("t\($0)") }, mark: { "(\($0)/\($1))" })
  }

  @Test("Nothing is lost or shown twice, no page is too long, and only what is longer than a page is cut")
  func nothingLost() {
    var random = Seeded(7)
    for _ in 0..<2_000 {
      let rows = Int.random(in: 1...20, using: &random)
      let title = Int.random(in: 1...8, using: &random)
      let blocks = (0..<Int.random(in: 0...12, using: &random)).map { block in
        (0..<Int.random(in: 0...9, using: &random)).map { Line("\(block).\($0)") }
      }
      let pages = flow(rows: rows, title: title).pages(of: blocks)
      let texts = pages.map { page in page.lines.map(\.text).filter { !$0.isEmpty && !"Tt".contains($0.first ?? "?") } }
      #expect(texts.flatMap(\.self) == blocks.flatMap { $0.map(\.text) })
      // The title of one line above each page is all that may make it longer than a screen of one line.
      #expect(pages.allSatisfy { $0.lines.count <= max(rows, 2) })
      #expect(pages.map(\.start) == pages.map(\.start).sorted() && Set(pages.map(\.start)).count == pages.count)
      for block in blocks where block.count <= rows - 2 {
        let places = texts.indices.filter { index in block.contains { texts[index].contains($0.text) } }
        #expect(places.count <= 1, "\(rows) rows, \(block.map(\.text))")
      }
      if pages.count > 1 {
        for (index, page) in pages.enumerated() {
          #expect(page.lines.contains { $0.text.hasSuffix("(\(index + 1)/\(pages.count))") })
        }
      }
    }
  }

  @Test("A block that is to stand apart has air before it even where the others have none")
  func apart() {
    let blocks = (0..<4).map { block in (0..<3).map { Line("\(block).\($0)") } }
    let lines = flow(rows: 15, title: 1).pages(of: blocks, apart: [2]).map { $0.lines.map(\.text) }
    #expect(
      lines == [["T0", "", "0.0", "0.1", "0.2", "1.0", "1.1", "1.2", "", "2.0", "2.1", "2.2", "3.0", "3.1", "3.2"]])
    let more = flow(rows: 16, title: 1).pages(of: blocks, apart: [2]).map { $0.lines.map(\.text) }
    #expect(
      more == [["T0", "", "0.0", "0.1", "0.2", "", "1.0", "1.1", "1.2", "", "2.0", "2.1", "2.2", "3.0", "3.1", "3.2"]])
    let cut = flow(rows: 9, title: 1).pages(of: blocks, apart: [1, 2, 3]).map { $0.lines.map(\.text) }
    #expect(cut.map { $0.first } == ["T0(1/2)", "t(2/2)"])
    #expect(cut.allSatisfy { $0.count == 9 && $0[5].isEmpty })
  }

  @Test("A place in the text is found again on a screen of another size")
  func places() {
    let blocks = (0..<30).map { block in (0..<3).map { Line("\(block) \($0)") } }
    let small = flow(rows: 12, title: 1).pages(of: blocks)
    let large = flow(rows: 40, title: 2).pages(of: blocks)
    for page in small {
      let shown = large[PageFlow.index(of: page.start, in: large)]
      let first = page.lines.first { !$0.text.isEmpty && !$0.text.hasPrefix("t") && !$0.text.hasPrefix("T") }
      #expect(shown.lines.contains { $0.text == first?.text })
    }
    #expect(PageFlow.index(of: .end, in: small) == small.count - 1)
    #expect(PageFlow.index(of: .start, in: small) == 0)
  }
}

/// SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
private struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
