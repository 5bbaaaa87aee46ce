/// What proves later that a snapshot still holds: the command that makes it again, and the digest of its records.
///
/// The digest of the lines above stands in a line of its own, the last that can differ.
struct SnapshotProof {
  /// How views are laid out. It rises with every change of the program after which the same command on the same store
  /// gives other bytes; a file of another number is verified by its records.
  static let layout = 3

  var command: String
  var records: String

  static let commandLabel = "再作成"
  static let layoutLabel = "様式"
  static let recordsLabel = "記録 SHA-256"
  static let bodyLabel = "本文 SHA-256"
  /// In the file beside a CSV, whose lines are not those of the body.
  static let proofLabel = "証明 SHA-256"

  /// The lines of the proof above the digest of the lines above, each as a label and a value.
  var entries: [(label: String, value: String)] {
    [(Self.commandLabel, command), (Self.layoutLabel, String(Self.layout)), (Self.recordsLabel, records)]
  }
}
