import StrategyModel
import TextSearch
import TextUI

/// Draws an overlay, and knows what can be chosen in it.
struct OverlayView {
  let state: AppState
  let overlay: Overlay

  var words: Words { state.words }
  var policy: WidthPolicy { state.settings.policy }
  var theme: Theme { state.theme }

  private var boxColumns: Int { min(state.size.columns - 2, 76) }

  /// Cells for an entry's text, between border and sign on the left and air and border on the right.
  var textColumns: Int { max(8, boxColumns - 4 - Pane.gutter) }

  var box: Rect {
    let columns = boxColumns
    let wanted = entries.count + chrome
    let rows = min(max(5, state.size.rows - 2), max(5, wanted))
    return Rect(state.size).centered(Size(columns: columns, rows: rows))
  }

  /// Rows that are not entries: the border, and the field or hint.
  private var chrome: Int { hasField ? 4 : 3 }

  private var hasField: Bool {
    switch overlay.kind {
    case .help, .palette, .since, .filterMenu, .nameFilter: true
    case .columns, .sources, .savedFilters, .deleteFilter, .corrections, .form, .undo, .export, .themes: false
    }
  }

  var listHeight: Int { max(1, min(max(5, state.size.rows - 2), max(5, entries.count + chrome)) - chrome) }

  var entries: [OverlayEntry] {
    switch overlay.kind {
    case .help: overlay.field.isEmpty ? allBindings() : matching()
    case .palette: points() ?? matching()
    case .since: sinceEntries()
    case .columns: columns()
    case .sources(let addresses):
      addresses.flatMap { TextFit.wrap($0, max(8, min(state.size.columns - 2, 76) - 4), policy) }
        .map { OverlayEntry(text: Line($0)) }
    case .filterMenu(let field): filterMenu(field)
    case .savedFilters: savedFilters()
    case .nameFilter: namedFilter()
    case .deleteFilter(let filter): deletion(of: filter)
    case .corrections: correctionMenu()
    case .undo(let plan): undoQuestion(plan)
    case .export: exportMenu()
    case .form: []
    case .themes: themes()
    }
  }

  /// What is offered here: nothing that writes where nothing can be written.
  private var offered: [Binding] {
    KeyMap.standard.bindings.filter { binding in
      binding.applies(on: state.screen) && (state.settings.writeAccess == .allowed || !binding.action.writes)
    }
  }

  private func allBindings() -> [OverlayEntry] {
    var entries: [OverlayEntry] = []
    for section in Binding.Section.allCases {
      let bindings = offered.filter { $0.section == section }
      guard !bindings.isEmpty else { continue }
      if !entries.isEmpty { entries.append(OverlayEntry(text: Line())) }
      entries.append(OverlayEntry(text: Line(words(section.word), theme.style(.heading))))
      entries += bindings.map(entry)
    }
    return entries
  }

  private func matching() -> [OverlayEntry] {
    let needle = TextFold.fold(overlay.field.text)
    return offered.filter { binding in
      needle.isEmpty || TextFold.fold(binding.label.ja + " " + binding.label.en).contains(needle)
    }.map(entry)
  }

  func entry(_ binding: Binding) -> OverlayEntry {
    let keys = binding.keys.map { $0.label(state.settings.lines) }.joined(separator: " ")
    return OverlayEntry(
      text: Line(TextFit.fit(keys, 20, policy), theme.style(.key)) + Line(words(binding.label)),
      choice: .action(binding.action))
  }

  private func columns() -> [OverlayEntry] {
    ColumnChoice.ordered(state.options.columns).map { column in
      let isShown = state.options.columns.contains(column)
      return OverlayEntry(text: Line("[\(isShown ? "x" : " ")] \(words(column.word))"), choice: .column(column))
    }
  }

  // MARK: Drawing

  func draw(into canvas: inout Canvas) {
    if case .form(let form) = overlay.kind { return FormView(state: state, form: form).draw(into: &canvas) }
    let box = box
    canvas.fill(box)
    let frame = Box(title: Line(" \(title) ", theme.style(.heading)))
    frame.draw(into: &canvas, in: box)
    var inside = frame.interior(of: box).inset(columns: 1, rows: 0)
    if hasField {
      let (row, rest) = inside.split(.top, 1)
      canvas.draw(Line("> ", theme.style(.key)), at: row.origin)
      overlay.field.draw(
        into: &canvas, in: Rect(column: row.column + 2, row: row.row, columns: row.columns - 2, rows: 1))
      inside = rest
    }
    let (hintRow, list) = inside.split(.bottom, 1)
    canvas.draw(Line(hint, theme.style(.faint)), at: hintRow.origin, columns: hintRow.columns)
    let entries = entries
    for (offset, index) in overlay.scroll.visible(count: entries.count, height: list.rows).enumerated() {
      let isSelected = index == overlay.scroll.selection && entries[index].choice != nil
      let sign = isSelected ? TextFit.fit(canvas.lineSet.marker, Pane.gutter, policy) : "  "
      var line = (Line(sign) + entries[index].text).fitted(to: list.columns, policy)
      if isSelected { line = line.styled { $0.adding(.reverse) } }
      canvas.draw(line, at: Point(column: list.column, row: list.row + offset))
    }
  }

  private var title: String {
    switch overlay.kind {
    case .help: words(.help)
    case .palette: words(.palette)
    case .since: words(.differenceSince)
    case .columns: words(.columnsTitle)
    case .sources: words(.source)
    case .filterMenu(let field): field.map { "\(words(.filterMenu)) › \(words($0.word))" } ?? words(.filterMenu)
    case .savedFilters: words(.savedFilters)
    case .nameFilter: words(.nameFilter)
    case .deleteFilter: words(.deleteFilter)
    case .corrections: words(.addRecord)
    case .undo(let plan): words(plan.conflicts.isEmpty ? .undoQuestion : .cannotUndo)
    case .export: words(.exportTitle)
    case .form(let form): words(form.kind.word)
    case .themes: words(.themes)
    }
  }

  private var hint: String {
    switch overlay.kind {
    case .help, .palette: words(.helpHint)
    case .since: words(.sinceHint)
    case .columns: words(.columnsHint)
    case .filterMenu: words(.filterMenuHint)
    case .savedFilters: words(.savedFiltersHint)
    case .nameFilter: words(.nameFilterHint)
    case .deleteFilter: words(.deleteFilterHint)
    case .corrections: words(.helpHintWithoutTyping)
    case .export: words(.exportHint)
    case .undo: words(.undoHint)
    case .form: words(.formHint)
    case .themes: words(.themeHint)
    case .sources: words.pick("Esc 閉じる", "Esc close")
    }
  }
}

extension Binding.Section {
  var word: Word {
    switch self {
    case .views: .sectionViews
    case .moving: .sectionMoving
    case .places: .sectionPlaces
    case .finding: .sectionFinding
    case .lists: .sectionLists
    case .taking: .sectionTaking
    case .revisions: .sectionRevisions
    case .correcting: .sectionCorrecting
    case .program: .sectionProgram
    }
  }
}
