/// Counts words as an editor does: what stands between white space, dashes and ellipses, if it
/// holds a letter or a digit. `don’t` and `well-known` are one word each.
enum WordCount {
  /// The number of words in UTF-8 text.
  ///
  /// - Complexity: O(*n*).
  static func count(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      var isInWord = false
      var previous: Unicode.Scalar = " "
      func read(_ scalar: Unicode.Scalar) {
        if separates(scalar, after: previous) {
          isInWord = false
        } else if !isInWord, isWordCharacter(scalar) {
          isInWord = true
          count += 1
        }
        previous = scalar
      }
      var index = 0
      while index < bytes.count {
        if bytes[index] < 0x80 {
          read(Unicode.Scalar(bytes[index]))
          index += 1
        } else {
          // Up to the next byte of ASCII, whatever stands there.
          let start = index
          while index < bytes.count, bytes[index] >= 0x80 { index += 1 }
          let text = String(decoding: bytes[start..<index], as: UTF8.self)
          for scalar in text.unicodeScalars { read(scalar) }
        }
      }
      return count
    }
  }

  private static func separates(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2013...0x2015, 0x2026: true
    // Two hyphens are a typewriter's dash, two full stops the beginning of an ellipsis.
    case 0x2D, 0x2E: scalar == previous
    case 0..<0x80: VisibleText.isBreakingSpace(scalar)
    default: scalar.properties.isWhitespace
    }
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
