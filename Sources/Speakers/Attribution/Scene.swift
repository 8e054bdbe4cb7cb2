package import Prose
import Quotations

/// An article as attribution sees it: its words with what the lexicon says of them, where the
/// quotations stand, the sentences of the narration, the mentions and the cues.
package struct Scene: Sendable {
  package let text: TokenizedText
  let lexicon: Lexicon
  let lexemes: Lexemes
  /// The marked pieces of the outermost quotations, in the order of the text.
  package let spans: [MarkedSpan]
  /// For each token the index into ``spans`` of the piece that it stands in; -1 in the narration.
  let spanOfToken: [Int32]
  /// For each token how many tokens of the narration stand before it, and how many spans begin
  /// before it; at the end those of all.
  private let countsBefore: [(narration: Int32, spans: Int32)]
  /// For each token the index of its sentence. A quotation belongs to the sentence around it.
  let sentenceOfToken: [Int32]
  /// For each token the index of its paragraph.
  let paragraphOfToken: [Int32]
  /// The tokens of the datelines in front of paragraphs, in the order of the text.
  let datelines: [Range<Int>]
  /// For each paragraph whether it has words outside of quotations.
  let hasNarration: [Bool]
  /// For each paragraph whether it has words inside quotations.
  private let hasQuotation: [Bool]
  /// Whether the text tells a conversation, as novels do: many of its quotations are questions or
  /// exclamations, and its narration names little. An interview in the news is as lively, but its
  /// narration is full of names.
  package let isDialogue: Bool
  /// Whether the article prints speech in single marks, as British books do.
  let printsSpeechInSingles: Bool
  /// Where else the words of each span stand.
  private(set) var echoes: [SpanEcho] = []
  /// Mentions in the order of the text, those inside quotations too.
  package var mentions: [MentionRecord] = []
  /// Cues in the narration, in the order of the text.
  var cues: [CueRecord] = []

  /// A piece of an outermost quotation.
  package struct MarkedSpan: Sendable {
    package var quotation: Int
    package var piece: Int
    package var tokens: Range<Int>
    package var paragraph: Int
    /// Whether a mark closes the piece.
    package var isClosed: Bool
  }

  init(text: TokenizedText, quotations: [Quotation], lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
    lexemes = Lexemes(text, lexicon: lexicon)
    var spans: [MarkedSpan] = []
    var spanOfToken = [Int32](repeating: -1, count: text.tokens.count)
    var paragraphOfToken = [Int32](repeating: 0, count: text.tokens.count)
    for (index, paragraph) in text.paragraphs.enumerated() {
      for token in paragraph.tokens { paragraphOfToken[token] = Int32(index) }
    }
    for (index, quotation) in quotations.enumerated() where quotation.parent == nil {
      for (number, piece) in quotation.pieces.enumerated() {
        let tokens = text.tokens(in: piece.span)
        guard !tokens.isEmpty else { continue }
        spans.append(
          MarkedSpan(
            quotation: index, piece: number, tokens: tokens,
            paragraph: Int(paragraphOfToken[tokens.lowerBound]),
            isClosed: piece.closing != nil))
      }
    }
    spans.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    for (index, span) in spans.enumerated() {
      for token in span.tokens { spanOfToken[token] = Int32(index) }
    }
    self.spans = spans
    countsBefore = Self.countsBefore(spans, spanOfToken)
    printsSpeechInSingles = Self.printsSpeechInSingles(quotations, spans)
    self.spanOfToken = spanOfToken
    self.paragraphOfToken = paragraphOfToken
    hasNarration = text.paragraphs.map { paragraph in
      paragraph.tokens.contains { text.tokens[$0].kind == .word && spanOfToken[$0] < 0 }
    }
    hasQuotation = text.paragraphs.map { paragraph in
      paragraph.tokens.contains { spanOfToken[$0] >= 0 }
    }
    isDialogue = Self.isLively(text, spans) && Self.hasFewNames(text, lexemes, spanOfToken)
    datelines = Datelines.all(in: text, lexemes, spanOfToken: spanOfToken)
    sentenceOfToken = Self.sentences(text, lexemes, spans, spanOfToken, datelines)
    mentions = MentionFinder(scene: self).mentions()
    cues = CueFinder(scene: self).cues()
    echoes = SpanEcho.echoes(in: self)
  }

  /// Cuts the narration into sentences.
  ///
  /// ICU's sentences cannot serve here: they end inside quotations, `“Stop!” he said` being two.
  private static func sentences(
    _ text: TokenizedText, _ lexemes: Lexemes, _ spans: [MarkedSpan], _ spanOfToken: [Int32],
    _ datelines: [Range<Int>]
  ) -> [Int32] {
    var datelines = datelines[...]
    var result = [Int32](repeating: 0, count: text.tokens.count)
    var sentence: Int32 = -1
    var atEnd = true
    for (index, token) in text.tokens.enumerated() {
      if token.traits.contains(.paragraphStart) || index == 0 { atEnd = true }
      if index == datelines.first?.upperBound {
        datelines.removeFirst()
        atEnd = true
      }
      let span = spanOfToken[index]
      if span >= 0 {
        let tokens = spans[Int(span)].tokens
        if index == tokens.lowerBound && atEnd { sentence += 1 }
        // What follows an unclosed quotation is as a rule its attribution.
        atEnd =
          index == tokens.upperBound - 1 && spans[Int(span)].isClosed && endsSentence(tokens, text)
      } else {
        let closes = token.kind == .closeBracket
        if atEnd && (!closes || sentence < 0) { sentence += 1 }
        switch token.kind {
        case .fullStop, .questionMark, .exclamationMark: atEnd = true
        case .ellipsis: atEnd = index + 1 < text.tokens.count && startsSentence(index + 1, text)
        case .word where token.traits.contains(.abbreviation):
          atEnd =
            token.span.count > 3 && index + 1 < text.tokens.count
            && startsSentence(index + 1, text) && !isTitle(token, text)
            // "U.S. Senate" goes on; "in the U.S. He" does not.
            && lexemes.entries[index + 1].traits.contains(.function)
        case .closeBracket: break
        default: atEnd = false
        }
      }
      result[index] = sentence
    }
    return result
  }

  private static func countsBefore(
    _ spans: [MarkedSpan], _ spanOfToken: [Int32]
  ) -> [(narration: Int32, spans: Int32)] {
    var counts: [(narration: Int32, spans: Int32)] = []
    counts.reserveCapacity(spanOfToken.count + 1)
    var narration: Int32 = 0
    var begun: Int32 = 0
    for (index, span) in spanOfToken.enumerated() {
      counts.append((narration, begun))
      if span < 0 {
        narration += 1
      } else if spans[Int(span)].tokens.lowerBound == index {
        begun += 1
      }
    }
    counts.append((narration, begun))
    return counts
  }

  /// How many of some tokens stand in the narration.
  func narrationTokens(in tokens: Range<Int>) -> Int {
    Int(countsBefore[tokens.upperBound].narration - countsBefore[tokens.lowerBound].narration)
  }

  /// In how many spans some tokens stand.
  func spansTouched(by tokens: Range<Int>) -> Int {
    let first = spanOfToken[tokens.lowerBound]
    let isCut = first >= 0 && spans[Int(first)].tokens.lowerBound < tokens.lowerBound
    return Int(countsBefore[tokens.upperBound].spans - countsBefore[tokens.lowerBound].spans)
      + (isCut ? 1 : 0)
  }

  private static func isLively(_ text: TokenizedText, _ spans: [MarkedSpan]) -> Bool {
    var lively = 0
    for span in spans {
      for index in span.tokens.suffix(3) {
        let kind = text.tokens[index].kind
        if kind == .questionMark || kind == .exclamationMark {
          lively += 1
          break
        }
      }
    }
    return lively >= 3 && lively * 6 >= spans.count
  }

  /// Whether less than one in nine words inside the narration's sentences is a name or a number.
  private static func hasFewNames(
    _ text: TokenizedText, _ lexemes: Lexemes, _ spanOfToken: [Int32]
  ) -> Bool {
    var words = 0
    var names = 0
    for index in text.tokens.indices.dropFirst() where spanOfToken[index] < 0 {
      let token = text.tokens[index]
      let previous = text.tokens[index - 1]
      let isInside =
        spanOfToken[index - 1] < 0 && !token.traits.contains(.paragraphStart)
        && (previous.kind == .comma
          || previous.kind == .word && !previous.traits.contains(.capitalized))
      guard isInside, token.kind == .word || token.kind == .number else { continue }
      words += 1
      let isCapital = token.traits.contains(.capitalized) && lexemes.entries[index].person != 1
      if isCapital || token.kind == .number { names += 1 }
    }
    return names * 9 < words
  }

  /// Whether a piece ends with a full stop; after a question or an exclamation its cue may follow.
  private static func endsSentence(_ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    for index in tokens.reversed() {
      switch text.tokens[index].kind {
      case .mark, .closeBracket: continue
      case .fullStop: return true
      default: return false
      }
    }
    return false
  }

  /// Whether a piece asks something.
  func endsWithQuestion(_ tokens: Range<Int>) -> Bool {
    tokens.suffix(3).contains { text.tokens[$0].kind == .questionMark }
  }

  private static func startsSentence(_ index: Int, _ text: TokenizedText) -> Bool {
    text.tokens[index].traits.contains(.capitalized)
  }

  /// Whether an abbreviation stands before names, such as `Mr.` or `Sen.`, and ends no sentence.
  private static func isTitle(_ token: Token, _ text: TokenizedText) -> Bool {
    // Capitals inside, as in U.S. or a.m., can end a sentence; a title is one capital and letters.
    let bytes = text.bytes[token.start..<token.end - 1]
    return !bytes.contains(0x2E)
  }

  /// What the ending of a token's word hints at.
  func ending(_ index: Int) -> Lexicon.Ending {
    let token = text.tokens[index]
    for (ending, hint) in lexicon.endings where token.span.count > ending.count + 2 {
      if text.bytes[token.end - ending.count..<token.end].elementsEqual(ending) { return hint }
    }
    return .none
  }

  /// Whether a word of any length ends as the past of verbs does.
  func endsLikePast(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return lexicon.endings.contains { ending, hint in
      hint == .past && token.span.count > ending.count
        && text.bytes[token.end - ending.count..<token.end].elementsEqual(ending)
    }
  }

  /// The index of the first mention that starts at or after a token.
  ///
  /// - Complexity: O(log *n*) in the number of mentions.
  package func firstMention(startingAtOrAfter token: Int) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a token stands inside a mention, where it is no verb: `campaign` in `the Quist campaign`,
  /// `State` in `the State Department`.
  ///
  /// - Complexity: O(log *n*) in the number of mentions.
  func isInsideMention(_ token: Int) -> Bool {
    let index = firstMention(startingAtOrAfter: token + 1) - 1
    guard index >= 0 else { return false }
    let mention = mentions[index]
    guard mention.tokens.contains(token), mention.tokens.count > 1, mention.documentLength == 0
    else { return false }
    return mention.name.isEmpty
      || (mention.name.count > 1 && mention.name.contains(token)
        && text.tokens[token].traits.contains(.capitalized))
  }

  /// The lexicon's entry of a token.
  func entry(_ token: Int) -> LexicalEntry { lexemes.entries[token] }

  /// The words of the narration from a token on, of one sentence, next to each other.
  package func unmarkedWords(from start: Int, atMost count: Int) -> Range<Int> {
    var end = start
    while end < min(start + count, text.tokens.count), isNarration(end),
      text.tokens[end].kind == .word, sentenceOfToken[end] == sentenceOfToken[start]
    {
      end += 1
    }
    return start..<end
  }

  /// Whether a paragraph has words inside quotations.
  func hasSpans(paragraph: Int) -> Bool { hasQuotation[paragraph] }

  /// Whether a token stands in the narration, outside of all quotations.
  func isNarration(_ token: Int) -> Bool { spanOfToken[token] < 0 }
}
