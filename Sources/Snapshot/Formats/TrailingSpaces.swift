extension String {
  var withoutTrailingSpaces: String {
    guard unicodeScalars.last == " " || unicodeScalars.last == "\u{3000}" else { return self }
    var scalars = unicodeScalars
    while scalars.last == " " || scalars.last == "\u{3000}" { scalars.removeLast() }
    return String(scalars)
  }
}
