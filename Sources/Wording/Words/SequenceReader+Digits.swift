extension SequenceReader {
  func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Appends a number in digits with what is printed in one with it: `1,250.5`, `2.6million`, `3rd`,
  /// `90s`, `60-year-old`; false when it is none of these.
  mutating func appendDigits(_ range: Range<Int>, _ traits: WordTraits) -> Bool {
    guard startsNumber(range) else { return false }
    let isNegative = buffer[range.lowerBound] == 0x2D
    let range = isNegative ? range.dropFirst() : range
    guard let (magnitude, end) = digits(range) else {
      append(buffer[range], traits.union(.number))
      return true
    }
    var value = isNegative ? -magnitude : magnitude
    let rest = end..<range.upperBound
    var number = ReadNumber(kind: .digits, value: value)
    if let fraction = fraction(rest), value > 0 {
      number.value = value / fraction
      appendNumber(number, traits)
    } else if isClockTime(range.lowerBound..<end, rest) {
      // 7.30pm is 7:30 p.m.
      let hour = buffer[range.lowerBound..<end].prefix { isDigit($0) }
      append((hour + [0x3A] + buffer[end - 2..<end])[...], traits.union(.number))
      appendLetters(rest, traits, isNumber: false)
    } else if rest.isEmpty {
      appendNumber(number, traits)
    } else if buffer[end] == 0x2D {
      appendNumber(number, traits)
      appendLetters(end + 1..<range.upperBound, traits, isNumber: false)
    } else if isOrdinalEnding(rest.prefix(2)), rest.count == 2 || buffer[end + 2] == 0x2D {
      number.kind = .ordinal
      appendNumber(number, traits)
      if rest.count > 3 { appendLetters(end + 3..<range.upperBound, traits, isNumber: false) }
    } else if buffer[rest].elementsEqual("s".utf8) || buffer[rest].elementsEqual("'s".utf8) {
      // A decade: ’90s is the 1990s.
      if value >= 30, value < 100 { value += 1900 }
      append(Array("#\(Int(clamping: Int64(min(value, 1e15))))s".utf8)[...], traits.union(.number))
    } else if isLetters(rest) {
      appendNumber(number, traits)
      appendLetters(rest, traits, isNumber: false)
    } else {
      append(buffer[range], traits.union(.number))
    }
    return true
  }

  private mutating func appendNumber(_ number: ReadNumber, _ traits: WordTraits) {
    append(
      NumberLetters.letters(number.value, isOrdinal: number.kind == .ordinal)[...],
      traits.union(number.kind == .ordinal ? [.number, .ordinal] : .number))
    note(number)
  }

  /// The denominator behind a stroke: `1/2`; nil when there is none.
  private func fraction(_ rest: Range<Int>) -> Double? {
    let stroke =
      buffer[rest].starts(with: [0x2F]) ? 1 : buffer[rest].starts(with: [0xE2, 0x81, 0x84]) ? 3 : 0
    let digits = rest.dropFirst(stroke)
    guard stroke > 0, !digits.isEmpty, digits.count <= 2, digits.allSatisfy({ isDigit(buffer[$0]) })
    else { return nil }
    let value = digits.reduce(0.0) { $0 * 10 + Double(buffer[$1] - 0x30) }
    return value >= 2 && value <= 16 ? value : nil
  }

  /// Whether digits are a time of day that a full stop divides: `7.30pm`.
  private func isClockTime(_ digits: Range<Int>, _ rest: Range<Int>) -> Bool {
    guard digits.count == 4 || digits.count == 5, buffer[digits.upperBound - 3] == 0x2E,
      rest.count >= 2
    else { return false }
    let half = buffer[rest].filter { $0 != 0x2E }
    return half == Array("am".utf8) || half == Array("pm".utf8)
  }

  /// Whether letters are digits, or a minus and digits.
  func startsNumber(_ range: Range<Int>) -> Bool {
    let first = buffer[range.lowerBound]
    return isDigit(first)
      || (first == 0x2D && range.count > 1 && isDigit(buffer[range.lowerBound + 1]))
  }

  /// The value of digits with their separators, and where they end; nil for what is no number that
  /// can be reckoned with: a label such as `1.2.3`, or more digits than a number holds.
  private func digits(_ range: Range<Int>) -> (Double, Int)? {
    var value = 0.0
    var scale = 0.0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = buffer[index]
      if isDigit(byte) {
        value = value * 10 + Double(byte - 0x30)
        scale *= 10
      } else if byte == 0x2C || byte == 0x2E, index + 1 < range.upperBound,
        isDigit(buffer[index + 1])
      {
        if byte == 0x2E || !isThousands(index, range) { scale = 1 }
      } else {
        break
      }
      index += 1
    }
    let digits = buffer[range.lowerBound..<index]
    let stops = digits.filter { $0 == 0x2E }.count
    guard stops <= 1, digits.count - stops <= Self.mostDigits else { return nil }
    return (scale > 1 ? value / scale : value, index)
  }

  /// So many digits are exact in a number of 64 bits.
  private static let mostDigits = 15

  /// Whether a comma stands before exactly three digits, or, as in India, before two and a comma.
  private func isThousands(_ comma: Int, _ range: Range<Int>) -> Bool {
    let digits = buffer[comma + 1..<range.upperBound].prefix { isDigit($0) }
    let next = comma + 1 + digits.count
    return digits.count == 3
      || (digits.count == 2 && next < range.upperBound && buffer[next] == 0x2C)
  }

  private func isOrdinalEnding(_ range: Range<Int>) -> Bool {
    let ending = buffer[range]
    return ["st", "nd", "rd", "th"].contains { ending.elementsEqual($0.utf8) }
  }

  private func isLetters(_ range: Range<Int>) -> Bool {
    buffer[range].allSatisfy { $0 &- 0x61 < 26 || $0 == 0x2E || $0 == 0x2D || $0 >= 0x80 }
  }
}

/// How a number is written as the letters of a compared word: `#2600000`, `#0.5`, `#3o`.
enum NumberLetters {
  static func letters(_ value: Double, isOrdinal: Bool) -> [UInt8] {
    let digits =
      abs(value) < 1e15 && value == value.rounded(.towardZero)
      ? String(Int64(value)) : String(value)
    return Array("#\(digits)\(isOrdinal ? "o" : "")".utf8)
  }
}
