/// Joins the segments of one text to tokens, paragraph by paragraph.
struct TokenScanner: ~Copyable {
  private var segmentation: WordSegmentation
  /// The segments of the paragraph that is read.
  private(set) var segments: ParagraphSegments
  private(set) var tokens: [Token] = []

  /// The index of the segment that comes next.
  var index = 0
  /// The end of what was last read that is not white space.
  private var lastEnd = -1
  private var paragraphFirstToken = 0

  init(_ segmentation: consuming WordSegmentation, bytes: UnsafeBufferPointer<UInt8>) {
    segments = ParagraphSegments(segmentation, bytes: bytes)
    self.segmentation = segmentation
    tokens.reserveCapacity(bytes.count / 4)
  }

  /// Appends the tokens of paragraphs and returns those that have any.
  mutating func scan(_ spans: [TextSpan]) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    paragraphs.reserveCapacity(spans.count)
    for span in spans {
      let range = scan(span)
      if !range.isEmpty { paragraphs.append(Paragraph(span: span, tokens: range)) }
    }
    return paragraphs
  }

  /// Appends the tokens of a paragraph and returns their indices.
  private mutating func scan(_ paragraph: TextSpan) -> Range<Int> {
    segmentation.read(paragraph.range)
    segmentation.splitSegments()
    segments = ParagraphSegments(segmentation, bytes: segments.bytes)
    index = 0
    paragraphFirstToken = tokens.count
    lastEnd = -1
    while index < segments.count { scanToken() }
    return paragraphFirstToken..<tokens.count
  }

  @inline(__always)
  private mutating func scanToken() {
    let segment = segments[index]
    switch segment.kind {
    case .space, .newline: index += 1
    case .ignorable:
      lastEnd = lastEnd == segment.start ? segment.end : lastEnd
      index += 1
    case .letter, .digit: scanWord(segment)
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

  @inline(__always)
  private mutating func single(_ kind: Token.Kind) {
    append(kind, segments[index].start, segments[index].end)
    index += segments.kind(at: index + 1) == .space ? 2 : 1
  }
}

extension TokenScanner {
  /// Appends a token.
  @inline(__always)
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

  /// The whole text.
  @inline(__always) var bytes: UnsafeBufferPointer<UInt8> { segments.bytes }
}
