import StrategyModel
import TextUI

/// Draws the page of a presentation: large spacing, wide margins, nothing around it but its place and the clock.
struct PresentationView {
  let state: AppState
  let presentation: Presentation

  private var words: Words { state.words }
  private var policy: WidthPolicy { state.settings.policy }
  /// The projector washes colours out; without colours there are none here either.
  private var theme: Theme { state.settings.theme == .mono ? state.theme : Theme(.highContrast) }

  private var margin: Int { max(2, state.size.columns / 12) }
  private var columns: Int { max(8, state.size.columns - 2 * margin) }

  func draw(into canvas: inout Canvas) {
    if !presentation.isBlank || presentation.notes != nil {
      let pages = presentation.notes == nil ? pages : notesPages
      let page = pages[PageFlow.index(of: presentation.notes ?? presentation.place, in: pages)]
      for (row, line) in page.lines.enumerated() {
        canvas.draw(line.truncated(to: columns, policy), at: Point(column: margin, row: row + 1))
      }
      drawFoot(into: &canvas)
    }
    let ground = theme.ground
    canvas.restyle(canvas.bounds) { $0.over(ground) }
  }

  /// The place and the clock, on the last row.
  private func drawFoot(into canvas: inout Canvas) {
    let count = state.slides.count
    let place = count == 0 ? "" : "\(presentation.slide + 1) / \(count)\(pageOfSlide)"
    let clock = presentation.clock.map(Self.time) ?? ""
    let text = Line([place, clock].filter { !$0.isEmpty }.joined(separator: "    "), theme.style(.faint))
    let row = state.size.rows - 1
    let width = text.width(policy)
    canvas.draw(text, at: Point(column: max(0, state.size.columns - margin - width), row: row))
    let topic = Line(topic, theme.style(.faint)).truncated(to: max(0, columns - width - 4), policy)
    canvas.draw(topic, at: Point(column: margin, row: row))
  }

  /// Which page of a long slide the audience sees, on the operator's screen; the slide's own title says so itself.
  private var pageOfSlide: String {
    guard presentation.notes != nil, case let pages = pages, pages.count > 1 else { return "" }
    return words.page(PageFlow.index(of: presentation.place, in: pages) + 1, of: pages.count)
  }

  /// 議題2  端末更新の調達
  private var topic: String {
    guard let slide, let number = slide.number else { return "" }
    guard let topic = slide.topic else { return words.itemNumber(number) }
    // Where the topic is what the page is about, its number is enough.
    return words.topicNumber(number) + (slide.item == nil ? "" : "  \(topic)")
  }

  private var slide: Slide? {
    let slides = state.slides
    return slides.indices.contains(presentation.slide) ? slides[presentation.slide] : nil
  }

  private static func time(_ minutes: Int) -> String {
    let digits = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return digits.joined(separator: ":")
  }

  // MARK: Pages

  /// The pages of the slide that is shown: one, unless its text is longer than the screen.
  var pages: [PageFlow.Page] { pages(of: text) }

  /// The operator's own screen.
  var notesPages: [PageFlow.Page] { pages(of: notes) }

  private func pages(of text: SlideText) -> [PageFlow.Page] {
    let flow = PageFlow(
      rows: max(1, state.size.rows - 3), title: { text.isSpaced ? spaced(text.title, $0) : title(text.title, $0) },
      shortTitle: { shortTitle(text, $0) }, mark: { words.page($0, of: $1) })
    return flow.pages(of: text.blocks, apart: text.apart)
  }

  private var text: SlideText {
    let pieces = SlidePieces(state: state, presentation: presentation, columns: columns, theme: theme)
    return pieces.text(of: slide)
  }

  private var notes: SlideText {
    let pieces = SlidePieces(state: state, presentation: presentation, columns: columns, theme: theme)
    let pages = pages
    return pieces.notes(of: slide, page: PageFlow.index(of: presentation.place, in: pages), of: pages.count)
  }

  // MARK: Titles

  /// Bold, with a space behind each letter where that fits on two lines with the mark. The lines are broken before the
  /// letters are spread: between spaces every letter would be a word.
  private func spaced(_ text: String, _ mark: String) -> [Line] {
    var best: [Line]?
    for room in stride(from: columns, through: 1, by: -1) {
      let lines = TextFit.paragraph(text, room, policy)
      guard lines.count <= min(2, best?.count ?? 2) else { break }
      let spread = lines.map { $0.map(String.init).joined(separator: " ") }
      guard spread.allSatisfy({ policy.width(of: $0) <= columns }) else { continue }
      let plain = spread.map { Line($0, theme.style(.heading)) }
      let whole = marked(plain, mark)
      // Two lines share the title: one letter alone on the second would look lost.
      if whole.count == plain.count { best = whole }
    }
    return best ?? title(text, mark)
  }

  private func title(_ text: String, _ mark: String) -> [Line] {
    marked(Line(text, theme.style(.heading)).wrapped(to: columns, policy), mark)
  }

  /// The mark is never broken.
  private func marked(_ lines: [Line], _ mark: String) -> [Line] {
    guard !mark.isEmpty else { return lines }
    let end = Line(mark, theme.style(.heading))
    guard let last = lines.last, last.width(policy) + end.width(policy) <= columns else { return lines + [end] }
    return lines.dropLast() + [last + end]
  }

  private func shortTitle(_ text: SlideText, _ mark: String) -> Line {
    let whole = text.isSpaced ? spaced(text.title, mark) : title(text.title, mark)
    if whole.count == 1 { return whole[0] }
    let style = theme.style(.heading)
    let room = columns - policy.width(of: mark)
    return Line(text.title, style).truncated(to: max(0, room), policy) + Line(mark, style)
  }
}
