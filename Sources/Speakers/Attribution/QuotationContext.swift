import Prose
import Quotations

/// What stands around a marked span, and how the span itself begins and ends.
struct QuotationContext: Sendable {
  /// What stands right before the opening mark.
  enum Before: UInt8, CaseIterable {
    case paragraphStart, sentenceEnd, comma, colon, cue, that, word, quotation, dash, bracket
    case name, determiner, preposition, auxiliary
  }

  /// What stands right after the closing mark.
  enum After: UInt8, CaseIterable {
    case paragraphEnd, cue, mention, sentenceStart, word, comma, fullStop, quotation, dash, other
  }

  /// How the content ends.
  enum Ending: UInt8, CaseIterable {
    case comma, fullStop, question, open, none
  }

  /// Whether the paragraph is a headline, as far as its end shows it.
  enum Headline: UInt8, CaseIterable {
    /// The paragraph ends as sentences do.
    case none
    /// It ends without a full stop.
    case line
    /// Such a line begins with a name and a colon, which says whose words are marked:
    /// `Ruiz: Bridge ‘unsafe’`.
    case label
  }

  var before = Before.paragraphStart
  var headline = Headline.none
  var after = After.paragraphEnd
  var ending = Ending.none
  var startsLowerCase = false
  var isClosed = true
  /// Words of the content.
  var wordCount = 0
  /// The paragraph has no words outside of quotations.
  var paragraphIsAllQuotation = false

  init(_ scene: Scene, _ span: Scene.MarkedSpan) {
    let paragraph = scene.text.paragraphs[span.paragraph].tokens
    readContent(scene, span.tokens)
    isClosed = span.isClosed
    before = Self.before(scene, span.tokens.lowerBound, in: paragraph)
    after = after(scene, span.tokens.upperBound, in: paragraph)
    headline = Self.headline(scene, span, in: paragraph)
    paragraphIsAllQuotation = !scene.hasNarration[span.paragraph]
  }

  private mutating func readContent(_ scene: Scene, _ range: Range<Int>) {
    var isFirst = true
    for index in range {
      let token = scene.text.tokens[index]
      guard token.kind == .word || token.kind == .number else { continue }
      wordCount += 1
      if isFirst { startsLowerCase = !token.traits.contains(.capitalized) && token.kind == .word }
      isFirst = false
    }
    for index in range.reversed() {
      switch scene.text.tokens[index].kind {
      case .mark, .closeBracket: continue
      case .comma: ending = .comma
      case .fullStop: ending = .fullStop
      case .questionMark, .exclamationMark: ending = .question
      case .dash, .ellipsis: ending = .open
      default: ending = .none
      }
      return
    }
  }

  private static func before(_ scene: Scene, _ start: Int, in paragraph: Range<Int>) -> Before {
    guard start > paragraph.lowerBound else { return .paragraphStart }
    let previous = start - 1
    guard scene.isNarration(previous) else { return .quotation }
    switch scene.text.tokens[previous].kind {
    case .comma: return .comma
    case .colon: return .colon
    case .fullStop, .questionMark, .exclamationMark: return .sentenceEnd
    case .dash: return .dash
    case .openBracket, .closeBracket: return .bracket
    case .word:
      let entry = scene.entry(previous)
      if entry.traits.contains(.cue) { return .cue }
      if entry.traits.contains(.relative) { return .that }
      if entry.traits.contains(.determiner) || entry.traits.contains(.possessive) {
        return .determiner
      }
      if entry.traits.contains(.preposition) { return .preposition }
      if entry.traits.contains(.auxiliary) { return .auxiliary }
      return scene.text.tokens[previous].traits.contains(.capitalized) ? .name : .word
    default: return .word
    }
  }

  private func after(_ scene: Scene, _ end: Int, in paragraph: Range<Int>) -> After {
    guard end < paragraph.upperBound else { return .paragraphEnd }
    guard scene.isNarration(end) else { return .quotation }
    let token = scene.text.tokens[end]
    switch token.kind {
    case .comma: return .comma
    case .fullStop, .questionMark, .exclamationMark: return .fullStop
    case .dash: return .dash
    case .word:
      let traits = scene.entry(end).traits
      if traits.contains(.cue) { return .cue }
      if ending == .fullStop, isClosed { return .sentenceStart }
      if traits.contains(.pronoun) || token.traits.contains(.capitalized)
        || traits.contains(.determiner)
      {
        return .mention
      }
      return .word
    default: return .other
    }
  }

  private static func headline(
    _ scene: Scene, _ span: Scene.MarkedSpan, in paragraph: Range<Int>
  ) -> Headline {
    guard scene.endsLikeHeadline(paragraph) else { return .none }
    let tokens = scene.text.tokens
    let first = scene.firstMention(startingAtOrAfter: paragraph.lowerBound)
    guard first < scene.mentions.count else { return .line }
    let mention = scene.mentions[first].tokens
    let isLabel =
      mention.lowerBound == paragraph.lowerBound && mention.upperBound < span.tokens.lowerBound
      && tokens[mention.upperBound].kind == .colon
    return isLabel ? .label : .line
  }
}
