import StrategyModel
import TextUI

/// Asking the store, and taking its answers.
extension AppState {
  /// Compares what the screen needs with what has been asked, and asks for the difference.
  mutating func askForWhatIsMissing() -> [Effect] {
    readFilterOnce()
    var wanted = screen.topics(context)
    if let preview = previewTopic { wanted[.preview] = preview }
    if wantsFilterValues { wanted[.filterValues] = .filterValues }
    for case (.arrivals(let number), let slot) in slots { wanted[.arrivals(number)] = slot.question.topic }
    wanted.merge(timelineTopics) { own, _ in own }
    wanted.merge(formTopics) { own, _ in own }
    if let first = marksSince { wanted[.marks] = .touched(since: first) }
    var questions = [SlotID: Question](minimumCapacity: wanted.count)
    for (id, topic) in wanted {
      questions[id] = Question(topic, revision: id.isOfLatest ? nil : pinned, today: settings.today)
    }
    questions.merge(presentationQuestions) { own, _ in own }
    var effects: [Effect] = []
    for (id, question) in questions.sorted(by: { $0.key < $1.key }) {
      if let slot = slots[id], slot.question == question, !slot.isStale { continue }
      var slot = slots[id] ?? Slot(question: question)
      slot.question = question
      slot.isStale = false
      slot.failure = nil
      slots[id] = slot
      effects.append(.load(question))
    }
    for id in slots.keys where questions[id] == nil { slots[id] = nil }
    // Who turns an order there and back before it was answered has the rows already, and so have lists that are filtered
    // where they are shown.
    if place.cursors.isEmpty || place.cursors.values.contains(where: \.isAnew), !awaitsRows {
      let isFirst = place.cursors.isEmpty
      keepSelections()
      if !isFirst { effects += askForWhatIsMissing() }
    }
    return effects
  }

  /// Puts an answer where its question was asked; one that nobody waits for any more is dropped.
  mutating func take(_ answer: Answer) {
    let answered = slots.filter { $0.value.question == answer.question }.map(\.key)
    guard !answered.isEmpty else { return }
    for id in answered {
      if case .arrivals = id {
        slots[id] = nil
        if case .touched(let records) = answer.content { changed.formUnion(records.keys) }
      } else {
        slots[id]?.answer = answer
        if id == .marks, case .touched(let records) = answer.content, !records.isWhole {
          notice = notice ?? Notice(.information, words(.tooManyMarks))
        }
      }
    }
    // Another's commit may be read before it is told; what told it is of that commit already.
    if let head, answer.head > head {
      storeMoved(to: answer.head)
      for id in answered { slots[id]?.isStale = false }
    }
    head = max(head ?? 0, answer.head)
    if answer.question.revision == pinned {
      asOf = answer.asOf
      city = answer.city
    }
    if answered.contains(.main) { layOut() }
    keepSelections()
    focusOnSomething()
    takeLastMeetingIfAsked()
    beginFormIfRead()
  }

  mutating func fail(_ question: Question, _ reason: String) {
    let failed = slots.filter { $0.value.question == question }.map(\.key)
    guard !failed.isEmpty else { return }
    for id in failed { slots[id]?.failure = reason }
    waiting = []
    tell(Notice(.failure, reason))
  }

  /// Another process committed: everything on the screen is asked for anew, and what changed will be marked.
  mutating func storeMoved(to newHead: Int) {
    let known = head ?? newHead
    guard newHead != known || slots.values.contains(where: { $0.answer == nil }) else { return }
    changed = []
    head = newHead
    guard pinned == nil else { return }
    for id in slots.keys { slots[id]?.isStale = true }
    if newHead > known {
      var slot = Slot(question: Question(.touched(since: known), revision: pinned, today: settings.today))
      slot.isStale = true
      slots[.arrivals(known)] = slot
    }
    if !isWriting { tell(Notice(.information, "\(words(.changedElsewhere)) r\(newHead)")) }
  }

