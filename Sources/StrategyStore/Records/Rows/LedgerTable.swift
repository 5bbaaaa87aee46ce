import StrategyModel

/// The tables that versions of records are written to, in the order in which one refers to another.
enum LedgerTable: UInt8, CaseIterable {
  case version
  case link
  case itemRow
  case itemText
  case kpiRow
  case measurementRow
  case reviewRow

  var name: String {
    switch self {
    case .version: "version"
    case .link: "link"
    case .itemRow: "item_row"
    case .itemText: "item_text"
    case .kpiRow: "kpi_row"
    case .measurementRow: "measurement_row"
    case .reviewRow: "review_row"
    }
  }

  /// Values of a row, `?` where one is bound.
  private var values: [String] {
    let open = "\(StoreSchema.open)"
    func bound(_ count: Int) -> [String] { Array(repeating: "?", count: count) }
    return switch self {
    case .version: bound(4) + [open] + bound(5)
    case .link: bound(4)
    case .itemRow: bound(3) + [open] + bound(14)
    case .itemText: bound(2)
    case .kpiRow: bound(10)
    case .measurementRow: bound(5) + [open] + bound(3)
    case .reviewRow: bound(4) + [open] + bound(1)
    }
  }

  /// A conflict is a broken store: no statement journal is kept for taking back half a statement.
  func insertion(rows: Int) -> String {
    let row = "(\(values.joined(separator: ", ")))"
    return "INSERT OR FAIL INTO \(name) VALUES \(Array(repeating: row, count: rows).joined(separator: ", "))"
  }

  /// The tables in which a version of a kind has its end written, and the column that holds its number.
  static func ended(with kind: RecordKind) -> [(name: String, key: String)] {
    [(name: "version", key: "number")] + [own(kind)].compactMap { $0 }.map { (name: $0.name, key: "version") }
  }

  /// Kinds of which a store may have very many records.
  static let ownKinds = RecordKind.allCases.filter { own($0) != nil }

  /// The table that lists of such a kind are read from.
  static func own(_ kind: RecordKind) -> LedgerTable? {
    switch kind {
    case .item: .itemRow
    case .measurement: .measurementRow
    case .review: .reviewRow
    default: nil
    }
  }
}
