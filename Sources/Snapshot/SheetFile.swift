/// A snapshot's file, and the one beside it where its format has no room for a proof.
public enum SheetFile {
  /// Of the file beside: `actions.csv.proof.txt`.
  public static let suffix = ".proof.txt"

  /// - Parameter protecting: files that must not be overwritten under any name: the store.
  public static func write(_ snapshot: ViewSnapshot, to target: OutputTarget, protecting: [String]) throws {
    var outcome = ViewSnapshot.Outcome()
    try WholeFile.write(to: target, protecting: protecting) { outcome = try snapshot.write($0) }
    guard let proof = outcome.proofBeside else { return }
    try WholeFile.write(to: target.beside(suffix), protecting: protecting) { try $0(proof) }
  }
}
