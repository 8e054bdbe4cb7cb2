internal import Prose

/// Finds where speech begins or ends when print has lost the mark.
///
/// Only the words at the paragraph's end, or between two marks, are looked at, and only where a
/// mark is missing.
struct SpeechBounds {
  let text: TokenizedText
  private var cues: [Place: Bool] = [:]

  private struct Place: Hashable {
    var paragraph: Int
    var glyph: Glyph
  }

  /// How many tokens before a paragraph's end may belong to the words of who said it.
  private static let longestTail = 60
  private static let longestSubject = 7

  init(text: TokenizedText) { self.text = text }

  // MARK: A quotation that never closes

  /// The offset where speech ends that `glyph` opens at `start` and that is over before `limit` at
  /// the latest.
  ///
  /// That is before the words of who said it, when there are such (`…, he said.`,
  /// `… . Smith told reporters.`), and else at the last character before `limit`.
  func end(from start: Int, to limit: Int, after glyph: Glyph?) -> Int {
    let tokens = text.tokens(in: TextSpan(start, max(start, limit)))
    if let cut = tail(tokens, glyph) { return text.tokens[cut].end }
    return trimmed(from: start, to: limit)
  }

  /// Whether a paragraph ends with the words of who said what `glyph` opened.
  mutating func endsWithCue(paragraph: Int, after glyph: Glyph) -> Bool {
    let place = Place(paragraph: paragraph, glyph: glyph)
    if let known = cues[place] { return known }
    let tokens = text.paragraphs[paragraph].tokens
    // Only the last sentence: after the words of who said it more speech may follow.
    var first = tokens.upperBound - 1
    while first > tokens.lowerBound {
      first -= 1
      if text.tokens[first].kind == .fullStop { break }
    }
    let found = tail(max(tokens.lowerBound, first - 1)..<tokens.upperBound, glyph) != nil
    cues[place] = found
    return found
  }

  /// Whether a paragraph ends with punctuation that ends a sentence.
  func endsLikeSentence(paragraph: Int) -> Bool {
    let tokens = text.paragraphs[paragraph].tokens
    for position in tokens.reversed().prefix(4) {
      switch text.tokens[position].kind {
      case .mark, .closeBracket: continue
      case .fullStop, .questionMark, .exclamationMark, .ellipsis, .colon, .dash: return true
      case .word: return text.tokens[position].traits.contains(.abbreviation)
      default: return false
      }
    }
    return false
  }

  /// Whether only a line ends after a paragraph: a single line break in the middle of a sentence, or
  /// between the indented lines of a verse.
  func breaksLine(after paragraph: Int) -> Bool {
    guard paragraph + 1 < text.paragraphs.count else { return false }
    let (current, next) = (text.paragraphs[paragraph], text.paragraphs[paragraph + 1])
    var breaks = 0
    for byte in text.bytes[current.span.end..<next.span.start] where byte == 0x0A { breaks += 1 }
    guard breaks == 1 else { return false }
    if isIndented(current), isIndented(next) { return true }
    guard let last = current.tokens.last else { return false }
    switch text.tokens[last].kind {
    case .word, .number, .comma, .semicolon, .dash: return true
    default: return false
    }
  }

  private func isIndented(_ paragraph: Paragraph) -> Bool {
    let start = paragraph.span.start
    return start >= 2 && text.bytes[start - 1] == 0x20 && text.bytes[start - 2] == 0x20
  }

  /// The index of the token after which the words of who said it begin.
  private func tail(_ tokens: Range<Int>, _ glyph: Glyph?) -> Int? {
    let first = max(tokens.lowerBound + 1, tokens.upperBound - Self.longestTail)
    guard first < tokens.upperBound else { return nil }
    for position in first..<tokens.upperBound {
      switch text.tokens[position].kind {
      case .comma, .dash:
        if let cue = afterMarks(position + 1, tokens.upperBound, glyph),
          startsCue(cue, tokens.upperBound, afterSentence: false)
        {
          // The comma belongs to the speech, the dash does not.
          return text.tokens[position].kind == .dash ? position - 1 : position
        }
      case .questionMark, .exclamationMark, .fullStop, .ellipsis:
        if let cue = afterMarks(position + 1, tokens.upperBound, glyph),
          startsCue(
            cue, tokens.upperBound, afterSentence: text.tokens[position].kind == .fullStop)
        {
          return position
        }
      default: break
      }
    }
    return nil
  }

