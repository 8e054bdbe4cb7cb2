/// Joins the segments of one text to tokens, paragraph by paragraph.
struct TokenScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let segments: UnsafeBufferPointer<WordSegment>
  private(set) var tokens: [Token] = []

  /// The index of the segment that comes next.
  var index = 0
  /// The index after the paragraph's last segment.
  private(set) var limit = 0
  /// The end of what was last read that is not white space.
  private var lastEnd = -1
  private var paragraphFirstToken = 0

  init(bytes: UnsafeBufferPointer<UInt8>, segments: UnsafeBufferPointer<WordSegment>) {
    self.bytes = bytes
    self.segments = segments
    tokens.reserveCapacity(segments.count / 2 + 1)
  }

  /// Appends the tokens of a paragraph and returns their indices.
  mutating func scan(_ paragraph: TextSpan) -> Range<Int> {
    while index < segments.count && segments[index].start < paragraph.start { index += 1 }
    limit = index
    while limit < segments.count && segments[limit].start < paragraph.end { limit += 1 }
    paragraphFirstToken = tokens.count
    lastEnd = -1
    while index < limit { scanToken() }
    return paragraphFirstToken..<tokens.count
  }

  private mutating func scanToken() {
    let segment = segments[index]
    switch segment.kind {
    case .space, .newline: index += 1
    case .ignorable:
      lastEnd = lastEnd == segment.start ? segment.end : lastEnd
      index += 1
    case .letter, .digit: scanWord()
    case .fullStop, .ellipsis: scanFullStops()
    case .hyphen, .dash: scanDash()
    case .mark: scanMark()
    case .at, .hash: scanSign()
    case .openBracket: single(.openBracket)
    case .closeBracket: single(.closeBracket)
    case .comma: single(.comma)
    case .colon: single(.colon)
    case .semicolon: single(.semicolon)
    case .questionMark: single(.questionMark)
    case .exclamationMark: single(.exclamationMark)
    case .symbol, .underscore: single(.symbol)
    }
  }

  private mutating func single(_ kind: Token.Kind) {
    append(kind, segments[index].start, segments[index].end)
    index += 1
  }
}

extension TokenScanner {
  /// Appends a token.
  mutating func append(
    _ kind: Token.Kind, _ start: Int, _ end: Int, traits: Token.Traits = []
  ) {
    var traits = traits
    if start != lastEnd { traits.insert(.spaceBefore) }
    if tokens.count == paragraphFirstToken { traits.insert(.paragraphStart) }
    tokens.append(Token(start: start, end: end, kind: kind, traits: traits))
    lastEnd = end
  }

  /// The last token of the paragraph, if there is one.
  var lastToken: Token? { tokens.count > paragraphFirstToken ? tokens[tokens.count - 1] : nil }

  /// Takes back the last token.
  mutating func removeLastToken() {
    let token = tokens.removeLast()
    // What follows takes the token's place: white space before it counts again.
    lastEnd = token.traits.contains(.spaceBefore) ? -1 : token.start
  }

  /// The kind of a segment; white space outside the paragraph.
  @inline(__always)
  func kind(at index: Int) -> ScalarClass.Kind { index < limit ? segments[index].kind : .newline }

  /// Whether a segment of the paragraph is of a kind.
  @inline(__always)
  func isKind(_ kind: ScalarClass.Kind, at index: Int) -> Bool { self.kind(at: index) == kind }

  /// Whether a segment starts with a letter or a digit.
  @inline(__always)
  func isWordLike(at index: Int) -> Bool {
    let kind = kind(at: index)
    return kind == .letter || kind == .digit
  }

  /// The index of the first segment at or after `index` that is not white space.
  func skippingSpace(_ index: Int) -> Int {
    var index = index
    while index < limit {
      switch segments[index].kind {
      case .space, .newline, .ignorable: index += 1
      default: return index
      }
    }
    return index
  }

  /// Moves past every segment that starts before `offset`.
  mutating func skip(to offset: Int) {
    while index < limit && segments[index].start < offset { index += 1 }
  }
}
