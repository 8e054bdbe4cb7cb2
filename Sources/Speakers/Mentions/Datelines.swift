import Prose

/// Finds the datelines of a text: the place where a report was filed, and the agency that filed it,
/// in front of a paragraph.
///
///     PORT CALDER, Ohio (AP) — The mayor said …
///     London, Jan 5 (Reuters) - The mayor said …
///     NEW DELHI: The mayor said …
///
/// Nobody named there speaks, and the sentence begins behind it.
struct Datelines {
  private let text: TokenizedText
  private let lexemes: Lexemes
  /// For each token the quotation that it stands in; negative in the narration.
  private let spanOfToken: [Int32]

  /// The most tokens of a dateline.
  private static let longest = 16
  /// The paragraphs in which a place that nobody knows may be told by its capitals alone: title,
  /// standfirst, byline and credits come before the first of the report.
  private static let firstParagraphs = 8

  /// The tokens of each dateline, in the order of the text.
  ///
  /// - Complexity: Linear in the number of paragraphs.
  static func all(
    in text: TokenizedText, _ lexemes: Lexemes, spanOfToken: [Int32]
  ) -> [Range<Int>] {
    let reader = Datelines(text: text, lexemes: lexemes, spanOfToken: spanOfToken)
    return text.paragraphs.enumerated().compactMap { number, paragraph in
      reader.end(paragraph.tokens, isEarly: number < firstParagraphs).map {
        paragraph.tokens.lowerBound..<$0
      }
    }
  }

  /// The end of the dateline that opens a paragraph; nil when there is none.
  private func end(_ paragraph: Range<Int>, isEarly: Bool) -> Int? {
    guard let first = paragraph.first, isCapital(first) || kind(first) == .openBracket,
      spanOfToken[first] < 0
    else { return nil }
    let limit = min(paragraph.upperBound, first + Self.longest)
    let city = words(from: first, limit)
    let isShouted = city.allSatisfy { text.tokens[$0].traits.contains(.allCapitals) }
    let isKnown =
      !city.isEmpty && lexemes.entries[first].traits.contains(.place)
      && Int(lexemes.phraseLengths[first]) == city.count
    var next = city.upperBound
    while next < limit, kind(next) == .comma {
      let region = details(from: next + 1, limit)
      guard !region.isEmpty else { return nil }
      next = region.upperBound
    }
    let hasRegion = next > city.upperBound
    let agency = bracketed(next, limit)
    if let agency { next = agency }
    guard next < limit, next + 1 < paragraph.upperBound else { return nil }
    if kind(next) == .colon {
      return isShouted && isKnown && isCapital(next + 1) ? next + 1 : nil
    }
    guard kind(next) == .dash else { return nil }
    let startsSentence = isCapital(next + 1) || spanOfToken[next + 1] >= 0
    let isDateline =
      agency != nil || (isKnown && startsSentence)
      || (isShouted && !city.isEmpty && (hasRegion || isEarly) && isCapital(next + 1))
    return isDateline ? next + 1 : nil
  }

  private func kind(_ token: Int) -> Token.Kind { text.tokens[token].kind }

  private func isCapital(_ token: Int) -> Bool {
    text.tokens[token].traits.contains(.capitalized)
      || text.tokens[token].traits.contains(.allCapitals)
  }

  /// The capitalised words from a token on: a city, or two with a stroke between them.
  private func words(from start: Int, _ limit: Int) -> Range<Int> {
    var end = start
    while end < limit, (kind(end) == .word && isCapital(end)) || (end > start && isStroke(end)) {
      end += 1
    }
    return start..<end
  }

  private func isStroke(_ token: Int) -> Bool {
    kind(token) == .symbol && text.bytes[text.tokens[token].start] == UInt8(ascii: "/")
  }

  /// A region, a country or a day behind a comma.
  private func details(from start: Int, _ limit: Int) -> Range<Int> {
    var end = start
    while end < limit, end - start < 4,
      (kind(end) == .word && isCapital(end)) || kind(end) == .number
    {
      end += 1
    }
    return start..<end
  }

  /// The end of what stands in brackets at a token when it can be an agency: a few words, of which
  /// the first has a capital.
  private func bracketed(_ start: Int, _ limit: Int) -> Int? {
    guard start + 2 < limit, kind(start) == .openBracket, isCapital(start + 1) else { return nil }
    for token in start + 2..<min(limit, start + 7) {
      switch kind(token) {
      case .closeBracket: return token + 1
      case .word, .symbol: continue
      default: return nil
      }
    }
    return nil
  }
}
