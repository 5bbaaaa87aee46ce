import Foundation
import StrategyModel

/// A revision as a bundle carries it: its header and all that it changed. Appended to the same parent, it comes out with
/// the same hash.
public struct BundleRevision: Hashable, Sendable {
  public let revision: Revision
  public let changes: ImportedChanges
}

/// Reads a bundle: `{"schema":1,"bundle":"honbu","revisions":[{…,"changes":[{"kind":…,"id":…,"record":{…}}]}]}`.
///
/// Every revision is hashed anew and compared with what the bundle says, so a cut or edited bundle is refused.
struct BundleReading {
  static let name = "honbu"
  static let schema = 1

  let name: String
  private(set) var revisions: [BundleRevision] = []
  /// Why no more revisions were read.
  private var failure: StoreError?

  init?(_ places: BundlePlaces, text: DecodedText, log: FaultLog) {
    name = log.file
    guard case .number("1")? = places.schema?.value else {
      log.fault(at: places.schema?.range.lowerBound ?? places.offset, ImportWording.bundleSchema)
      return nil
    }
    guard let list = places.revisions else {
      log.fault(at: places.offset, ImportWording.bundleField(BundlePlaces.listKey, ImportWording.required))
      return nil
    }
    let slices = NodeDecoding(text: text, log: log)
    var parent = RevisionHash.none
    for (index, place) in list.enumerated() {
      let place = Int(place)
      guard let hashed = slices.revision(at: place), log.total == 0 else { return nil }
      let revision = hashed.revision
      let isIntact: Bool
      do {
        isIntact = try hashed.isIntact()
      } catch {
        failure = error as? StoreError ?? .invalid("\(error)")
        return
      }
      guard revision.number == index + 1, revision.parentHash == parent, isIntact else {
        log.fault(at: place, ImportWording.bundleChain)
        return nil
      }
      parent = revision.hash
      revisions.append(hashed)
    }
  }

  /// What the bundle adds to a store with these revisions.
  ///
  /// An empty store, or one whose history the bundle continues, takes the revisions as they are; any other store
  /// takes the latest state of the records as one revision of its own.
  func content(over stored: [Revision]) -> ImportPlan.Content {
    // Told to who compares the changes with a store.
    if let failure { return .changes(ImportedChanges(ChangeSet(failure: failure))) }
    let shared = zip(stored, revisions).prefix { $0.hash == $1.revision.hash }.count
    if shared == stored.count { return .revisions(Array(revisions.dropFirst(shared))) }
    return shared == revisions.count ? .revisions([]) : .changes(ImportedChanges(latest))
  }

  private var latest: [RecordChange] {
    BundleRevision.net(revisions).filter { change in
      if case .put = change { true } else { false }
    }
  }
}

extension BundleRevision {
  /// The last word on each record: several revisions may name one often.
  static func net(_ revisions: [BundleRevision]) -> [RecordChange] {
    var keys = KeyTable()
    var net: [RecordChange] = []
    for revision in revisions {
      for change in revision.changes.written {
        let (place, isNew) = keys.insert(change.key)
        if isNew { net.append(change) } else { net[place] = change }
      }
    }
    return net
  }

  /// - Throws: when the changes do not fit into memory, and could not be kept elsewhere or not be read again.
  fileprivate func isIntact() throws -> Bool {
    if let failure = changes.prepared.failure { throw failure }
    let hash = try changes.prepared.contentHash()
    return hash == revision.contentHash && RevisionHash.hash(of: revision) == revision.hash
  }
}

/// Decodes parts of a JSON file; what does not fit is logged at its place.
private struct NodeDecoding {
  let text: DecodedText
  let log: FaultLog
  private let decoder = JSONDecoder()

  init(text: DecodedText, log: FaultLog) {
    self.text = text
    self.log = log
  }

