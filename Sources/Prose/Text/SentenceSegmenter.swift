/// Cuts the paragraphs of a text into sentences.
///
/// The boundaries are ICU's (UAX #29 with CLDR's tailoring and its list of abbreviations). Two
/// kinds are dropped: those inside a token, such as a spaced ellipsis, and those behind an initial
/// or a title, which a name follows.
public struct SentenceSegmenter: Sendable {
  private let prototype: BreakIterator.Prototype

  /// Creates a segmenter.
  ///
  /// - Parameter locale: An ICU locale; `@ss=standard` asks for CLDR's list of abbreviations.
  /// - Throws: ``ICUError`` when ICU has no data for sentences.
  public init(locale: String = "en@ss=standard") throws(ICUError) {
    prototype = try BreakIterator.Prototype.shared(.sentences, locale: locale)
  }

  /// The sentences of every paragraph, in order, each without the white space around it.
  ///
  /// - Complexity: O(*n*), at about 100 MB/s.
  public func sentences(of text: TokenizedText) -> [[TextSpan]] {
    do throws(ICUError) {
      let iterator = try BreakIterator(prototype)
      return text.paragraphs.map { sentences(of: $0, in: text, iterator) }
    } catch {
      // Out of memory: every paragraph is one sentence.
      return text.paragraphs.map { sentences(of: $0, in: text, boundaries: []) }
    }
  }

  /// The sentences of a paragraph, in order, each without the white space around it. Every token
  /// of the paragraph lies in one of them.
  public func sentences(of paragraph: Paragraph, in text: TokenizedText) -> [TextSpan] {
    do throws(ICUError) {
      return sentences(of: paragraph, in: text, try BreakIterator(prototype))
    } catch {
      return sentences(of: paragraph, in: text, boundaries: [])
    }
  }

  private func sentences(
    of paragraph: Paragraph, in text: TokenizedText, _ iterator: borrowing BreakIterator
  ) -> [TextSpan] {
    let content = withoutNewlines(text.bytes[paragraph.span.range])
    // Without an answer from ICU the paragraph is one sentence.
    let boundaries = (try? iterator.boundaries(of: content)) ?? []
    return sentences(of: paragraph, in: text, boundaries: boundaries)
  }

  /// The sentences between those of ICU's boundaries that hold.
  private func sentences(
    of paragraph: Paragraph, in text: TokenizedText, boundaries: [Int]
  ) -> [TextSpan] {
    var sentences: [TextSpan] = []
    var first = paragraph.tokens.lowerBound
    var next = first
    for boundary in boundaries {
      let offset = paragraph.span.start + boundary
      while next < paragraph.tokens.upperBound, text.tokens[next].start < offset { next += 1 }
      guard next > first, next < paragraph.tokens.upperBound else { continue }
      let last = text.tokens[next - 1]
      if last.end > offset || mayPrecedeName(last, text, next: text.tokens[next]) { continue }
      sentences.append(TextSpan(text.tokens[first].start, last.end))
      first = next
    }
    if first < paragraph.tokens.upperBound {
      sentences.append(
        TextSpan(text.tokens[first].start, text.tokens[paragraph.tokens.upperBound - 1].end))
    }
    return sentences
  }

  /// A paragraph with spaces for newlines: in hard-wrapped text ICU would end a sentence at each.
  private func withoutNewlines(_ content: ArraySlice<UInt8>) -> [UInt8] {
    var content = Array(content)
    content.withUnsafeMutableBufferPointer { buffer in
      let view = UnsafeBufferPointer(buffer)
      var offset = 0
      while offset < buffer.count {
        let width = TextLine.newlineWidth(view, at: offset)
        for place in offset..<offset + width { buffer[place] = 0x20 }
        offset += max(1, width)
      }
    }
    return content
  }

  private func mayPrecedeName(_ token: Token, _ text: TokenizedText, next: Token) -> Bool {
    guard token.traits.contains(.abbreviation), next.kind == .word else { return false }
    return text.bytes.withUnsafeBufferPointer {
      // One letter and a full stop: an initial.
      $0.scalar(at: token.start).width == token.end - token.start - 1
        || EnglishAbbreviations.isTitle($0, token.start, token.end - 1)
    }
  }
}
