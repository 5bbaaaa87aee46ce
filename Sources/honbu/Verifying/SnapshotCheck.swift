import Dashboard
import Glibc
import Snapshot
import StrategyModel
import StrategyStore

/// One file against what its own command gives today.
struct SnapshotCheck {
  struct Finding {
    var isSame: Bool
    var request: SnapshotRequest
    /// The revision that the snapshot is of, as the caller's store has it.
    var revision: Revision?
    /// The layout that the file was written with, if it is not ours: then its records are compared.
    var otherLayout: Int??
    /// The file was changed after it was written.
    var isAltered: Bool
    /// The records are those of the day on which it was written.
    var hasSameRecords: Bool
    var differences: [LineDifference] = []
  }

  let path: String
  let stores: VerifyStores

  func finding() throws -> Finding {
    let files = try SnapshotFiles(path: path)
    let request = try PinnedCommand(files.seal.command).request()
    guard (request.format == .csv) == (files.sheet != nil) else { throw CommandFailure.noSnapshot }
    let store = try stores.store(isSample: !request.storeOptions.isEmpty)
    let writer = try request.writer(store)
    var text = ""
    let outcome: ViewSnapshot.Outcome
    if let meeting = request.meeting {
      outcome = try HandoutWriter(meeting, request, store).write { text += $0 }
    } else if let argument = request.argument {
      let place = try argument.place(in: store.background, asOf: writer.revision, filter: request.choices.filter)
      outcome = try writer.snapshot(of: place).write { text += $0 }
    } else {
      throw CommandFailure.noSnapshot
    }
    var finding = Finding(
      isSame: false, request: request, revision: try revision(writer.revision, store),
      otherLayout: files.seal.isOfThisLayout ? nil : .some(files.seal.layout), isAltered: !files.isIntact,
      hasSameRecords: files.seal.recordsDigest == outcome.recordsDigest)
    if finding.otherLayout != nil {
      finding.isSame = finding.hasSameRecords && !finding.isAltered
      return finding
    }
    if let sheet = files.sheet {
      finding.differences = LineDifference.of(sheet, text) + LineDifference.of(files.text, outcome.proofBeside ?? "")
    } else {
      finding.differences = LineDifference.of(files.text, text)
    }
    finding.isSame = finding.differences.isEmpty
    return finding
  }

  private func revision(_ number: Int?, _ store: OpenedStore) throws -> Revision? {
    try number.map { try store.background.revision(at: .revision($0)) }
  }
}

/// The text of a snapshot, and of a CSV the file beside it.
private struct SnapshotFiles {
  /// What carries the proof.
  let text: String
  /// The CSV that the proof belongs to.
  let sheet: String?
  let seal: SnapshotSeal

  /// Either of the two files of a CSV may be named.
  init(path: String) throws {
    let own = try SnapshotFiles.read(path)
    if path.hasSuffix(SheetFile.suffix) {
      (text, sheet) = (own, try SnapshotFiles.read(String(path.dropLast(SheetFile.suffix.count))))
    } else if own.hasPrefix("\u{FEFF}") || path.hasSuffix(".csv") {
      do {
        (text, sheet) = (try SnapshotFiles.read(path + SheetFile.suffix), own)
      } catch CommandFailure.unreadableFile(let proof, ENOENT) {
        throw CommandFailure.noProofBeside(proof)
      }
    } else {
      (text, sheet) = (own, nil)
    }
    guard let seal = SnapshotSeal(of: text) else { throw CommandFailure.noSnapshot }
    self.seal = seal
  }

  /// Whether the file still has the lines that its digest was made of.
  var isIntact: Bool {
    guard let sheet else { return seal.isBodyIntact }
    var digest = SnapshotDigest()
    digest.add(bytes: sheet)
    return digest.hex == seal.bodyDigest && (seal.isBodyIntact || !seal.hasOwnDigest)
  }

  private static let limit = 512 << 20

  private static func read(_ path: String) throws -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw CommandFailure.unreadableFile(path, errno: errno) }
    defer { close(descriptor) }
    var found = stat()
    guard fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG, found.st_size <= limit else {
      throw CommandFailure.noSnapshot
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw CommandFailure.unreadableFile(path, errno: errno)
      }
      bytes += buffer[..<count]
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw CommandFailure.noSnapshot }
    return text
  }
}

/// A line in which a file is not what its command gives.
struct LineDifference: Equatable {
  /// From 1.
  var number: Int
  /// `nil` where the file has ended.
  var file: String?
  /// `nil` where what the command gives has ended.
  var made: String?

  /// Bytes are compared: two strings that Swift calls equal may be written in other bytes.
  static func of(_ file: String, _ made: String) -> [LineDifference] {
    guard !file.utf8.elementsEqual(made.utf8) else { return [] }
    let (left, right) = (lines(file), lines(made))
    var differences: [LineDifference] = []
    for place in 0..<max(left.count, right.count) {
      let pair = (left.indices.contains(place) ? left[place] : nil, right.indices.contains(place) ? right[place] : nil)
      if let one = pair.0, let other = pair.1, one.utf8.elementsEqual(other.utf8) { continue }
      differences.append(
        LineDifference(number: place + 1, file: pair.0.map(String.init), made: pair.1.map(String.init)))
    }
    return differences
  }

  private static func lines(_ text: String) -> [Substring.SubSequence] {
    // Cut at the byte: `"\r\n"` is one Character.
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Substring($0) }
  }
}
