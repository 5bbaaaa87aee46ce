import Foundation
import GRDB
import StrategyModel
import Testing

@testable import StrategyStore

/// A folder that goes with the test.
final class Scratch {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "honbu-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    // Tests take rights away.
    chmod(folder, 0o700)
    do { try FileManager.default.removeItem(atPath: folder) } catch { print("left behind: \(folder)") }
  }

  var store: String { folder + "/honbu.sqlite" }

  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }

  func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: store)) }

  /// Changes the store as another program might.
  func tamper(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: store, configuration: configuration)
    try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
    try queue.close()
  }
}

let today = civil("2021-03-17")

func civil(_ text: String) -> CivilDate {
  guard let date = CivilDate(iso: text) else { preconditionFailure("\(text) is no day") }
  return date
}

func draft(_ date: String, _ changes: [RecordChange], title: String = "改訂") -> RevisionDraft {
  RevisionDraft(
    effective: civil(date), recorded: "\(date)T09:00:00Z", author: "試験", title: title, changes: changes)
}

func item(_ id: String, _ title: String? = nil, _ change: (inout ActionItem) -> Void = { _ in }) -> RecordChange {
  var item = ActionItem(id: id, title: title ?? "取組\(id)")
  change(&item)
  return .put(.item(item))
}

func items(_ numbers: Range<Int>, suffix: String = "") -> [RecordChange] {
  numbers.map { item("i\($0)", "取組i\($0)\(suffix)") }
}

/// The error that `body` throws, for comparing with its wording.
func storeError<Value>(_ body: () throws -> Value) -> StoreError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? StoreError
  }
}

/// Everything that a reader can be asked as of a revision.
func everything(_ reader: StoreReader, asOf number: Int) throws -> [Answer.Content] {
  let queries = ItemSort.allCases.flatMap { sort in
    [
      ItemQuery(sort: sort), ItemQuery(sort: sort, isDescending: true),
      ItemQuery(filter: "一|pillar:柱1", sort: sort, grouping: .pillar),
    ]
  }
  var topics: [Topic] = [.overview, .frameworks, .meetings, .updates, .library, .touched(since: number - 1)]
  for first in 0..<number { topics.append(.difference(DifferenceQuery(from: first, to: number, count: 100))) }
  topics += queries.map { .items($0, ItemSpan(count: 100)) }
  for kind in RecordKind.allCases {
    topics += try reader.records(of: kind, asOf: number).map { .dossier($0.key) }
  }
  return try topics.map { try reader.answer(Question($0, revision: number, today: today)).content }
}
