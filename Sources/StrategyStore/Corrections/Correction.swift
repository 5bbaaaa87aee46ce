import Foundation
import StrategyModel

import enum StrategyModel.Record

/// Records as somebody wants them, with the state of each that they had read.
public struct Correction: Sendable {
  public struct Part: Hashable, Sendable {
    public var key: RecordKey
    /// What was read; `nil` when there was no such record.
    public var base: Record?
    /// What it is to be; `nil` to retire it.
    public var wanted: Record?

    public init(_ wanted: Record, base: Record?) {
      key = wanted.key
      self.base = base
      self.wanted = wanted
    }
  }

  public var parts: [Part]
  public var effective: CivilDate
  public var author: String
  public var title: String
  public var note: String?

  public init(parts: [Part], effective: CivilDate, author: String, title: String, note: String? = nil) {
    self.parts = parts
    self.effective = effective
    self.author = author
    self.title = title
    self.note = note
  }
}

/// A record that somebody else changed while it was being corrected.
public struct CorrectionClash: Sendable {
  public var key: RecordKey
  public var base: Record?
  public var mine: Record?
  /// What stands now; `nil` when it was retired.
  public var theirs: Record?
  public var merge: FieldMerge
  /// The merge as a record; `nil` where the two together are none.
  public var proposal: Record?
  /// The revision that brought what stands now, or retired it.
  public var revision: Revision
}

public enum CorrectionResult: Sendable {
  case written(Revision)
  /// All records are so already.
  case unchanged
  /// Nothing was written.
  case clash([CorrectionClash])
}

extension FieldTree {
  /// The record's own fields, as the ledger writes them.
  public init(_ record: Record) throws {
    self = try JSONDecoder().decode(FieldTree.self, from: Data(try CanonicalJSON.body(of: record).utf8))
  }

  /// - Throws: `DecodingError` where these are not the fields of such a record.
  public func record(_ kind: RecordKind) throws -> Record {
    try CanonicalJSON.record(kind, String(decoding: try JSONEncoder().encode(self), as: UTF8.self))
  }
}
