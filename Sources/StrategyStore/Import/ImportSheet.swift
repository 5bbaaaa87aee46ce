import StrategyModel

/// A file whose form is understood: a table of rows, or a bundle.
enum ImportSheet {
  case table(TableReading)
  case bundle(BundleReading)

  var table: TableReading? {
    if case .table(let table) = self { table } else { nil }
  }

  var bundle: BundleReading? {
    if case .bundle(let bundle) = self { bundle } else { nil }
  }

  static func open(_ file: ImportFile, kind: ImportKind?) -> Result<ImportSheet, ImportFaults> {
    guard file.bytes.count <= ImportLimits.fileBytes else { return refused(file, ImportWording.fileTooLarge) }
    let text: DecodedText
    do throws(TextDecoding.Refusal) {
      text = try TextDecoding.decode(file.bytes)
    } catch {
      return .failure(ImportFaults([fault(error, file: file.name)]))
    }
    guard text.bytes.contains(where: { $0 > 0x20 }) else { return refused(file, ImportWording.empty) }
    let log = FaultLog(file: file.name, text: text)
    let sheet = isJSON(file, text) ? json(text, kind, log) : csv(text, kind, log)
    guard let sheet, log.total == 0 else {
      return .failure(ImportFaults(Array(log.faults.prefix(ImportLimits.reportedFaults)), total: log.total))
    }
    return .success(sheet)
  }

  private static func refused(_ file: ImportFile, _ message: String) -> Result<ImportSheet, ImportFaults> {
    .failure(ImportFaults([ImportFault(file: file.name, message: message)]))
  }

  private static func fault(_ refusal: TextDecoding.Refusal, file: String) -> ImportFault {
    switch refusal {
    case .encoding(let name): ImportFault(file: file, message: ImportWording.encoding(name))
    case .brokenUTF16: ImportFault(file: file, message: ImportWording.brokenUTF16)
    case .unknownEncoding(let place):
      ImportFault(file: file, line: place.line, column: place.column, message: ImportWording.unknownEncoding)
    case .notText(let place):
      ImportFault(file: file, line: place.line, column: place.column, message: ImportWording.nul)
    }
  }

  private static func isJSON(_ file: ImportFile, _ text: DecodedText) -> Bool {
    if file.name.lowercased().hasSuffix(".csv") { return false }
    let first = text.bytes.first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || isJSONName(file.name.lowercased())
  }

  private static func isJSONName(_ name: String) -> Bool {
    [".json", ".jsonl", ".ndjson"].contains { name.hasSuffix($0) }
  }

  private static func csv(_ text: DecodedText, _ kind: ImportKind?, _ log: FaultLog) -> ImportSheet? {
    if kind == .bundle {
      log.fault(at: 0, ImportWording.notABundle)
      return nil
    }
    return TableReading(csv: text, kind: kind, log: log).map(ImportSheet.table)
  }

  private static func json(_ text: DecodedText, _ kind: ImportKind?, _ log: FaultLog) -> ImportSheet? {
    var reader = JSONReading(text)
    var values: [JSONNode] = []
    do throws(FormFault) {
      while let value = try reader.nextLine() { values.append(value) }
    } catch {
      log.fault(error)
      return nil
    }
    if values.count == 1, let bundle = values[0]["bundle"] {
      guard bundle.string == BundleReading.name, kind == nil || kind == .bundle else {
        log.fault(at: bundle.range.lowerBound, ImportWording.notABundle)
        return nil
      }
      return BundleReading(values[0], text: text, log: log).map(ImportSheet.bundle)
    }
    if kind == .bundle {
      log.fault(at: 0, ImportWording.notABundle)
      return nil
    }
    guard let rows = rows(values, kind) else {
      log.fault(at: values.first?.range.lowerBound ?? 0, ImportWording.jsonNoList)
      return nil
    }
    guard rows.count <= ImportLimits.rows else {
      log.fault(at: nil, ImportWording.tooManyRows)
      return nil
    }
    return TableReading(json: rows, kind: kind, log: log).map(ImportSheet.table)
  }

  /// An array, an object with one list under a key, or the lines of JSON Lines.
  private static func rows(_ values: [JSONNode], _ kind: ImportKind?) -> [JSONNode]? {
    guard values.count == 1, let value = values.first else { return values }
    if let elements = value.elements { return elements }
    guard case .object(let members) = value.value else { return nil }
    let lists = members.filter { member in
      guard let elements = member.node.elements, let first = elements.first else { return false }
      if case .object = first.value { return true } else { return false }
    }
    if lists.count == 1 { return lists[0].node.elements }
    if let kind, let list = value[kind.rawValue]?.elements { return list }
    // One line of JSON Lines is an object without lists of objects.
    return lists.isEmpty && members.contains { ["id", "item", "番号", "取組"].contains($0.key) } ? [value] : nil
  }
}
