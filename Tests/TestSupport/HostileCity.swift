import Foundation
import StrategyModel
import StrategyStore

/// The fictional city with something in each text that a terminal might act upon, reorder or hide.
public enum HostileCity {
  /// Shows that a text is on the screen with what was added to it.
  public static let mark = "h4x"

  public static let sequences = [
    "\u{1B}]0;h4x\u{7}", "\u{1B}]52;c;aDR4\u{7}", "\u{1B}[?1003h", "\u{1B}[7777;7777H", "\u{1B}c",
    "\u{1B}Pqh4x\u{1B}\\",
    "\u{9B}7777m", "\u{9D}0;h4x\u{9C}", "\u{90}h4x", "\r\r\rh4x", "\r\n\r\nh4x",
    "\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}h4x", "\u{7F}h4x",
    "\u{E}h4x\u{F}", "\u{202E}h4x\u{202C}", "\u{2066}h4x\u{2069}", "\u{200B}h4x", "\u{FEFF}h4x",
    "\u{E0041}h4x\u{E007F}",
    "\u{2028}h4x\u{2029}", "\u{AD}h4x", "\u{85}h4x", "\u{1B}#8h4x", "\u{5}h4x", "\u{FFF9}h4x\u{FFFB}", "\u{200F}h4x",
    "\u{61C}h4x", "\th4x", "\u{84}h4x\u{8D}", "\u{2060}h4x", "\u{3164}h4x", "ｶﾞ葛\u{E0100}👨\u{200D}👩か\u{3099}\u{301}h4x",
  ]

  /// The same text gets the same addition wherever it stands, so that references still lead somewhere.
  public static func poisoned(_ text: String) -> String {
    let place = text.unicodeScalars.reduce(0) { ($0 &* 31 &+ Int($1.value)) & 0xFFFF }
    return text + sequences[place % sequences.count]
  }

  public static func revisions() throws -> [RevisionDraft] {
    var poisoner = Poisoner()
    return try SampleCity.revisions().map { draft in
      var draft = draft
      draft.author = poisoned(draft.author)
      draft.title = poisoned(draft.title)
      draft.note = draft.note.map(poisoned)
      draft.sourceFile = SourceFile(name: poisoned("出典.csv"), sha256: String(repeating: "0", count: 64))
      draft.changes = try draft.changes.map { change in
        switch change {
        case .put(let record): .put(try poisoner.poisoned(record))
        case .retire(let key): .retire(RecordKey(key.kind, poisoned(key.id)))
        }
      }
      return draft
    }
  }

  /// Fields that take any text, by kind and path.
  public static func texts() throws -> [String] {
    var poisoner = Poisoner()
    for draft in try SampleCity.revisions() {
      for case .put(let record) in draft.changes { _ = try poisoner.poisoned(record) }
    }
    return poisoner.isFree.filter(\.value).keys.sorted()
  }
}

/// Adds to every text of a record in which any text may stand.
private struct Poisoner {
  /// By trying: a date or a code with an addition cannot be read any more.
  var isFree: [String: Bool] = [:]

  mutating func poisoned(_ record: Record) throws -> Record {
    let fields = try JSONSerialization.jsonObject(with: JSONEncoder().encode(record))
    let changed = poisoned(fields, path: [], in: fields, kind: record.key.kind.rawValue)
    return try JSONDecoder().decode(Record.self, from: JSONSerialization.data(withJSONObject: changed))
  }

  private mutating func poisoned(_ value: Any, path: [Step], in whole: Any, kind: String) -> Any {
    if let object = value as? [String: Any] {
      return Dictionary(
        uniqueKeysWithValues: object.map { ($0, poisoned($1, path: path + [.key($0)], in: whole, kind: kind)) })
    }
    if let list = value as? [Any] {
      return list.enumerated().map { poisoned($1, path: path + [.place($0)], in: whole, kind: kind) }
    }
    guard let text = value as? String else { return value }
    let name = kind + path.map(\.name).joined()
    if isFree[name] == nil { isFree[name] = Self.takesAnyText(path, text, in: whole) }
    return isFree[name] == true ? HostileCity.poisoned(text) : text
  }

  private static func takesAnyText(_ path: [Step], _ text: String, in whole: Any) -> Bool {
    let changed = replaced(whole, path[...], HostileCity.poisoned(text))
    guard let data = try? JSONSerialization.data(withJSONObject: changed) else { return false }
    return (try? JSONDecoder().decode(Record.self, from: data)) != nil
  }

  private static func replaced(_ value: Any, _ path: ArraySlice<Step>, _ text: String) -> Any {
    switch path.first {
    case nil: return text
    case .key(let key):
      guard var object = value as? [String: Any], let inner = object[key] else { return value }
      object[key] = replaced(inner, path.dropFirst(), text)
      return object
    case .place(let place):
      guard var list = value as? [Any] else { return value }
      list[place] = replaced(list[place], path.dropFirst(), text)
      return list
    }
  }

  private enum Step {
    case key(String)
    case place(Int)

    /// Places of a list are alike.
    var name: String {
      switch self {
      case .key(let key): "." + key
      case .place: "[]"
      }
    }
  }
}
