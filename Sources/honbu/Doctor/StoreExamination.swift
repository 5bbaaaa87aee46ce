import Glibc
import Snapshot
import StrategyStore

/// The store: where it is, who may do what with it, what a killed writer left, whether it is sound.
struct StoreExamination {
  let location: StoreLocation?
  let words: DoctorWords

  func findings() -> [Finding] {
    guard let location else { return [] }
    guard let facts = StoreFacts(path: location.path) else { return [missing(location)] }
    return [file(facts)] + (facts.isRegularFile && facts.isReadable ? [journal(facts), check(facts)] : [])
  }

  private func missing(_ location: StoreLocation) -> Finding {
    let facts: [(String, JSONValue?)] = [("path", .text(location.path)), ("exists", .flag(false))]
    guard location.isDefault else {
      return Finding(.store, .fault, words.missingStore(location.path), advice: words.nameStore, facts)
    }
    return Finding(.store, .ok, words.noStoreYet(location.path), facts)
  }

  func file(_ found: StoreFacts) -> Finding {
    let facts: [(String, JSONValue?)] = [
      ("path", .text(found.path)), ("exists", .flag(true)), ("bytes", .whole(found.bytes)),
      ("mode", .text(String(found.mode, radix: 8))), ("readable", .flag(found.isReadable)),
      ("writable", .flag(found.isWritable)), ("fileSystem", .text(found.fileSystem)),
      ("wal", .flag(found.usesWAL)),
    ]
    let text = words.store(found)
    if !found.isRegularFile { return Finding(.store, .fault, words.noFile(found.path), advice: words.nameStore, facts) }
    if !found.isReadable { return Finding(.store, .fault, text, advice: words.grantReading, facts) }
    if found.isRemote, !found.isAccepted { return Finding(.store, .fault, text, advice: words.moveToDisk, facts) }
    if found.usesWAL { return Finding(.store, .fault, text, advice: words.leaveWAL(found.path), facts) }
    if found.mode & 0o002 != 0 { return Finding(.store, .remark, text, advice: words.worldWritable(found.path), facts) }
    if found.isRemote { return Finding(.store, .remark, text, advice: words.answeredFor, facts) }
    if !found.isWritable { return Finding(.store, .remark, text, advice: words.readOnlyStore, facts) }
    return Finding(.store, .ok, text, facts)
  }

  private func journal(_ found: StoreFacts) -> Finding {
    switch found.journal {
    case .none: Finding(.journal, .ok, words.noJournal, [("journal", .text("none"))])
    case .inUse: Finding(.journal, .ok, words.journalInUse, [("journal", .text("inUse"))])
    case .left:
      Finding(
        .journal, found.isWritable ? .remark : .fault, words.journalLeft,
        advice: found.isWritable ? words.openOnce : words.askWriter, [("journal", .text("left"))])
    }
  }

  private func check(_ found: StoreFacts) -> Finding {
    // To read a log SQLite makes two files beside it.
    if found.usesWAL { return Finding(.check, .remark, words.notCheckedInWAL, advice: words.thenCheck) }
    // To look would be to roll back, and that is not for somebody who only asks.
    if case .left = found.journal { return Finding(.check, .remark, words.notChecked, advice: words.thenCheck) }
    do throws(StoreError) {
      let short = try LedgerCheck.short(found)
      let facts: [(String, JSONValue?)] = [
        ("revision", .whole(short.head)), ("whole", .flag(short.isWhole)), ("faults", .whole(short.faults.count)),
      ]
      guard short.faults.isEmpty else {
        return Finding(.check, .fault, words.faults(short.faults), advice: words.restore, facts)
      }
      return Finding(.check, .ok, words.sound(short), facts)
    } catch {
      if case .busy = error { return Finding(.check, .remark, words.sentence(error), advice: words.tryLater) }
      return Finding(.check, .fault, words.sentence(error), advice: words.advice(error))
    }
  }
}
