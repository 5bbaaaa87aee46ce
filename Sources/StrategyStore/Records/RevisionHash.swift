import Crypto
import StrategyModel

/// The hashes by which a ledger proves what it holds and in which order, chained as git chains commits.
///
/// Content: SHA-256 over one line for each change, in key order (rank of the kind, then the id's bytes):
/// `kind TAB id TAB canonical JSON LF`, or `kind TAB id TAB retired LF`. Every id occurs once in a revision.
///
/// Revision: SHA-256 over these lines, each ended by LF. In texts `\` stands as `\\` and a line feed as `\n`; the lines
/// of a source file and a note are left out when there is none.
/// ```
/// honbu revision
/// number 7
/// parent <64 hex digits; zeros for the first>
/// content <64 hex digits>
/// effective 2021-03-17
/// recorded 2021-03-17T00:00:00Z
/// author …
/// title …
/// source <SHA-256> <name>
/// note …
/// ```
enum RevisionHash {
  static let none = String(repeating: "0", count: 64)

  struct Content {
    private var hash = SHA256()

    mutating func add(_ kind: String, _ id: String, _ body: String?) {
      hash.update(data: Array("\(kind)\t\(id)\t\(body ?? "retired")\n".utf8))
    }

    mutating func add(_ kind: String, _ id: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer) {
      hash.update(data: Array("\(kind)\t".utf8))
      hash.update(bufferPointer: id)
      hash.update(data: [UInt8(ascii: "\t")])
      hash.update(bufferPointer: body)
      hash.update(data: [UInt8(ascii: "\n")])
    }

    /// - Parameter image: `nil` for a record that is retired.
    mutating func add(_ keys: KeyTable, _ ordinal: Int, _ image: RowImage?) {
      let kind = keys.kind(ordinal).rawValue
      if let image { add(kind, image.id, image.body) } else { add(kind, keys.key(ordinal).id, nil) }
    }

    func hex() -> String { hash.finalize().hexDigits }
  }

  static func hash(of revision: Revision) -> String {
    var lines = [
      "honbu revision", "number \(revision.number)", "parent \(revision.parentHash)",
      "content \(revision.contentHash)", "effective \(revision.effective.iso)", "recorded \(revision.recorded)",
      "author \(escaped(revision.author))", "title \(escaped(revision.title))",
    ]
    if let source = revision.sourceFile { lines.append("source \(source.sha256) \(escaped(source.name))") }
    if let note = revision.note { lines.append("note \(escaped(note))") }
    let text = lines.map { $0 + "\n" }.joined()
    return SHA256.hash(data: Array(text.utf8)).hexDigits
  }

  private static func escaped(_ text: String) -> String {
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): escaped += [byte, byte]
      case UInt8(ascii: "\n"): escaped += Array("\\n".utf8)
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
