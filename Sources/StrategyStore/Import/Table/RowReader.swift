import StrategyModel

/// Reads the fields of one row; what is wrong goes to the log with the cell's place and heading.
struct RowReader {
  let row: ImportRow
  let names: [Field: String]
  let log: FaultLog

  func fault(_ field: Field, _ message: String) {
    guard row[field]?.isBroken != true else { return }
    log.fault(at: row[field]?.offset ?? row.offset, heading: names[field], message)
  }

  func text(_ field: Field) -> Entry<String> {
    guard let cell = row[field] else { return .absent }
    if cell.isTrimmed { return cell.text.isEmpty ? .empty : .value(cell.text) }
    let text = cell.isExact ? cell.text : CellText.trimmed(cell.text)
    return CellText.trimmed(text).isEmpty ? .empty : .value(text)
  }

  /// Text without the white space around it, as ids, names, numbers and dates are read.
  func word(_ field: Field) -> Entry<String> {
    guard let cell = row[field] else { return .absent }
    let word = cell.isTrimmed ? cell.text : CellText.trimmed(cell.text)
    return word.isEmpty ? .empty : .value(word)
  }

  /// A text without which the row says nothing.
  func required(_ field: Field) -> String? {
    switch text(field) {
    case .value(let text): return text
    case .absent, .empty:
      fault(field, ImportWording.required)
      return nil
    }
  }

  func identifier(_ field: Field) -> String? {
    guard case .value(let id) = word(field) else {
      fault(field, ImportWording.required)
      return nil
    }
    guard id.unicodeScalars.count <= ImportLimits.idLength,
      id.unicodeScalars.allSatisfy(\.isSeen)
    else {
      fault(field, ImportWording.identifier(id))
      return nil
    }
    return id
  }

  func list(_ field: Field) -> Entry<[String]> {
    guard let cell = row[field] else { return .absent }
    let values = cell.list.map { $0.map(CellText.trimmed).filter { !$0.isEmpty } } ?? CellText.list(cell.text)
    return values.isEmpty ? .empty : .value(values)
  }

  // MARK: Dates

  func date(_ field: Field) -> Entry<CivilDate> {
    read(field, ImportWording.notWholeDate) { text in
      if case .day(let date)? = log.dates[text] { date } else { nil }
    }
  }

  func requiredDate(_ field: Field) -> CivilDate? {
    if case .value = word(field) { return date(field).value }
    fault(field, ImportWording.required)
    return nil
  }

  /// - Parameter current: what the store has; its own words (2030年代) may stand in the file too.
  func partialDate(_ field: Field, keeping current: [PartialDate?]) -> Entry<PartialDate> {
    read(field, ImportWording.notPartialDate) { text in
      current.compactMap { $0 }.first { $0.code == text } ?? log.dates[text]
    }
  }

  func fiscalYear(_ field: Field) -> Entry<FiscalYear> {
    read(field, ImportWording.fiscalYear) { text in
      switch log.dates[text] {
      case .fiscalYear(let year): year
      case .year(let year): FiscalYear.known.contains(year) ? FiscalYear(year) : nil
      default: nil
      }
    }
  }

  // MARK: Numbers

  /// - Parameter unit: a percent sign may follow the number only where the unit is `%`.
  func number(_ field: Field, unit: String?) -> Entry<Double> {
    guard case .value(var text) = word(field) else { return word(field) == .absent ? .absent : .empty }
    let written = text
    // Both percent signs by their last byte first: most numbers have none.
    if text.utf8.last == 0x25 || text.utf8.last == 0x85 && text.hasSuffix("％") {
      guard let unit, NumberReading.narrowed(unit).contains("%") else {
        fault(field, ImportWording.percent(written))
        return .absent
      }
      text.removeLast()
    }
    do throws(NumberReading.Problem) {
      return .value(try NumberReading.number(text))
    } catch {
      fault(field, ImportWording.number(written, error))
      return .absent
    }
  }

  func yen(_ field: Field) -> Entry<Int> {
    guard case .value(let text) = word(field) else { return word(field) == .absent ? .absent : .empty }
    do throws(NumberReading.Problem) {
      return .value(try NumberReading.yen(text))
    } catch {
      fault(field, ImportWording.yen(text, error))
      return .absent
    }
  }

  /// A whole number from 1.
  func count(_ field: Field) -> Entry<Int> {
    read(field, ImportWording.whole) { text in
      let narrow = NumberReading.narrowed(text)
      return narrow.utf8.count <= 9 && narrow.utf8.allSatisfy { (48...57).contains($0) }
        ? Int(narrow).flatMap { $0 >= 1 ? $0 : nil } : nil
    }
  }

  func choice<Value>(_ field: Field, _ message: (String) -> String, _ find: (String) -> Value?) -> Entry<Value> {
    read(field, message, find)
  }

  private func read<Value>(
    _ field: Field, _ message: (String) -> String, _ convert: (String) -> Value?
  ) -> Entry<Value> {
    guard case .value(let text) = word(field) else { return word(field) == .absent ? .absent : .empty }
    guard let value = convert(text) else {
      fault(field, message(text))
      return .absent
    }
    return .value(value)
  }
}
