import Foundation
import StrategyModel

import enum StrategyModel.Record

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
