/// Reads the rows of one file, whatever its form, and logs what is wrong with the form.
struct TableReading {
  private enum Form {
    case csv(CSVReading, Headings)
    case json(JSONRows, next: Int)
    case none
  }

  let log: FaultLog
  private(set) var kind: ImportKind
  /// The headings as the file writes them, for naming a cell in a fault.
  let names: [Field: String]
  private var form: Form
  private let columns: FieldColumns
  /// Of JSON: the key of each column; `nil` for one that is not read.
  private var keys: [String?] = []
  private var rowCount = 0
  /// Of CSV: the row at hand.
  private var cells: [TextCell] = []

  /// - Returns: `nil` when the headings cannot be used; the log says why.
  init?(csv text: DecodedText, kind: ImportKind?, log: FaultLog) {
    self.log = log
    var reader = CSVReading(text)
    do throws(FormFault) {
      if let offset = text.survey.longLine {
        throw FormFault(offset: offset, message: ImportWording.lineTooLong)
      }
      var cells = try reader.next()
      while let blank = cells, blank.allSatisfy({ CellText.trimmed($0.text).isEmpty }) { cells = try reader.next() }
      guard let cells else { throw FormFault(offset: 0, message: ImportWording.empty) }
      let written = cells.map { CellText.unguarded(CellText.trimmed($0.text)) }
      let headings: Headings
      do throws(Headings.Fault) {
        headings = try Headings.understood(written, as: kind)
      } catch {
        let message = TableReading.partedOtherwise(written) ?? error.message
        throw FormFault(offset: cells[error.index ?? 0].offset, message: message)
      }
      self.kind = headings.kind
      form = .csv(reader, headings)
      columns = FieldColumns(headings.fields)
      names = headings.names
      if !headings.unknown.isEmpty { log.warn(ImportWording.unknownColumns(log.file, headings.unknown)) }
    } catch {
      log.fault(error)
      return nil
    }
  }

  /// One heading that has the marks of several in it.
  private static func partedOtherwise(_ headings: [String]) -> String? {
    guard headings.count == 1, let heading = headings.first else { return nil }
    if heading.contains("\t") { return ImportWording.parted(by: "タブ") }
    return heading.contains(";") ? ImportWording.parted(by: "セミコロン") : nil
  }

  /// - Parameter rows: one object for each row.
  init?(json rows: JSONRows, kind: ImportKind?, log: FaultLog) {
    self.log = log
    for stray in rows.strays { log.fault(at: stray, ImportWording.jsonRowExpected) }
    log.count(rows.strayCount - rows.strays.count)
    guard log.total == 0 else { return nil }
    do throws(Headings.Fault) {
      let headings = try Headings.understood(rows.keys, as: kind)
      self.kind = headings.kind
      names = headings.names
      columns = FieldColumns(headings.fields)
      keys = zip(headings.fields, rows.keys).map { field, key in field == nil ? nil : key }
      if !headings.unknown.isEmpty { log.warn(ImportWording.unknownColumns(log.file, headings.unknown)) }
    } catch {
      log.fault(at: rows.offsets.first.map(Int.init) ?? 0, error.message)
      return nil
    }
    form = .json(rows, next: 0)
  }

  /// Lets go of the rows that were read.
  func forget() { log.text.bytes.forget() }

  /// The next rows, at most `limit`; empty at the end.
  mutating func rows(_ limit: Int) -> [ImportRow] {
    var rows: [ImportRow] = []
    rows.reserveCapacity(limit)
    switch form {
    case .csv(var reader, let headings):
      form = .none
      while rows.count < limit, let row = nextRow(&reader, headings) {
        if let row { rows.append(row) }
      }
      form = .csv(reader, headings)
    case .json(let found, let next):
      let end = min(next + limit, found.count)
      for place in next..<end {
        do throws(FormFault) {
          if let row = row(try found.node(place)) { rows.append(row) }
        } catch {
          log.fault(error)
        }
      }
      form = .json(found, next: end)
    case .none: break
    }
    return rows
  }

  // MARK: CSV

  /// - Returns: `.some(nil)` for a row that is blank or at fault, `nil` at the end.
  private mutating func nextRow(_ reader: inout CSVReading, _ headings: Headings) -> ImportRow?? {
    do throws(FormFault) {
      guard try reader.next(into: &cells) else { return nil }
      let isBlank = cells.allSatisfy { $0.text.isEmpty }
      if isBlank, cells.count == 1 || cells.count == headings.fields.count { return .some(nil) }
      rowCount += 1
      guard rowCount <= ImportLimits.rows else {
        throw FormFault(offset: cells[0].offset, message: ImportWording.tooManyRows)
      }
      guard cells.count == headings.fields.count else {
        let message = ImportWording.cellCount(cells.count, expected: headings.fields.count)
        log.fault(at: cells[0].offset, message)
        return .some(nil)
      }
      return row(headings)
    } catch {
      // What follows a broken quote cannot be told apart: nothing more is read.
      log.fault(error)
      reader.stop()
      return nil
    }
  }

  private func row(_ headings: Headings) -> ImportRow {
    var row = ImportRow(offset: cells[0].offset, columns: columns)
    for (index, cell) in cells.enumerated() {
      guard headings.fields[index] != nil else {
        if headings.written[index].isEmpty, !cell.text.isEmpty {
          log.fault(at: cell.offset, ImportWording.unnamedColumn)
        }
        row.append(nil)
        continue
      }
      row.append(TableReading.cell(cell))
    }
    return row
  }

  private static func cell(_ cell: TextCell) -> ImportRow.Cell {
    // Of nearly all cells, told by a look at their bytes: there is nothing to take away.
    let isAsMeant = cell.isTrimmed && !CellText.mayBeGuarded(cell.text)
    let text =
      isAsMeant ? cell.text : CellText.unguarded(cell.isQuoted ? cell.text : CellText.trimmed(cell.text))
    return ImportRow.Cell(
      text: cell.isASCII ? text : Folding.stored(text), offset: cell.offset, isExact: cell.isQuoted,
      isTrimmed: isAsMeant ? true : nil)
  }

  // MARK: JSON

  private func row(_ node: JSONNode) -> ImportRow? {
    guard case .object(let members) = node.value else { return nil }
    var row = ImportRow(offset: node.range.lowerBound, columns: columns)
    for name in keys {
      guard let name, let member = members.first(where: { $0.key == name }) else {
        row.append(nil)
        continue
      }
      let offset = member.node.range.lowerBound
      guard let texts = texts(member.node) else {
        log.fault(at: offset, heading: name, ImportWording.jsonNested)
        row.append(ImportRow.Cell(text: "", offset: offset, isExact: true, isBroken: true))
        continue
      }
      let isList = member.node.elements != nil
      row.append(
        ImportRow.Cell(
          text: texts.joined(separator: ";"), list: isList ? texts : nil, offset: offset, isExact: true))
    }
    return row
  }

  private func texts(_ node: JSONNode) -> [String]? {
    switch node.value {
    case .null: return [""]
    case .number(let text): return [text]
    case .string(let text): return [Folding.stored(text)]
    case .bool, .object: return nil
    case .array(let elements):
      let parts = elements.compactMap { element in element.elements == nil ? texts(element)?.first : nil }
      return parts.count == elements.count ? parts : nil
    }
  }
}
