/// Breaks text into lines that fit a width.
enum LineWrapper {
  /// The lines of a text, broken at its spaces; a word wider than a line is broken inside.
  ///
  /// - Parameters:
  ///   - text: Text on one line, as ``VisibleText/oneLine(_:)`` gives it.
  ///   - width: The columns of a line; at least 10 are used.
  /// - Complexity: O(*n*).
  static func lines(_ text: String, width: Int) -> [String] {
    let width = max(10, width)
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in text.unicodeScalars.split(whereSeparator: VisibleText.isBreakingSpace) {
      let wordWidth = word.reduce(0) { $0 + DisplayWidth.of($1) }
      if !line.isEmpty {
        if lineWidth + 1 + wordWidth <= width {
          line += " "
          lineWidth += 1
        } else {
          lines.append(line)
          line = ""
          lineWidth = 0
        }
      }
      if wordWidth <= width {
        line += String(String.UnicodeScalarView(word))
        lineWidth += wordWidth
        continue
      }
      for scalar in word {
        let scalarWidth = DisplayWidth.of(scalar)
        if lineWidth + scalarWidth > width {
          lines.append(line)
          line = ""
          lineWidth = 0
        }
        line.unicodeScalars.append(scalar)
        lineWidth += scalarWidth
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
