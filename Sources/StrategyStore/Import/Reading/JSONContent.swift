/// What a JSON file holds, found in one pass that keeps little of it: a record is read again when its turn comes.
enum JSONContent {
  case bundle(BundlePlaces)
  case rows(JSONRows)
  /// A bundle of another program or kind, named at this byte.
  case otherBundle(at: Int)
  /// No list, at this byte.
  case nothing(at: Int)

  /// - Parameter kind: picks one of several lists by its key.
  static func of(_ text: DecodedText, kind: ImportKind?) throws(FormFault) -> JSONContent {
    var reader = JSONReading(text)
    var lines = JSONRows(text)
    var first: TopValue?
    var count = 0
    while let value = try reader.nextLine({ reader throws(FormFault) in try TopValue(&reader, text) }) {
      count += 1
      // More than one value: each of them is a row.
      try lines.add(at: value.offset, value.keys)
      if count == 1 { first = value }
      lines.letGo(before: reader.index)
    }
    guard let first else { return .nothing(at: 0) }
    return count == 1 ? first.content(kind, alone: lines) : .rows(lines)
  }
}

/// A value of the outermost level: of its lists the places of the elements are known, and its plain values.
private struct TopValue {
  var offset: Int
  /// `nil` for what is no object.
  var keys: [String]?
  /// The array itself, or the arrays of an object by their keys.
  var lists: [(key: String?, rows: JSONRows)] = []
  private var bundle: JSONNode?
  private var schema: JSONNode?
  private var revisions: [UInt32]?

  init(_ reader: inout JSONReading, _ text: DecodedText) throws(FormFault) {
    let isArray = reader.nextByte() == UInt8(ascii: "[")
    offset = reader.index
    guard isArray || reader.nextByte() == UInt8(ascii: "{") else {
      _ = try reader.record()
      return
    }
    if isArray {
      lists = [(nil, try TopValue.list(&reader, text))]
      return
    }
    var keys: [String] = []
    try reader.eachMember { reader, key, _ throws(FormFault) in
      keys.append(key)
      guard reader.nextByte() == UInt8(ascii: "[") else {
        let node = try reader.record()
        if key == "bundle" { bundle = node }
        if key == "schema" { schema = node }
        return
      }
      if key == BundlePlaces.listKey {
        revisions = try BundlePlaces.revisions(&reader, text)
      } else {
        lists.append((key, try TopValue.list(&reader, text)))
      }
    }
    self.keys = keys
  }

  private static func list(_ reader: inout JSONReading, _ text: DecodedText) throws(FormFault) -> JSONRows {
    var rows = JSONRows(text)
    try reader.eachElement { reader throws(FormFault) in
      let node = try reader.record()
      var keys: [String]?
      if case .object(let members) = node.value { keys = members.map(\.key) }
      try rows.add(at: node.range.lowerBound, keys)
      rows.letGo(before: reader.index)
    }
    return rows
  }

  /// - Parameter lines: this value as the only row.
  func content(_ kind: ImportKind?, alone lines: JSONRows) -> JSONContent {
    if let bundle {
      return bundle.string == BundleReading.name && (kind == nil || kind == .bundle)
        ? .bundle(BundlePlaces(offset: offset, schema: schema, revisions: revisions))
        : .otherBundle(at: bundle.range.lowerBound)
    }
    guard let keys else { return lists.first.map { .rows($0.rows) } ?? .nothing(at: offset) }
    let tables = lists.filter(\.rows.beginsWithObject)
    if tables.count == 1 { return .rows(tables[0].rows) }
    if let kind, let list = lists.first(where: { $0.key == kind.rawValue }) { return .rows(list.rows) }
    // One line of JSON Lines is an object without lists of objects.
    let isRow = tables.isEmpty && keys.contains { ["id", "item", "番号", "取組"].contains($0) }
    return isRow ? .rows(lines) : .nothing(at: offset)
  }
}

/// Where the parts of a bundle begin.
struct BundlePlaces {
  static let listKey = "revisions"
  static let changesKey = "changes"

  var offset: Int
  var schema: JSONNode?
  /// `nil` without a list of them.
  var revisions: [UInt32]?

  /// Goes through the list of revisions, whose changes may be many.
  static func revisions(_ reader: inout JSONReading, _ text: DecodedText) throws(FormFault) -> [UInt32] {
    var places: [UInt32] = []
    var rows = JSONRows(text)
    try reader.eachElement { reader throws(FormFault) in
      let isObject = reader.nextByte() == UInt8(ascii: "{")
      places.append(UInt32(reader.index))
      guard isObject else {
        _ = try reader.record()
        return
      }
      try reader.eachMember { reader, key, _ throws(FormFault) in
        guard key == changesKey, reader.nextByte() == UInt8(ascii: "[") else {
          _ = try reader.record()
          return
        }
        try reader.eachElement { reader throws(FormFault) in
          _ = try reader.record()
          rows.letGo(before: reader.index)
        }
      }
    }
    return places
  }
}