  /// After another size, or a preview that came or went: the panes may be others, and their lines are broken elsewhere.
  mutating func fitPanes() {
    layOut()
    keepSelections()
  }

  /// After an answer, another size or a preview: makes the rows that are not made for every frame.
  mutating func layOut() {
    guard slots[.main]?.answer != nil else { return }
    let layout = screen.layOut(context)
    slots[.main]?.layout = layout
  }

  mutating func askItemsAgain() {
    for (id, slot) in slots {
      if case .items = slot.question.topic { slots[id]?.isStale = true }
    }
  }

  /// After rows came or went: each pane's selection stays on what it was on, at its place on the screen; a list that
  /// shows its top goes on showing it, so that what comes in there is seen.
  mutating func keepSelections() {
    let context = context
    let panes = screen.panes(context)
    let focused = focused(in: panes)?.id
    let isWhole = !awaitsRows
    if isWhole {
      for (id, cursor) in place.cursors where cursor.isAnew { place.cursors[id] = Cursor(id: cursor.id) }
    }
    for pane in panes {
      guard var cursor = place.cursors[pane.id] else {
        // Of rows that are about to be replaced, the first is no choice.
        if isWhole { place.cursors[pane.id] = firstCursor(in: pane) }
        continue
      }
      // Where nobody has been, below a heading, the first row is the newest, whichever that is by now.
      if pane.id != focused, cursor.row > 0, cursor.offset == 0, cursor.row == pane.selectable(from: 0, step: 1) {
        place.cursors[pane.id] = firstCursor(in: pane)
        continue
      }
      // Where nothing is yet, nothing is drawn either; what comes finds its place as it was left.
      guard isWhole || pane.rows.count > 0 else { continue }
      let last = max(0, pane.rows.count - 1)
      let height = Frame(size).rows(of: pane)
      if let id = cursor.id, let row = pane.find(id) {
        if cursor.offset > 0 || row >= height {
          let isFresh = cursor.row == 0 && cursor.offset == 0
          cursor.offset = isFresh ? firstOffset(showing: row, in: pane) : cursor.offset + row - cursor.row
        }
        cursor.row = row
      } else if !isWhole, cursor.id != nil {
        // It may be among what is still to come, and stands then as far below the first visible row as it did.
        let beyond = max(0, cursor.offset - max(0, pane.rows.count - height))
        cursor.offset -= beyond
        cursor.row -= beyond
      } else if cursor.row > last || pane.rows.count > 0 && pane.rows.isLoaded(cursor.row) {
        cursor.row = pane.selectable(from: min(cursor.row, last), step: 1) ?? 0
        cursor.id = pane.rows.count > 0 && pane.rows.isLoaded(cursor.row) ? pane.rows.id(cursor.row) : nil
        cursor.cell = 0
      }
      cursor.offset = min(max(0, cursor.offset), max(0, pane.rows.count - height))
      place.cursors[pane.id] = cursor
    }
  }

  /// Where a list begins that has not been scrolled yet, so that a row stands in it under its group's heading, or among
  /// its neighbours where the heading is too far.
  private func firstOffset(showing row: Int, in pane: Pane) -> Int {
    let height = Frame(size).rows(of: pane)
    guard row >= height else { return 0 }
    let above = stride(from: row - 1, to: row - height, by: -1)
    let heading = above.first { pane.rows.isLoaded($0) && !pane.rows.isSelectable($0) }
    return heading ?? row - height / 2
  }

  /// On arrival, a focus on an empty pane goes to the first that has rows.
  private mutating func focusOnSomething() {
    guard place.isFresh, slots.values.allSatisfy(\.isSettled) else { return }
    place.isFresh = false
    guard place.focus == 0, let first = screen.firstFocus(context) else { return }
    place.focus = first
  }

  private func firstCursor(in pane: Pane) -> Cursor {
    guard let row = pane.selectable(from: 0, step: 1) else { return Cursor() }
    return Cursor(row: row, id: pane.rows.isLoaded(row) ? pane.rows.id(row) : nil)
  }
}
