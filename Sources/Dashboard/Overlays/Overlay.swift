import StrategyModel
import TextSearch
import TextUI

/// A box above the screen: help, the palette, the choice of columns, a source.
public struct Overlay: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case help
    case palette
    /// The point in time since which the difference is wanted.
    case since
    case columns
    case sources([String])
    /// The fields of the filter language, or the values of one.
    case filterMenu(FilterField?)
    case savedFilters
    /// A name is typed for the filter in force.
    case nameFilter
    /// Whether a saved filter is to be deleted.
    case deleteFilter(SavedFilter)
    /// What can be recorded or added.
    case corrections
    case form(CorrectionForm)
    /// Whether a revision is to be taken back.
    case undo(UndoPlan)
    /// The forms in which the view can be written out.
    case export
    /// The themes; the one before comes back with Esc.
    case themes(before: ThemeName)
  }

  public var kind: Kind
  /// What narrows the entries of help and palette.
  public var field = TextField()
  public var scroll = ScrollState()
  /// The first point in time is taken as soon as it is known.
  var takesLastMeeting = false

  init(_ kind: Kind) { self.kind = kind }
}

/// A line of an overlay.
struct OverlayEntry: Sendable {
  var text: Line
  /// `nil` for a heading, which cannot be chosen.
  var choice: Choice?

  enum Choice: Sendable {
    case action(Action)
    case column(ItemColumn)
    case field(FilterField)
    case value(FilterField, String)
    /// The value is typed in the prompt.
    case typeValue(FilterField)
    case saved(SavedFilter)
    case nameFilter
    case keepFilter
    case deleteFilter(SavedFilter)
    /// Revision numbers.
    case goTo(Int)
    case compare(Int)
    case difference(from: Int, to: Int)
    /// `nil` compares with none any more.
    case since(Int?)
    case undo(UndoPlan)
    case export(SnapshotFormat)
    case theme(ThemeName)
    case leave
  }
}

extension AppState {
  mutating func openHelp() -> [Effect] { open(.help) }
  mutating func openPalette(typing text: String = "") -> [Effect] {
    _ = open(.palette)
    overlay?.field = TextField(text)
    moveInOverlay(by: 0)
    return []
  }
  mutating func openColumns() -> [Effect] { open(.columns) }

  mutating func open(_ kind: Overlay.Kind) -> [Effect] {
    overlay = Overlay(kind)
    moveInOverlay(by: 0)
    return []
  }

  mutating func operateOverlay(_ event: InputEvent) -> [Effect] {
    guard let overlay else { return [] }
    if overlay.kind == .nameFilter { return typeName(event) }
    if case .form(let form) = overlay.kind { return operate(form, event) }
    switch event {
    case .key(.escape), .key(.control("c")): leaveOverlay()
    case .key(.down): moveInOverlay(by: 1)
    case .key(.up): moveInOverlay(by: -1)
    case .key(.pageDown): moveInOverlay(by: 10)
    case .key(.pageUp): moveInOverlay(by: -10)
    case .key(.enter): return choose()
    default:
      switch overlay.kind {
      case .columns: operateColumns(event)
      case .sources: self.overlay = nil
      case .savedFilters: return operateSavedFilters(event)
      case .deleteFilter: return answerDeletion(event)
      case .corrections, .undo, .export: operateChoices(event)
      case .themes: operateThemes(event)
      case .nameFilter, .form: break
      case .help, .palette, .since, .filterMenu: narrow(event)
      }
    }
    return []
  }

  private mutating func narrow(_ event: InputEvent) {
    guard var overlay else { return }
    // With nothing typed, help and menu also close by the key that opened them, and move by j and k.
    if overlay.kind != .palette, overlay.field.isEmpty {
      let opener: Key = overlay.kind.opener
      switch event {
      case .key(opener), .key(.character("q")): return self.overlay = nil
      case .key(.character("j")): return moveInOverlay(by: 1)
      case .key(.character("k")): return moveInOverlay(by: -1)
      default: break
      }
    }
    guard overlay.field.handle(event) else { return }
    overlay.scroll = ScrollState()
    self.overlay = overlay
    moveInOverlay(by: 0)
  }

