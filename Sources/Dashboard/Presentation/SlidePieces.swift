import StrategyModel
import TextUI

/// A slide's text before it is cut into pages.
struct SlideText {
  var title: String
  /// A space stands behind each letter of the title where there is room.
  var isSpaced = true
  /// Paragraphs; a page ends between them.
  var blocks: [[Line]] = []
  /// Blocks that stand apart from the one before even where there is little room.
  var apart: Set<Int> = []
}

/// Makes the text of slides and of the operator's notes.
struct SlidePieces {
  let state: AppState
  let presentation: Presentation
  let columns: Int
  let theme: Theme

  var words: Words { state.words }
  var policy: WidthPolicy { state.settings.policy }
  var calendar: CalendarStyle { state.settings.calendar }
  var lineSet: LineSet { state.context.lineSet }

  func text(of slide: Slide?) -> SlideText {
    guard presentation.meeting != nil else { return SlideText(title: words(.waitingForPresenter), isSpaced: false) }
    guard let slide, case .meeting(let meeting)? = state.presentedMeeting?.record else {
      let isRead = state.slots[.presented]?.answer != nil
      return SlideText(title: words(isRead ? .notFound : .loading), isSpaced: false)
    }
    guard slide.number != nil else { return agenda(meeting) }
    guard let row = slide.item else { return SlideText(title: slide.topic ?? "") }
    // Until it has been read.
    guard let dossier = state.dossier(onSlide: presentation.slide), case .item(let item) = dossier.record else {
      return SlideText(title: row.title)
    }
    return ItemSlide(pieces: self, meeting: meeting, row: row, item: item, dossier: dossier).text
  }

  // MARK: The agenda

  private func agenda(_ meeting: Meeting) -> SlideText {
    let slides = state.slides
    let numbers = slides.compactMap(\.number)
    let columns = String(numbers.max() ?? 0).count
    var blocks = [wrapped(calendar.text(meeting.date), .faint)]
    if meeting.agenda.isEmpty { blocks.append(wrapped("\(words(.agenda))  \(words(.unknown))", .unknown)) }
    for (index, topic) in meeting.agenda.enumerated() { blocks.append(entry(index + 1, topic.title, columns)) }
    let others = slides.filter { $0.number != nil && $0.topic == nil }
    for (index, slide) in others.enumerated() {
      guard let number = slide.number, let item = slide.item else { continue }
      let heading = index == 0 ? wrapped(words(.otherItems), .label) : []
      blocks.append(heading + entry(number, item.title, columns))
    }
    return SlideText(title: meeting.title, blocks: blocks)
  }

  /// A numbered line; what does not fit stands below its beginning.
  private func entry(_ number: Int, _ text: String, _ digits: Int) -> [Line] {
    let sign = String(repeating: " ", count: max(0, digits - String(number).count)) + "\(number)  "
    let lines = Line(text, theme.style(.text)).wrapped(to: max(1, columns - sign.count), policy)
    return lines.enumerated().map { index, line in
      Line(index == 0 ? sign : String(repeating: " ", count: sign.count), theme.style(.text)) + line
    }
  }

  // MARK: The operator's own screen

  /// - Parameters:
  ///   - page: the slide's page that the audience sees.
  ///   - count: of the slide's pages.
  func notes(of slide: Slide?, page: Int, of count: Int) -> SlideText {
    guard let slide, case .meeting(let meeting)? = state.presentedMeeting?.record else { return text(of: slide) }
    let next = presentation.slide + 1
    let coming =
      page + 1 < count
      ? title(of: slide, meeting) + words.page(page + 2, of: count)
      : state.slides.indices.contains(next) ? title(of: state.slides[next], meeting) : words(.noNextPage)
    let id = slide.item?.id
    let decisions = meeting.decisions.filter { decision in id.map(decision.items.contains) ?? true }
    var blocks = [wrapped("\(words(.pageNext))  \(coming)", .text), [elapsed]]
    blocks += decisions.map { wrapped("\(words(.decisions))  \($0.text)", .text) }
    for text in [meeting.minutes, meeting.note].compactMap(\.self) { blocks.append(wrapped(text, .text)) }
    blocks.append(keys)
    let blank = presentation.isBlank ? words.remark(words(.blanked)) : ""
    return SlideText(
      title: "\(words(.pageNow))  \(title(of: slide, meeting))\(blank)", isSpaced: false, blocks: blocks)
  }

  private func title(of slide: Slide, _ meeting: Meeting) -> String {
    slide.number == nil ? meeting.title : slide.item?.title ?? slide.topic ?? ""
  }

  private var elapsed: Line {
    guard let clock = presentation.clock, let began = presentation.began else { return Line() }
    return Line("\(words(.elapsed))  \(words.minutes((clock - began + 1440) % 1440))", theme.style(.label))
  }

  /// A line ends between two keys.
  private var keys: [Line] {
    var lines: [String] = []
    let leave = words(presentation.isKiosk ? .leaveKiosk : .leavePresentation)
    for key in Word.presenterKeys.map(words.callAsFunction) + [leave] {
      if let last = lines.last, policy.width(of: last) + 2 + policy.width(of: key) <= columns {
        lines[lines.count - 1] = "\(last)  \(key)"
      } else {
        lines.append(key)
      }
    }
    return lines.flatMap { wrapped($0, .faint) }
  }

  // MARK: Lines

  func wrapped(_ text: String, _ role: Role) -> [Line] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { Line(String($0), theme.style(role)).wrapped(to: columns, policy) }
  }
}
