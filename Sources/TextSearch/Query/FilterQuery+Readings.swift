extension FilterQuery {
  /// Letters from which on a word is taken for a reading without being asked: fewer would hit nearly everything.
  private static let fewestLetters = 2

  /// The same filter with every Latin word also as a reading.
  ///
  /// An excluded word stays as it is. What was asked for as a reading finds the dictionary's words too.
  ///
  /// - Returns: `nil` when no word can be a reading.
  public func withReadings(_ dictionary: MigemoDictionary?) -> FilterQuery? {
    var hasReadings = false
    let read = clauses.map { clause in
      Clause(
        clause.terms.map { term in
          let needle: Needle? =
            switch term.test {
            case .text(let needle): term.isNegated ? nil : needle
            case .reading(let test): dictionary == nil ? nil : test.needle
            default: nil
            }
          guard let needle, let test = ReadingTest(needle.shown, dictionary: dictionary),
            test.reading.kana.letterCount >= FilterQuery.fewestLetters
          else { return term }
          hasReadings = true
          return FilterTerm(.reading(test))
        })
    }
    return hasReadings ? FilterQuery(self, clauses: read) : nil
  }

  /// The clauses that ask for words alone, which decide whether the letters themselves stand anywhere.
  public var wordsAlone: FilterQuery {
    FilterQuery(
      self,
      clauses: clauses.filter { clause in
        clause.terms.allSatisfy { term in
          if case .text = term.test { !term.isNegated } else { false }
        }
      })
  }

  /// The filter's text with a `~` before each word that may be a reading, so that it says so by itself.
  public static func askingForReadings(_ text: String) -> String {
    var asked = ""
    var word = ""
    func take() {
      let isReading = ReadingTest(word).map { $0.reading.kana.letterCount >= fewestLetters } ?? false
      asked += isReading ? "~" + word : word
      word = ""
    }
    for character in text {
      if character.isWhitespace || character == "|" || character == "｜" {
        take()
        asked.append(character)
      } else {
        word.append(character)
      }
    }
    take()
    return asked
  }
}
