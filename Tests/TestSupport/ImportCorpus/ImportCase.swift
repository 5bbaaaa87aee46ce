import StrategyStore

/// One small file, and what an import into ``ImportCorpus/base`` must say of it.
public struct ImportCase: Sendable, CustomStringConvertible {
  public struct Place: Hashable, Sendable {
    /// `nil` for a fault of the whole file.
    public var line: Int?
    /// In characters, from 1.
    public var column: Int?

    public init(line: Int?, column: Int?) {
      self.line = line
      self.column = column
    }
  }

  public enum Verdict: Sendable {
    /// It comes in, and B-1 then has this title.
    case accepted(title: String?, warning: String?)
    /// Its faults stand at these places, and the first of them says this.
    case refused([Place], says: String)
  }

  public var name: String
  public var file: String
  public var bytes: [UInt8]
  public var kind: ImportKind?
  public var verdict: Verdict

  public var description: String { name }

  public var isRefused: Bool {
    if case .refused = verdict { true } else { false }
  }

  static func accepted(
    _ name: String, _ file: String, _ text: String, title: String? = nil, warning: String? = nil,
    kind: ImportKind? = nil
  ) -> ImportCase {
    accepted(name, file, bytes: Array(text.utf8), title: title, warning: warning, kind: kind)
  }

  static func accepted(
    _ name: String, _ file: String, bytes: [UInt8], title: String? = nil, warning: String? = nil,
    kind: ImportKind? = nil
  ) -> ImportCase {
    ImportCase(
      name: name, file: file, bytes: bytes, kind: kind, verdict: .accepted(title: title, warning: warning))
  }

  static func refused(
    _ name: String, _ file: String, _ text: String, _ line: Int?, _ column: Int?, _ says: String,
    kind: ImportKind? = nil
  ) -> ImportCase {
    refused(name, file, bytes: Array(text.utf8), line, column, says, kind: kind)
  }

  static func refused(
    _ name: String, _ file: String, bytes: [UInt8], _ line: Int?, _ column: Int?, _ says: String,
    kind: ImportKind? = nil
  ) -> ImportCase {
    let place = Place(line: line, column: column)
    return ImportCase(name: name, file: file, bytes: bytes, kind: kind, verdict: .refused([place], says: says))
  }
}

/// The files that an import is tried on, made here: each with its verdict and the place that a fault must name.
public enum ImportCorpus {
  /// The store that they go into, as files to import in this order.
  public static let base: [(name: String, text: String)] = [
    (
      "pillars.csv",
      "id,name,strategy,order,theme\np1,データ活用社会の実現,ICT戦略,1,データドリブン\np2,スマートシティの推進,ICT戦略,2,スマートシティ\n"
    ),
    (
      "items.csv",
      "id,title,pillar,phase,kpi,target,actual,unit,due\nA-1,窓口のオンライン化,p1,検証中,オンライン手続数,500,120,件,2022\n"
        + "A-2,がくしゅう支援,p2,,満足度,80,62,%,2022\n"
    ),
    ("meetings.csv", "id,body,number,date,items\nk-1,ICT戦略本部,1,2020-08-06,A-1\n"),
    ("updates.csv", "id,list,date,title,action,related\nu-1,更新履歴,2020-08-06,掲載しました,追加,A-1\n"),
  ]

  public static let all: [ImportCase] = encodings + otherEncodings + forms + limits + values + references + json

  public static var refused: [ImportCase] { all.filter(\.isRefused) }
}

/// Bytes written as hexadecimal digits.
func bytes(_ hex: String) -> [UInt8] {
  var bytes: [UInt8] = []
  var digits = Substring(hex.filter { $0 != " " })
  while let byte = UInt8(digits.prefix(2), radix: 16) {
    bytes.append(byte)
    digits = digits.dropFirst(2)
  }
  return bytes
}
