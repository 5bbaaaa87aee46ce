import StrategyModel
import Yams

import enum StrategyModel.Record

/// What somebody wrote as a record: either the record, or what is wrong with it.
struct CorrectionReading {
  struct Fault: Hashable {
    /// From 1.
    var line: Int
    var words: String
  }

  private(set) var record: Record?
  /// Of the revision, as far as they are written.
  private(set) var revision: [CorrectionText.RevisionField: String] = [:]
  /// The day from which the revision counts; `nil` where none is written.
  private(set) var effective: CivilDate?
  private(set) var faults: [Fault] = []
  private var root: Node?

  /// - Parameters:
  ///   - text: free of marks.
  ///   - fixedID: the id of the record that is corrected; `nil` for a new one.
  init(_ text: String, kind: RecordKind, fixedID: String?) {
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      faults = [Self.fault(error)]
      return
    }
    guard case .mapping(let mapping)? = root else {
      faults = [Fault(line: root?.mark?.line ?? 1, words: "「項目: 値」の形で書いてください")]
      return
    }
    var fields = Node.mapping(mapping)
    takeRevision(from: &fields)
    FieldForm.restore(&fields)
    let decoded = decode(fields, kind)
    guard let record else { return }
    if let fixedID, record.key.id != fixedID {
      add(["id"], "番号は変えられません（\(fixedID) のままにしてください）")
    }
    if let tree = try? FieldTree(record) { addUnknown(in: decoded, tree, []) }
    for word in ["id", "title", "name"] where record.key.id.isEmpty || mapping[Node(word)]?.string == "" {
      if word != "id" || record.key.id.isEmpty { add([word], "空にはできません") }
    }
    if !faults.isEmpty { self.record = nil }
  }

  /// Where a value stands.
  func lines(naming value: String) -> [Int] {
    guard let root else { return [] }
    return Self.lines(naming: value, in: root)
  }

  private static func lines(naming value: String, in node: Node) -> [Int] {
    switch node {
    case .scalar(let scalar): scalar.string == value ? [scalar.mark?.line ?? 1] : []
    case .mapping(let mapping): mapping.flatMap { lines(naming: value, in: $0.value) }
    case .sequence(let sequence): sequence.flatMap { lines(naming: value, in: $0) }
    case .alias: []
    }
  }

  private mutating func add(_ path: FieldTree.Path, _ words: String) {
    let fault = Fault(line: root?.line(path) ?? 1, words: words)
    if !faults.contains(fault) { faults.append(fault) }
  }

  private mutating func takeRevision(from fields: inout Node) {
    for field in CorrectionText.RevisionField.allCases {
      guard let value = fields[field.rawValue] else { continue }
      fields.set(nil, at: [field.rawValue])
      guard let text = value.scalar?.string else {
        add([field.rawValue], "一行で書いてください")
        continue
      }
      guard !text.isEmpty, value.null == nil else { continue }
      if field == .date {
        effective = DateReading.date(text)
        if effective == nil { add([field.rawValue], "「\(text)」は日付ではありません（例 令和8年8月6日）") }
      } else {
        revision[field] = text
      }
    }
  }

  /// Tries again with what goes without saying put in, and without what is wrong, until all faults are told.
  ///
  /// - Returns: the fields as they were read in the end.
  private mutating func decode(_ fields: Node, _ kind: RecordKind) -> Node {
    var fields = fields
    var seen: Set<FieldTree.Path> = []
    while true {
      do {
        record = try YAMLDecoder().decode(KindRecord.self, from: fields, userInfo: [KindRecord.kind: kind]).record
        return fields
      } catch DecodingError.keyNotFound(let key, let context) {
        let path = context.codingPath.path + [key.stringValue]
        guard seen.insert(path).inserted else { return fields }
        guard let value = ordinary(path, in: fields) else {
          // What was wrong there is told already.
          if !seen.contains(path + ["="]) {
            add(Array(path.dropLast()), "「\(key.stringValue)」（\(FieldForm.label(key.stringValue))）が要ります")
          }
          return fields
        }
        fields.set(value, at: path)
      } catch let error as DecodingError {
        guard let (path, words) = error.pathAndWords, !path.isEmpty else {
          add([], "この記録は読めません")
          return fields
        }
        guard seen.insert(path + ["="]).inserted else { return fields }
        if let name = path.last, fields.value(at: path)?.null != nil, FieldForm.ordinary(name) != nil {
          // Written, but empty.
          fields.set(nil, at: path)
          continue
        }
        add(path, words)
        fields.set(nil, at: path)
      } catch {
        faults.append(Self.fault(error))
        return fields
      }
    }
  }

  /// What a field is when it is not written; ids of parts are numbered on.
  private func ordinary(_ path: FieldTree.Path, in fields: Node) -> Node? {
    guard let name = path.last else { return nil }
    if name == "id", path.count >= 3 { return FieldForm.freeID(for: path, in: fields).map { Node($0) } }
    return FieldForm.ordinary(name).map(\.plainNode)
  }

  private mutating func addUnknown(in node: Node, _ tree: FieldTree?, _ path: FieldTree.Path) {
    switch (node, tree) {
    case (.mapping(let mapping), .fields(let known)?):
      for (key, value) in mapping {
        guard let name = key.string, value.null == nil else { continue }
        if known[name] == nil {
          add(path + [name], "「\(name)」という項目はありません（つづりを確かめてください）")
        } else {
          addUnknown(in: value, known[name], path + [name])
        }
      }
    case (.sequence(let sequence), .list(let elements)?):
      for (index, (node, element)) in zip(sequence, elements).enumerated() {
        addUnknown(in: node, element, path + ["\(index)"])
      }
    default: break
    }
  }

  private static func fault(_ error: any Error) -> Fault {
    switch error {
    case YamlError.scanner(_, _, let mark, _), YamlError.parser(_, _, let mark, _),
      YamlError.composer(_, _, let mark, _):
      Fault(line: mark.line, words: "この行の書き方を読めません（字下げ、引用符、コロンの後の空白を確かめてください）")
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      Fault(line: context.mark.line, words: "同じ項目が2度あります: \(keys.sorted().joined(separator: "、"))")
    default: Fault(line: 1, words: "文字として読めない所があります")
    }
  }
}

/// A record whose kind is known beforehand.
private struct KindRecord: Decodable {
  static let kind: CodingUserInfoKey = {
    guard let key = CodingUserInfoKey(rawValue: "kind") else { preconditionFailure("a key is any text") }
    return key
  }()

  var record: Record

  init(from decoder: any Decoder) throws {
    guard let kind = decoder.userInfo[Self.kind] as? RecordKind else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no kind"))
    }
    record = try Record(kind: kind, from: decoder)
  }
}