  /// The revision that begins at a byte; one change of it at a time is a tree of values.
  func revision(at place: Int) -> BundleRevision? {
    var reader = JSONReading(text, at: place)
    guard reader.nextByte() == UInt8(ascii: "{") else {
      log.fault(at: place, ImportWording.bundleField(BundlePlaces.listKey, ImportWording.bundleType))
      return nil
    }
    var members: [JSONMember] = []
    let changes = ChangeGathering()
    do throws(FormFault) {
      try reader.eachMember { reader, key, offset throws(FormFault) in
        guard key == BundlePlaces.changesKey, reader.nextByte() == UInt8(ascii: "[") else {
          let member = JSONMember(key: key, offset: offset, node: try reader.record())
          if isBounded(member.node, key: key) { members.append(member) }
          return
        }
        try reader.eachElement { reader throws(FormFault) in
          let node = try reader.record()
          guard isBounded(node), let change = change(node) else { return }
          if change.key.id.isEmpty {
            _ = fault("id", ImportWording.required, node)
          } else if !changes.add(change) {
            log.fault(at: node.range.lowerBound, ImportWording.bundleTwice(change.key.id))
          }
        }
      }
    } catch {
      log.fault(error)
      return nil
    }
    guard log.total == 0, let revision = header(members, at: place) else { return nil }
    return BundleRevision(revision: revision, changes: ImportedChanges(changes.finish()))
  }

  /// What stands beside the changes.
  private func header(_ members: [JSONMember], at place: Int) -> Revision? {
    var object = Data("{".utf8)
    for (number, member) in members.enumerated() {
      if number > 0 { object.append(UInt8(ascii: ",")) }
      object.append(contentsOf: text.bytes[member.offset..<member.node.range.upperBound])
    }
    object.append(UInt8(ascii: "}"))
    return decode(Revision.self, object, JSONNode(value: .object(members), range: place..<place))
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ node: JSONNode) -> Value? {
    CanonicalJSON.plain(text.bytes.part(node.range)) { try Value(from: $0) }
      ?? decode(type, Data(text.bytes[node.range]), node)
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ data: Data, _ node: JSONNode) -> Value? {
    do {
      return try decoder.decode(type, from: data)
    } catch {
      fault(error, in: node)
      return nil
    }
  }

  /// Whether every number is one that can be counted with, and every fiscal year one of the calendar.
  func isBounded(_ node: JSONNode, key: String = "") -> Bool {
    switch node.value {
    case .null, .bool, .string: return true
    case .number(let text):
      if NodeDecoding.years.contains(key), !(Int(text).map(FiscalYear.known.contains) ?? false) {
        return fault(key, ImportWording.bundleYear(text), node)
      }
      guard let value = Double(text), value.magnitude <= Double(NumberReading.limit) else {
        return fault(key, ImportWording.number(text, .tooLarge), node)
      }
      return true
    case .array(let elements): return elements.map { isBounded($0, key: key) }.allSatisfy(\.self)
    case .object(let members): return members.map { isBounded($0.node, key: $0.key) }.allSatisfy(\.self)
    }
  }

  /// The fields of records that hold a ``FiscalYear``.
  private static let years: Set = ["year", "firstYear", "lastYear"]

  private func fault(_ key: String, _ reason: String, _ node: JSONNode) -> Bool {
    log.fault(at: node.range.lowerBound, ImportWording.bundleField(key, reason))
    return false
  }

  func change(_ node: JSONNode) -> RecordChange? {
    guard case .bool(true)? = node["retired"]?.value else {
      return decode(Record.self, node).map(RecordChange.put)
    }
    return decode(RecordKey.self, node).map(RecordChange.retire)
  }

  private func fault(_ error: any Error, in node: JSONNode) {
    guard let error = error as? DecodingError else {
      return log.fault(at: node.range.lowerBound, ImportWording.jsonUnexpected)
    }
    switch error {
    case .keyNotFound(let key, let context):
      log.fault(
        at: offset(context.codingPath, in: node), ImportWording.bundleField(key.stringValue, ImportWording.required))
    case .dataCorrupted(let context):
      log.fault(at: offset(context.codingPath, in: node), context.debugDescription)
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      log.fault(at: offset(context.codingPath, in: node), ImportWording.bundleField(path, ImportWording.bundleType))
    @unknown default: log.fault(at: node.range.lowerBound, ImportWording.jsonUnexpected)
    }
  }

  private func offset(_ path: [any CodingKey], in node: JSONNode) -> Int {
    var node = node
    for key in path {
      guard let next = key.intValue.flatMap({ node.elements?[safe: $0] }) ?? node[key.stringValue] else { break }
      node = next
    }
    return node.range.lowerBound
  }
}