  /// The index of the first token from `position` that is no mark; nil where only marks of another
  /// level stand between: in `“… ‘Who?’ they asked.` the words say who said the inner quotation.
  private func afterMarks(_ position: Int, _ end: Int, _ glyph: Glyph?) -> Int? {
    var next = position
    var hasOwn = false
    while next < end, text.tokens[next].kind == .mark {
      let token = text.tokens[next]
      if let found = Glyph(text.bytes[token.start..<token.end]), found.isInner == glyph?.isInner {
        hasOwn = true
      }
      next += 1
    }
    return next == position || hasOwn ? next : nil
  }

  /// Whether the tokens from `position` are the words of who said it: `said Smith`, `he said`,
  /// `the minister said`, after a full stop only `Smith told them`.
  private func startsCue(_ position: Int, _ end: Int, afterSentence: Bool) -> Bool {
    guard position < end, text.tokens[position].kind == .word else { return false }
    let first = lowercased(position)
    let isCapitalized = text.tokens[position].traits.contains(.capitalized)
    if !afterSentence, !isCapitalized, ReportingVerbs.contains(first) {
      guard position + 1 < end else { return false }
      let next = text.tokens[position + 1]
      return next.kind == .word
        && (next.traits.contains(.capitalized) || isDeterminer(position + 1)
          || ReportingVerbs.isPronoun(lowercased(position + 1)))
    }
    if ReportingVerbs.isPronoun(first) {
      guard !afterSentence else { return false }
      return isVerb(position + 1, end) || isVerb(position + 2, end)
    }
    guard !ReportingVerbs.beginsSentence(first),
      isCapitalized || (!afterSentence && isDeterminer(position))
    else { return false }
    for next in position + 1..<max(position + 1, min(end, position + 1 + Self.longestSubject)) {
      guard text.tokens[next].kind == .word else { return false }
      if isVerb(next, end) { return true }
      // After a full stop only names make a subject; a sentence of speech has other words.
      if afterSentence, !text.tokens[next].traits.contains(.capitalized) { return false }
    }
    return false
  }

  /// Whether a token is a reporting verb that does not introduce a clause of its own.
  private func isVerb(_ position: Int, _ end: Int) -> Bool {
    guard position < end, text.tokens[position].kind == .word,
      !text.tokens[position].traits.contains(.capitalized),
      ReportingVerbs.contains(lowercased(position))
    else { return false }
    guard position + 1 < end, text.tokens[position + 1].kind == .word else { return true }
    return !ReportingVerbs.beginsClause(lowercased(position + 1))
  }

  private func isDeterminer(_ position: Int) -> Bool {
    switch lowercased(position) {
    case "the", "a", "an", "his", "her", "their", "my", "our", "one", "der", "die", "das", "le",
      "la", "el", "il", "de":
      return true
    default: return false
    }
  }

  // MARK: A quotation that never opens

  /// The offset where speech starts that ends with the mark at `end`; nil when the words before it
  /// cannot be speech.
  ///
  /// - Parameters:
  ///   - lowest: The end of the quotation before, or the start of the paragraph.
  ///   - startsParagraph: Whether `lowest` is the start of the paragraph.
  func start(from lowest: Int, to end: Int, startsParagraph: Bool) -> Int? {
    let tokens = text.tokens(in: TextSpan(lowest, max(lowest, end)))
    guard let last = tokens.last, endsClause(last) else { return nil }
    // After the last words that introduce speech: `Smith said, …`, `she added: …`.
    for position in tokens.dropFirst().dropLast().reversed() {
      let kind = text.tokens[position].kind
      guard kind == .colon || kind == .comma, text.tokens[position - 1].kind == .word,
        ReportingVerbs.contains(lowercased(position - 1))
      else { continue }
      return text.tokens[position + 1].start
    }
    if startsParagraph { return text.tokens[tokens.lowerBound].start }
    for position in tokens.dropFirst() where text.tokens[position].traits.contains(.capitalized) {
      switch text.tokens[position - 1].kind {
      case .fullStop, .questionMark, .exclamationMark, .colon: return text.tokens[position].start
      default: continue
      }
    }
    return nil
  }

  private func endsClause(_ position: Int) -> Bool {
    switch text.tokens[position].kind {
    case .fullStop, .comma, .questionMark, .exclamationMark, .ellipsis, .dash, .closeBracket:
      return true
    case .mark: return true
    default: return text.tokens[position].traits.contains(.abbreviation)
    }
  }

  // MARK: Helpers

  /// The end of what is printed between two offsets.
  func trimmed(from start: Int, to limit: Int) -> Int {
    var end = limit
    while end > start {
      let (scalar, before) = Scalars.previous(in: text.bytes, before: end)
      guard Edge(scalar) == .space else { break }
      end = before
    }
    return max(start, end)
  }

  private func lowercased(_ position: Int) -> String {
    let token = text.tokens[position]
    guard token.end - token.start <= 15 else { return "" }
    return text.text(ofToken: position).lowercased()
  }
}
