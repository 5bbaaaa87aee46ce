import GRDB
import StrategyModel

/// A draft without its changes.
struct RevisionHeader {
  var effective: CivilDate
  var recorded: String?
  var author: String
  var title: String
  var note: String?
  var sourceFile: SourceFile?

  /// The revision that it becomes, without the hashes that follow from the content.
  func revision(after head: Int, _ db: Database) throws -> Revision {
    for text in [author, title, note ?? "", sourceFile?.name ?? ""] where text.utf8.contains(0) {
      throw StoreError.invalid("改訂の題名や著者にNUL文字は使えません")
    }
    let parent = try LedgerRows.revision(head, db)
    if let parent, effective < parent.effective {
      throw StoreError.effectiveBeforeParent(date: effective.iso, parent: parent.effective.iso)
    }
    return Revision(
      number: head + 1, effective: effective, recorded: recorded ?? Clock.now(), author: author, title: title,
      note: note, sourceFile: sourceFile, contentHash: RevisionHash.none,
      parentHash: parent?.hash ?? RevisionHash.none, hash: RevisionHash.none)
  }
}

extension RevisionHeader {
  init(_ draft: RevisionDraft) {
    self.init(
      effective: draft.effective, recorded: draft.recorded, author: draft.author, title: draft.title,
      note: draft.note, sourceFile: draft.sourceFile)
  }
}

extension Revision {
  /// What the ledger's next revision takes over of one that a bundle brings.
  var header: RevisionHeader {
    RevisionHeader(
      effective: effective, recorded: recorded, author: author, title: title, note: note, sourceFile: sourceFile)
  }

  mutating func take(contentHash hash: String) {
    contentHash = hash
    self.hash = RevisionHash.hash(of: self)
  }
}
