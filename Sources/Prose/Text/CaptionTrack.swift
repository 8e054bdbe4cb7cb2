/// What the captions of a recording are, besides bytes: which words were spoken, when, by whom.
public struct CaptionTrack: Hashable, Sendable {
  /// The words as they are read, as many bytes as the file has: blanks stand wherever the file has
  /// numbers, time codes, markup or line ends, so that every word keeps its place.
  public var reading: [UInt8]
  /// When the words were spoken, in the order of the file.
  public var timeCodes: [TimeCode]
  /// Who spoke, turn by turn, in the order of the file.
  public var turns: [Turn]

  public init(reading: [UInt8], timeCodes: [TimeCode], turns: [Turn]) {
    self.reading = reading
    self.timeCodes = timeCodes
    self.turns = turns
  }

  /// The time of some words.
  public struct TimeCode: Hashable, Sendable {
    /// The words, from the first to the last byte of the caption's text.
    public var span: TextSpan
    /// The time at which the words appear, in milliseconds from the start of the recording.
    public var start: Int
    /// The time at which they disappear, in milliseconds; nil when the file does not say.
    public var end: Int?

    public init(span: TextSpan, start: Int, end: Int?) {
      self.span = span
      self.start = start
      self.end = end
    }
  }

  /// What one speaker says without a break.
  public struct Turn: Hashable, Sendable {
    /// The speaker's name as the file gives it; nil where it only shows that the speaker changes, or
    /// never names anybody.
    public var name: String?
    /// The words, without the label.
    public var span: TextSpan

    public init(name: String?, span: TextSpan) {
      self.name = name
      self.span = span
    }
  }

  /// The words of a span, with one space wherever the file has any white space between them.
  func text(of span: TextSpan, in bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var end: Int?
    var offset = span.start
    while offset < span.end {
      if Self.isBlank(reading[offset]) {
        offset += 1
        continue
      }
      // A tag alone parts no words: `again</c>.`
      if let end, bytes[end..<offset].contains(where: { $0 <= 0x20 }) { text.append(0x20) }
      while offset < span.end, !Self.isBlank(reading[offset]) {
        text.append(reading[offset])
        offset += 1
      }
      end = offset
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

  /// The time code of the words at a byte offset; nil where none is known.
  ///
  /// - Complexity: O(log *n*) in the number of captions.
  public func timeCode(at offset: Int) -> TimeCode? {
    var low = 0
    var high = timeCodes.count
    while low < high {
      let middle = (low + high) / 2
      if timeCodes[middle].span.start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, offset < timeCodes[low - 1].span.end else { return nil }
    return timeCodes[low - 1]
  }
}