  private mutating func choose() -> [Effect] {
    guard let overlay else { return [] }
    let entries = OverlayView(state: self, overlay: overlay).entries
    guard entries.indices.contains(overlay.scroll.selection), let choice = entries[overlay.scroll.selection].choice
    else {
      if let error = pointError(in: overlay) {
        notice = Notice(.refusal, error)
        return []
      }
      self.overlay = nil
      return overlay.field.isEmpty ? [] : refuse(overlay.kind.emptyChoice)
    }
    switch choice {
    case .action(let action):
      self.overlay = nil
      return perform(action)
    case .column(let column):
      toggle(column)
      return []
    case .field(let field): return open(.filterMenu(field))
    case .value(let field, let value): return add(value, to: field)
    case .typeValue(let field): return typeValue(of: field)
    case .saved(let filter):
      self.overlay = nil
      return take(filter)
    case .export(let format):
      self.overlay = nil
      return order(format)
    case .nameFilter: return open(.nameFilter)
    case .keepFilter: return open(.savedFilters)
    case .deleteFilter(let filter): return open(.savedFilters) + [.deleteFilter(filter)]
    case .goTo(let number): return goTo(revision: number)
    case .compare(let number): return compare(from: number)
    case .difference(let from, let to):
      go(to: Place(differenceFrom: from, to: to))
      return []
    case .since(let number): return compareLists(since: number)
    case .undo(let plan): return undo(plan)
    case .theme(let name):
      self.overlay = nil
      return [.keepTheme(name)]
    case .leave:
      self.overlay = nil
      return []
    }
  }

  private mutating func operateChoices(_ event: InputEvent) {
    switch event {
    case .key(.character("j")): moveInOverlay(by: 1)
    case .key(.character("k")): moveInOverlay(by: -1)
    case .key(.character("q")), .key(.character("a")), .key(.character("u")): overlay = nil
    default: break
    }
  }

  mutating func moveInOverlay(by step: Int) {
    guard var overlay else { return }
    let entries = OverlayView(state: self, overlay: overlay).entries
    let height = OverlayView(state: self, overlay: overlay).listHeight
    var row = min(max(0, overlay.scroll.selection + step), max(0, entries.count - 1))
    let direction = step < 0 ? -1 : 1
    while entries.indices.contains(row), entries[row].choice == nil { row += direction }
    if !entries.indices.contains(row) { row = entries.firstIndex { $0.choice != nil } ?? 0 }
    overlay.scroll.select(row, count: entries.count, height: height)
    self.overlay = overlay
    showSelectedTheme()
  }

  private mutating func operateColumns(_ event: InputEvent) {
    guard let overlay else { return }
    let all = ColumnChoice.ordered(options.columns)
    guard all.indices.contains(overlay.scroll.selection) else { return }
    let column = all[overlay.scroll.selection]
    switch event {
    case .key(.character(" ")), .text("\u{3000}"): toggle(column)
    case .key(.character("[")): shift(column, by: -1)
    case .key(.character("]")): shift(column, by: 1)
    case .key(.character("j")): moveInOverlay(by: 1)
    case .key(.character("k")): moveInOverlay(by: -1)
    case .key(.character("q")), .key(.character("C")): self.overlay = nil
    default: break
    }
  }

  /// The title cannot be hidden: a row without it says nothing.
  private mutating func toggle(_ column: ItemColumn) {
    guard column != .title else { return }
    if let index = options.columns.firstIndex(of: column) {
      options.columns.remove(at: index)
    } else {
      options.columns.append(column)
    }
    follow(column)
  }

  private mutating func shift(_ column: ItemColumn, by step: Int) {
    guard let index = options.columns.firstIndex(of: column), options.columns.indices.contains(index + step) else {
      return
    }
    options.columns.swapAt(index, index + step)
    follow(column)
  }

  private mutating func follow(_ column: ItemColumn) {
    guard let row = ColumnChoice.ordered(options.columns).firstIndex(of: column) else { return }
    overlay?.scroll.select(row, count: ItemColumn.allCases.count, height: ItemColumn.allCases.count)
  }
}

enum ColumnChoice {
  /// The shown columns in their order, then the hidden ones.
  static func ordered(_ shown: [ItemColumn]) -> [ItemColumn] {
    shown + ItemColumn.allCases.filter { !shown.contains($0) }
  }
}
