/// One row of a table, its cells by their meaning.
struct ImportRow: Sendable {
  struct Cell: Sendable {
    let text: String
    /// The values, where the file itself parts them (a JSON array).
    let list: [String]?
    let offset: Int
    /// White space around the text is part of it.
    let isExact: Bool
    /// There is surely no white space around the text.
    let isTrimmed: Bool
    /// What stands there cannot be a value, which is told already.
    let isBroken: Bool

    /// - Parameter isTrimmed: `nil` where nobody looked.
    init(
      text: String, list: [String]? = nil, offset: Int, isExact: Bool, isTrimmed: Bool? = nil, isBroken: Bool = false
    ) {
      self.text = text
      self.list = list
      self.offset = offset
      self.isExact = isExact
      self.isBroken = isBroken
      self.isTrimmed = isTrimmed ?? CellText.isTrimmed(text)
    }
  }

  var offset: Int
  private let columns: FieldColumns
  /// By column; `nil` where the row has none, or where nobody reads the column.
  private var cells: [Cell?] = []

  init(offset: Int, columns: FieldColumns) {
    self.offset = offset
    self.columns = columns
    cells.reserveCapacity(columns.count)
  }

  /// Takes the cell of the next column.
  mutating func append(_ cell: Cell?) { cells.append(cell) }

  /// `nil` when the file has no such column: what the store has stays.
  subscript(field: Field) -> Cell? { columns[field].flatMap { cells[$0] } }
}

/// In which column of a file a field stands; the rows of a file share it.
struct FieldColumns: Sendable {
  private var places: [Int?]
  let count: Int

  /// - Parameter fields: by column; `nil` for one that is not read.
  init(_ fields: [Field?]) {
    places = Array(repeating: nil, count: Field.allCases.count)
    count = fields.count
    for (column, field) in fields.enumerated() { if let field { places[field.rawValue] = column } }
  }

  subscript(field: Field) -> Int? { places[field.rawValue] }
}

/// What a cell says about a field.
enum Entry<Value> {
  /// The file has no such column (or the cell is at fault): the field stays as it is.
  case absent
  /// The cell is empty: the field becomes 未記載.
  case empty
  case value(Value)

  func applied(to current: Value?) -> Value? {
    switch self {
    case .absent: current
    case .empty: nil
    case .value(let value): value
    }
  }

  var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }

  var isAbsent: Bool {
    if case .absent = self { true } else { false }
  }
}

extension Entry: Equatable where Value: Equatable {}
