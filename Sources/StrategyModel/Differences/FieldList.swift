/// Collects the values of a record.
struct FieldList {
  private(set) var fields: [RecordField] = []
  private var seen: [[String]: Int] = [:]

  /// An absent value is no field.
  mutating func add(
    _ name: String, _ value: FieldValue?, of part: [FieldValue] = [], at path: [String]? = nil, isDetail: Bool = false
  ) {
    guard let value else { return }
    var path = path ?? [name]
    let count = seen[path, default: 0]
    seen[path] = count + 1
    // Two attendees of one name are two fields.
    if count > 0 { path[path.count - 1] += "\u{0}\(count)" }
    fields.append(RecordField(path: path, name: name, part: part, value: value, isDetail: isDetail))
  }

  mutating func text(
    _ name: String, _ text: String?, of part: [FieldValue] = [], at path: [String]? = nil, isDetail: Bool = false
  ) {
    add(name, text.map(FieldValue.text), of: part, at: path, isDetail: isDetail)
  }

  mutating func record(_ name: String, _ id: String?, _ confidence: Confidence? = nil) {
    add(name, id.map { .record($0, isDerived: confidence == .derived) })
  }

  mutating func date(_ name: String, _ date: PartialDate?) { add(name, date.map(FieldValue.date)) }

  mutating func date(_ name: String, _ date: CivilDate?) { add(name, date.map { .date(.day($0)) }) }

  mutating func confidence(_ name: String, _ confidence: Confidence?) {
    add(name, confidence.map(FieldValue.confidence))
  }

  mutating func flag(_ name: String, _ flag: Bool) { add(name, .flag(flag)) }

  /// Texts that have nothing but themselves to be known by.
  mutating func texts(_ name: String, _ texts: [String]) {
    for text in texts { self.text(name, text, at: [name, text]) }
  }

  mutating func records(_ name: String, _ ids: [String], of part: [FieldValue] = [], at path: [String] = []) {
    for id in ids { add(name, .record(id), of: part, at: path + [name, id], isDetail: !path.isEmpty) }
  }

  mutating func facts(_ name: String, _ facts: [LabelledFact]) {
    for fact in facts {
      let path = [name, fact.label]
      text(name, fact.text, of: [.text(fact.label)], at: path)
      source(fact.source, of: [.text(fact.label)], at: path)
    }
  }

  mutating func source(_ source: Source?, of part: [FieldValue] = [], at path: [String] = [], _ name: String = "source")
  {
    guard let source else { return }
    if !source.addresses.isEmpty {
      text(name, source.addresses.joined(separator: " "), of: part, at: path + [name], isDetail: !path.isEmpty)
    }
    if source.confidence != .stated {
      add(
        name, .confidence(source.confidence), of: part, at: path + [name, "confidence"], isDetail: !path.isEmpty)
    }
  }
}
