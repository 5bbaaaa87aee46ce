/// Scalars of the Basic Multilingual Plane, asked for one by one: a bit for each.
struct ScalarSet: Sendable {
  private var words = [UInt64](repeating: 0, count: 0x10000 / 64)

  /// The scalars of a text; those beyond the plane cannot be members.
  init(_ text: String) {
    for scalar in text.unicodeScalars {
      precondition(scalar.value < 0x10000, "a member lies in the Basic Multilingual Plane")
      words[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
    }
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x10000 && words[Int(scalar.value >> 6)] & 1 << UInt64(scalar.value & 63) != 0
  }
}
