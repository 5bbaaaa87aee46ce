import Foundation
import TextUI

/// What the eye makes of colours, as the standards reckon it.
enum ColourVision {
  /// Contrast of two colours, from 1 to 21 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
  static func contrast(_ one: RGB, _ other: RGB) -> Double {
    let (first, second) = (luminance(linear(one)), luminance(linear(other)))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  enum Deficiency: CaseIterable {
    case none, deuteranopia, tritanopia

    /// Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
    fileprivate var matrix: [[Double]] {
      switch self {
      case .none: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
      case .tritanopia:
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
      }
    }
  }

  /// Distance of two colours in CIE Lab (1976), as somebody with a deficiency sees them; about 2 is just seen.
  static func distance(_ one: RGB, _ other: RGB, seenWith deficiency: Deficiency) -> Double {
    let pairs = zip(lab(seen(one, deficiency)), lab(seen(other, deficiency)))
    return pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private static func seen(_ colour: RGB, _ deficiency: Deficiency) -> [Double] {
    let linear = linear(colour)
    return deficiency.matrix.map { row in min(1, max(0, zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 })) }
  }

  private static func linear(_ colour: RGB) -> [Double] {
    [colour.red, colour.green, colour.blue].map { part in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  private static func luminance(_ linear: [Double]) -> Double {
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  private static func lab(_ linear: [Double]) -> [Double] {
    let (red, green, blue) = (linear[0], linear[1], linear[2])
    let values = [
      (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505, luminance(linear),
      (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    ].map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16 / 116 }
    return [116 * values[1] - 16, 500 * (values[0] - values[1]), 200 * (values[1] - values[2])]
  }
}
