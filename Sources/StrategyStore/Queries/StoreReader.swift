import GRDB
import StrategyModel

import enum StrategyModel.Record

/// A read-only connection. Every read is consistent, as of one revision.
public final class StoreReader: Sendable {
  public init(path: String, busy: BusyRule = .immediate) throws(StoreError) {
    throw .missing(path: path)
  }

  public func answer(_ question: Question) throws(StoreError) -> Answer {
    throw .unknownRevision(0, head: 0)
  }

  /// The revision that held at a point in time: `r7`, the last one effective by a day, or by the day of a meeting.
  public func revision(at point: PointInTime) throws(StoreError) -> Revision {
    throw .unknownRevision(0, head: 0)
  }

  /// - Parameter asOf: a revision's number; `nil` is the latest.
  public func record(_ key: RecordKey, asOf: Int? = nil) throws(StoreError) -> Record? { nil }

  /// In the order in which the records entered the store.
  public func records(of kind: RecordKind, asOf: Int? = nil) throws(StoreError) -> [Record] { [] }

  /// By kind, and in the order in which the records entered; reads in slices, so no writer waits for it.
  public func forEachRecord(
    kinds: [RecordKind] = RecordKind.allCases, asOf: Int? = nil, body: (Record) throws(StoreError) -> Void
  ) throws(StoreError) {}

  /// Oldest first.
  public func revisions() throws(StoreError) -> [Revision] { [] }

  /// What a revision put and retired: with its header a self-contained bundle.
  public func changes(of revision: Int) throws(StoreError) -> [RecordChange] { [] }

  /// The latest revision's number; 0 in a store without any.
  public func head() throws(StoreError) -> Int { 0 }

  /// SQLite's `data_version`: moves when another connection commits.
  public func dataVersion() throws(StoreError) -> Int { 0 }
}
