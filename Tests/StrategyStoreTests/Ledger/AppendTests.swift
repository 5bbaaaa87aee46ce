import StrategyModel
import Testing

@testable import StrategyStore

@Suite("Appending revisions")
struct AppendTests {
  @Test("What changes nothing adds no revision")
  func unchanged() throws {
    let (ledger, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", items(0..<3))])
    let again = draft("2020-02-01", items(0..<3) + [.retire(RecordKey(.item, "unknown"))])
    #expect(try ledger.append(again, today: today) == .unchanged)
    #expect(try reader.head() == 1)
  }

  @Test("Only what changes is written, and the preview said so before")
  func previewEqualsResult() throws {
    let (ledger, reader) = try Ledger.inMemory(revisions: [draft("2020-01-01", items(0..<4))])
    let changes = [item("i0"), item("i1", "別の題"), item("new"), .retire(RecordKey(.item, "i2"))]
    let preview = try ledger.preview(changes)
    #expect(preview.head == 1)
    #expect(preview[.unchanged] == [RecordKey(.item, "i0")])
    #expect(preview[.changed] == [RecordKey(.item, "i1")])
    #expect(preview[.new] == [RecordKey(.item, "new")])
    #expect(preview[.retired] == [RecordKey(.item, "i2")])
    #expect(preview.count(.item, .new) == 1 && !preview.changesNothing)
    guard case .appended(let revision) = try ledger.append(draft("2020-02-01", changes), today: today) else {
      Issue.record("nothing was appended")
      return
    }
    #expect(revision.number == 2)
    #expect(try reader.changes(of: 2).map(\.key.id) == ["i1", "new", "i2"])
    #expect(try reader.records(of: .item).map(\.key.id) == ["i0", "i1", "i3", "new"])
    let told = try reader.difference(DifferenceQuery(from: 1, to: 2, count: 10), today: today)
    #expect(told.counts == [.item: [.added: 1, .changed: 1, .retired: 1]])
    #expect(told.groups.flatMap(\.records).map(\.reference.key.id) == ["i1", "new", "i2"])
    #expect(
      told.groups.first?.records.first?.fields == [
        FieldDifference("title", old: .text("取組i1"), new: .text("別の題"))
      ])
  }

  @Test("What another one wrote after the preview is taken into account", arguments: [0, 4_000])
  func previewIsOvertaken(atOnce: Int) throws {
    let scratch = try Scratch()
    let ledger = try Ledger.create(at: scratch.store, revisions: [draft("2020-01-01", items(0..<4))])
    let changes = try ChangeGathering.gathered([item("i1", "別の題"), item("new"), .retire(RecordKey(.item, "i2"))])
    #expect(try ledger.preview(changes)[.changed] == [RecordKey(.item, "i1")])
    let other = [item("i1", "別の題"), item("new", "先に来た"), .retire(RecordKey(.item, "i2"))]
    _ = try Ledger.open(path: scratch.store).append(draft("2020-02-01", other), today: today)

    let header = RevisionHeader(draft("2020-03-01", []))
    let limits = StagedImport.Limits(atOnce: atOnce)
    let result = try ledger.append(header, changes, today: today, expectedHead: nil, progress: nil, limits: limits)
    guard case .appended(let revision) = result else {
      Issue.record("nothing was appended")
      return
    }
    #expect(revision.number == 3)
    let reader = try ledger.reader()
    #expect(try reader.changes(of: 3).map(\.key.id) == ["new"])
    #expect(try LedgerCheck.faults(path: scratch.store).isEmpty)
    #expect(try ledger.append(header, changes, today: today, expectedHead: nil, progress: nil) == .unchanged)
  }

  @Test("A record that comes back keeps its place among the others")
  func comesBack() throws {
    let (_, reader) = try Ledger.inMemory(revisions: [
      draft("2020-01-01", items(0..<3)), draft("2020-02-01", [.retire(RecordKey(.item, "i0"))]),
      draft("2020-03-01", [item("i0", "戻った")]),
    ])
    #expect(try reader.records(of: .item).map(\.key.id) == ["i0", "i1", "i2"])
    guard
      case .dossier(let dossier?) = try reader.answer(Question(.dossier(RecordKey(.item, "i0")), today: today)).content
    else {
      Issue.record("no dossier")
      return
    }
    #expect(dossier.history.map(\.change) == [.added, .retired, .added])
    #expect(dossier.history.map(\.revision.number) == [3, 2, 1])
  }

  @Test("A stale edit is told, and writes nothing")
  func staleHead() throws {
    let scratch = try Scratch()
    let mine = try Ledger.create(at: scratch.store, revisions: [draft("2020-01-01", items(0..<1))])
    let theirs = try Ledger.open(path: scratch.store)
    _ = try theirs.append(draft("2020-02-01", [item("i0", "先")]), today: today, expectedHead: 1)
    let error = storeError { try mine.append(draft("2020-02-01", [item("i0", "後")]), today: today, expectedHead: 1) }
    #expect(error?.message == "ほかの人が先に書き込みました（読んだ改訂 r1、いまの改訂 r2）。内容を見直してからやり直してください")
    #expect(try mine.head?.number == 2)
    #expect(try LedgerCheck.faults(path: scratch.store).isEmpty)
  }

  @Test("Dates never go back, and never ahead of today")
  func dates() throws {
    let (ledger, _) = try Ledger.inMemory(revisions: [draft("2020-02-01", items(0..<1))])
    #expect(
      storeError { try ledger.append(draft("2020-01-31", items(1..<2)), today: today) }?.message
        == "改訂の日付 2020-01-31 は前の改訂の日付 2020-02-01 より前にできません（2020-02-01 以後の日付を指定してください）")
    #expect(
      storeError { try ledger.append(draft("2021-03-18", items(1..<2)), today: today) }?.message
        == "改訂の日付 2021-03-18 は今日 2021-03-17 より後にできません（今日までの日付を指定してください）")
    #expect(try ledger.append(draft("2021-03-17", items(1..<2)), today: today) != .unchanged)
  }

  @Test("A draft that cannot be kept is refused whole")
  func refusals() throws {
    let (ledger, reader) = try Ledger.inMemory(revisions: [draft("2020-02-01", items(0..<1))])
    let twice = storeError { try ledger.append(draft("2020-03-01", [item("a"), item("a", "b")]), today: today) }
    #expect(twice?.message == "書き込めません: 同じ番号が二度あります（item a）")
    let nul = storeError { try ledger.append(draft("2020-03-01", [item("b"), item("a", "x\0y")]), today: today) }
    #expect(nul?.message == "書き込めません: NUL文字は使えません（item a）")
    #expect(storeError { try ledger.append(draft("2020-03-01", [item("")]), today: today) }?.exitCode == 65)
    #expect(try ledger.append(draft("2020-03-01", [item("a", #"\u0000"#)]), today: today) != .unchanged)
    #expect(try reader.records(of: .item).map(\.title) == ["取組i0", #"\u0000"#])
  }

  @Test("The same drafts make the same hashes everywhere")
  func hashes() throws {
    let (ledger, _) = try Ledger.inMemory(revisions: [draft("2020-02-01", [item("i\"0/", "取組")])])
    let head = try #require(try ledger.head)
    #expect(head.contentHash == "860c46aa7215c115152fe242658e381108c718dc09f54c02a08cd7f187a81a6f")
    #expect(head.hash == "98cbd768395bd9bf648a1652b71b4bb7e28485cdbf88c1b1675e4e4261f97988")
    #expect(head.parentHash == String(repeating: "0", count: 64))
  }
}
