import Foundation

/// How much of a harness is run: the small form by default, all that is promised with `HONBU_FULL_TESTS=1`.
///
/// `HONBU_PROGRAM` names another build of the program, since the full form is meant for a release build.
enum Extent {
  static let isFull = ProcessInfo.processInfo.environment["HONBU_FULL_TESTS"] == "1"

  static func of<Value>(full: Value, small: Value) -> Value { isFull ? full : small }
}
