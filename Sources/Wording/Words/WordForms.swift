internal import Prose

/// Reads printed words one by one, as an index of many texts has to: without the words around them.
///
/// A form is what stands between two word boundaries, with its letters of ASCII small. Capitals, full
/// stops and neighbours, on which a reading can depend in a text (`US`, `Gen.`, *two hundred*), are
/// not seen; so a form that plain letters make has the key that it has in a ``WordSequence`` unless
/// its reading depends on them, and equal forms have equal keys always.
package struct WordForms: Sendable {
  private let shared = SharedLexicon.english
  private let tokenizer = Tokenizer()

  package init() {}

  /// One of the words that a form stands for.
  package struct Word: Hashable, Sendable {
    /// See ``WordSequence/Word/key``.
    package var key: UInt64
    /// How much the word tells, in bits, by the language data.
    package var bits: UInt8
    /// Whether the word carries grammar rather than content.
    package var isFunctionWord: Bool
  }

  /// The words that a form stands for: one as a rule, two for `don't`.
  ///
  /// - Complexity: O(*n*); about 50 ns for letters that the language data do not spell out, and about
  ///   5 µs for anything else.
  package func words(of form: [UInt8]) -> [Word] {
    if let plain = plainWord(form) { return [plain] }
    let text = tokenizer.tokenize(form)
    return SequenceReader.read(
      shared: shared, text: text, pieces: [TextSpan(0, form.count)]
    ).words.map { word($0.key) }
  }

  /// The word that small letters of ASCII are; nil when the language data spell them out.
  private func plainWord(_ form: [UInt8]) -> Word? {
    guard form.count <= SequenceReader.longestWord, form.allSatisfy({ $0 &- 0x61 < 26 })
    else { return nil }
    let key = WordKey.of(form)
    let entry = shared.lexicon.entry(key)
    guard entry?.expansion == nil, entry?.number == nil else { return nil }
    return Word(key, entry)
  }

  private func word(_ key: UInt64) -> Word { Word(key, shared.lexicon.entry(key)) }
}

extension WordForms.Word {
  fileprivate init(_ key: UInt64, _ entry: WordEntry?) {
    let bits = entry.map(\.bits) ?? 0
    self.init(
      key: key, bits: bits == 0 ? SequenceReader.rareBits : bits,
      isFunctionWord: entry?.traits.contains(.function) ?? false)
  }
}

extension WordForms {
  /// A word of a quotation, and whether something may have been left out before it.
  package struct QuotedWord: Hashable, Sendable {
    package var word: Word
    package var isAfterSkip: Bool
  }

  /// The words of a quotation, form by form, so that they have the keys that the same print has in an
  /// index.
  ///
  /// Where an editor wrote into a word, `[T]he`, the word is the one that was meant. What asterisks
  /// or dashes mask is left out.
  ///
  /// - Complexity: O(*n*).
  package func words(of quotation: WordSequence) -> [QuotedWord] {
    var words: [QuotedWord] = []
    let segmenter = WordSegmenter()
    var isAfterSkip = false
    for print in quotation.prints {
      guard let first = quotation.words[print.words].first else { continue }
      isAfterSkip = isAfterSkip || first.traits.contains(.afterSkip)
      var found: [Word] = []
      if first.traits.contains(.innerBracket) {
        found = quotation.words[print.words].map { self.word($0.key) }
      } else if !first.traits.contains(.masked) {
        quotation.text.bytes[print.span.range].withUnsafeBufferPointer { bytes in
          segmenter.forEachWord(of: bytes) { start, end in
            found += self.words(of: bytes[start..<end].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
          }
        }
      }
      for word in found {
        words.append(QuotedWord(word: word, isAfterSkip: isAfterSkip))
        isAfterSkip = false
      }
    }
    if !words.isEmpty { words[0].isAfterSkip = false }
    return words
  }
}
