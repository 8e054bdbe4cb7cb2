public import Prose

/// A text in which some spans were replaced, with the way back to the places of the original.
public struct EditedText: Sendable {
  /// A span of the original and what is printed in its place.
  public struct Replacement: Sendable {
    public var span: TextSpan
    public var bytes: [UInt8]

    public init(_ span: TextSpan, _ text: String) {
      self.span = span
      bytes = Array(text.utf8)
    }
  }

  public private(set) var bytes: [UInt8] = []
  /// Where in the edited text each stretch starts, with its place in the original: of a replaced
  /// stretch all is at the place of what it replaces.
  private var stretches: [(edited: Int, original: TextSpan, isReplaced: Bool)] = []

  /// Replaces spans that do not overlap.
  public init(_ original: [UInt8], replacing replacements: [Replacement]) {
    var place = 0
    bytes.reserveCapacity(original.count + 8 * replacements.count)
    for replacement in replacements.sorted(by: { $0.span < $1.span }) {
      keep(original, from: place, to: replacement.span.start)
      if !replacement.bytes.isEmpty {
        stretches.append((bytes.count, replacement.span, true))
        bytes += replacement.bytes
      }
      place = replacement.span.end
    }
    keep(original, from: place, to: original.count)
  }

  private mutating func keep(_ original: [UInt8], from start: Int, to end: Int) {
    guard start < end else { return }
    stretches.append((bytes.count, TextSpan(start, end), false))
    bytes += original[start..<end]
  }

  /// The place in the original of the byte at an offset of the edited text: of a replaced stretch,
  /// all that it replaces.
  private func original(_ offset: Int) -> TextSpan {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].edited <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return TextSpan(0, 0) }
    let stretch = stretches[low - 1]
    if stretch.isReplaced { return stretch.original }
    let place = stretch.original.start + offset - stretch.edited
    return TextSpan(place, place + 1)
  }

  /// The place in the original of a span in the edited text, white space at its ends aside.
  public func original(_ span: TextSpan) -> TextSpan {
    let (start, end) = Self.trimmed(span, in: bytes)
    let first = original(start).start
    return TextSpan(first, start < end ? max(first, original(end - 1).end) : first)
  }

  private static func trimmed(_ span: TextSpan, in bytes: [UInt8]) -> (start: Int, end: Int) {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var (start, end) = (span.start, span.end)
    while start < end, isSpace(bytes[start]) { start += 1 }
    while start < end, isSpace(bytes[end - 1]) { end -= 1 }
    return (start, end)
  }
}
