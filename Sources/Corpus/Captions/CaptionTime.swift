/// The line of a caption that says when its words appear: `00:01:02,345 --> 00:01:04,000`.
///
/// Read as players read it: with a comma or a full stop before the milliseconds, with or without
/// hours, blanks and settings, and with an arrow of any length.
struct CaptionTime: Hashable {
  /// Milliseconds from the start of the recording; nil when the line is broken.
  var start: Int?
  var end: Int?

  /// Reads a line; nil if it is none of these lines.
  init?(_ line: ArraySlice<UInt8>) {
    var rest = line.drop(while: Self.isBlank)
    let first = Self.time(&rest)
    var afterTime = rest.drop(while: Self.isBlank)
    if first != nil, Self.skipArrow(&afterTime) {
      afterTime = afterTime.drop(while: Self.isBlank)
      start = first
      end = Self.time(&afterTime)
      return
    }
    // An arrow behind what begins as a time is a broken line, not something that was said.
    guard let arrow = Self.arrow(in: line) else { return nil }
    let before = line[..<arrow].drop(while: Self.isBlank)
    let words = before.split(whereSeparator: Self.isBlank)
    guard let first = before.first, 0x30...0x39 ~= first,
      words.count == 1 || before.allSatisfy({ !(0x41...0x5A ~= $0 & 0xDF) })
    else { return nil }
    var behind = line[(arrow + 3)...].drop(while: Self.isBlank)
    end = Self.time(&behind)
  }

  /// Takes a time off the front: `1:02:03.456`, `02:03,4`.
  private static func time(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    var fields: [Int] = []
    while let number = Self.number(&rest) {
      fields.append(number)
      guard fields.count < 3, rest.first == UInt8(ascii: ":") else { break }
      rest.removeFirst()
      // "00: 01" is a slip that is seen in hand-made files.
      rest = rest.drop(while: isBlank)
    }
    guard fields.count > 1 else { return nil }
    var milliseconds = fields.reduce(0) { $0 * 60 + $1 } * 1000
    if let mark = rest.first, mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") {
      var weight = 100
      rest.removeFirst()
      while let digit = rest.first, 0x30...0x39 ~= digit {
        milliseconds += Int(digit - 0x30) * weight
        weight /= 10
        rest.removeFirst()
      }
    }
    bytes = rest
    return milliseconds
  }

  /// Takes a whole number of at most six digits off the front.
  private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    let digits = bytes.prefix { 0x30...0x39 ~= $0 }
    guard 1...6 ~= digits.count else { return nil }
    bytes = bytes[digits.endIndex...]
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Takes `-->` off the front, or what editors and keyboards make of it.
  private static func skipArrow(_ bytes: inout ArraySlice<UInt8>) -> Bool {
    for arrow in ["-->", "->", "--", "–>", "—>", "→"] where bytes.starts(with: arrow.utf8) {
      bytes = bytes.dropFirst(arrow.utf8.count)
      return true
    }
    return false
  }

  private static func arrow(in line: ArraySlice<UInt8>) -> Int? {
    line.indices.dropLast(2).first { line[$0...].starts(with: "-->".utf8) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
