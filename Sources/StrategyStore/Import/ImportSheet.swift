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
    guard text.survey.firstInk != nil else { return refused(file, ImportWording.empty) }
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
    func at(_ place: TextPosition, _ message: String) -> ImportFault {
      ImportFault(file: file, line: place.line, column: place.column, message: message)
    }
    switch refusal {
    case .container(let name): return ImportFault(file: file, message: ImportWording.container(name))
    case .encoding(let name): return ImportFault(file: file, message: ImportWording.encoding(name))
    case .brokenUTF16: return ImportFault(file: file, message: ImportWording.brokenUTF16)
    case .tooManyLines: return ImportFault(file: file, message: ImportWording.tooManyLines)
    case .notKept(let error): return ImportFault(file: file, message: error.message)
    case .unknownEncoding(let place): return at(place, ImportWording.unknownEncoding)
    case .western(let place): return at(place, ImportWording.western)
    case .brokenUTF8(let place): return at(place, ImportWording.brokenUTF8)
    case .brokenShiftJIS(let place): return at(place, ImportWording.brokenShiftJIS)
    case .nul(let place): return at(place, ImportWording.nul)
    case .innerMark(let place): return at(place, ImportWording.innerMark)
    }
  }

  private static func isJSON(_ file: ImportFile, _ text: DecodedText) -> Bool {
    if file.name.lowercased().hasSuffix(".csv") { return false }
    let first = text.survey.firstInk.map { text.bytes[$0] }
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
    let content: JSONContent
    do throws(FormFault) {
      content = try JSONContent.of(text, kind: kind)
    } catch {
      log.fault(error)
      return nil
    }
    switch (content, kind) {
    case (.bundle(let places), _): return BundleReading(places, text: text, log: log).map(ImportSheet.bundle)
    case (.otherBundle(let offset), _): log.fault(at: offset, ImportWording.notABundle)
    case (_, .bundle?): log.fault(at: 0, ImportWording.notABundle)
    case (.nothing(let offset), _): log.fault(at: offset, ImportWording.jsonNoList)
    case (.rows(let rows), _): return TableReading(json: rows, kind: kind, log: log).map(ImportSheet.table)
    }
    return nil
  }
}
