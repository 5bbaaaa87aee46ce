/// Characters that NFKC keeps apart and Japanese readers take for one.
enum CharacterVariants {
  static let table: [Unicode.Scalar: Unicode.Scalar] = [
    "髙": "高", "﨑": "崎",
  ]
}
