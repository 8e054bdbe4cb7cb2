import Prose

/// From folded letters to compared words.
extension SequenceReader {
  /// Appends the words that folded letters stand for.
  mutating func appendLetters(_ range: Range<Int>, _ traits: WordTraits, isNumber: Bool) {
    guard !range.isEmpty else { return }
    // What is longer than any word is compared as it is printed, so that taking it apart costs nothing.
    if traits.contains(.masked) || range.count > Self.longestWord {
      append(buffer[range], traits)
      return
    }
    if isNumber || startsNumber(range), appendDigits(range, traits) { return }
    if appendKnown(range, traits) { return }
    if let hyphen = buffer[range].firstIndex(of: 0x2D), hyphen > range.lowerBound,
      hyphen + 1 < range.upperBound
    {
      appendLetters(range.lowerBound..<hyphen, traits, isNumber: false)
      appendLetters(hyphen + 1..<range.upperBound, traits, isNumber: false)
      return
    }
    if buffer[range].contains(0x2E), let undotted = withoutFullStops(range) {
      if appendKnown(undotted, traits) { return }
      append(buffer[undotted], traits)
      return
    }
    if buffer[range].contains(0x27), appendContraction(range, traits) { return }
    append(buffer[range], traits)
  }

  /// Appends what the language data spell out; false when they do not know the letters.
  private mutating func appendKnown(_ range: Range<Int>, _ traits: WordTraits) -> Bool {
    let (key, letterSet) = Self.keyAndSet(buffer[range])
    var known = lexicon.index(of: key)
    let hasStop = buffer[range.upperBound - 1] == 0x2E && range.count > 1
    if known.map({ lexicon.entries[$0].expansion == nil && lexicon.entries[$0].number == nil })
      ?? true,
      hasStop
    {
      known = lexicon.index(of: WordKey.of(buffer[range.dropLast()])) ?? known
    }
    guard let known else { return false }
    let entry = lexicon.entries[known]
    if let expansion = entry.expansion {
      let holds =
        switch expansion.condition {
        case .always: true
        case .withFullStop: hasStop
        case .withFullStopAndCapital: hasStop && traits.contains(.capitalized)
        case .beforeNumber: hasStop && isBeforeNumber
        case .inCapitals:
          traits.contains(.allCapitals) || (hasStop && traits.contains(.capitalized))
        }
      if holds {
        let traits = expansion.isAbbreviation ? traits.union(.abbreviated) : traits
        for place in expansion.words {
          append(lexicon.letters[lexicon.expansions[place]], traits)
        }
        return true
      }
    }
    guard !hasStop else { return false }
    let first = UInt32(sequence.letters.count)
    sequence.letters.append(contentsOf: buffer[range])
    append(key, letterSet, first, traits, entry)
    return true
  }

  /// `we've`, `don't`, `Smith's`, `James'`.
  private mutating func appendContraction(_ range: Range<Int>, _ traits: WordTraits) -> Bool {
    for clitic in lexicon.clitics
    where clitic.letters.count < range.count
      && buffer[range.suffix(clitic.letters.count)].elementsEqual(clitic.letters)
    {
      let base = range.dropLast(clitic.letters.count)
      if !appendKnown(base, traits) { appendLetters(base, traits, isNumber: false) }
      if clitic.meanings.count == 1 {
        for word in clitic.meanings[0] {
          append(lexicon.letters[word], traits.intersection([.bracketed, .parenthesized]))
        }
      } else {
        append(
          clitic.letters[...],
          traits.intersection([.bracketed, .parenthesized]).union([.clitic, .function]))
      }
      return true
    }
    return false
  }

  /// The letters of an abbreviation without its full stops, put behind the buffer: `f.b.i.`.
  private mutating func withoutFullStops(_ range: Range<Int>) -> Range<Int>? {
    let start = buffer.count
    for index in range where buffer[index] != 0x2E { buffer.append(buffer[index]) }
    return buffer.count > start ? start..<buffer.count : nil
  }

  /// Appends one compared word.
  mutating func append(_ letters: ArraySlice<UInt8>, _ traits: WordTraits) {
    let (key, letterSet) = Self.keyAndSet(letters)
    let first = UInt32(sequence.letters.count)
    sequence.letters.append(contentsOf: letters)
    append(key, letterSet, first, traits, lexicon.entry(key))
  }

  @inline(__always)
  private static func keyAndSet(_ letters: ArraySlice<UInt8>) -> (UInt64, UInt32) {
    letters.withUnsafeBufferPointer { letters in
      var key = WordKey.empty
      var letterSet: UInt32 = 0
      for byte in letters {
        key = WordKey.extend(key, byte)
        letterSet |= 1 << UInt32(byte & 31)
      }
      return (key, letterSet)
    }
  }

  /// Appends a compared word whose letters were put behind those of the words before.
  private mutating func append(
    _ key: UInt64, _ letterSet: UInt32, _ lettersStart: UInt32, _ traits: WordTraits,
    _ entry: WordEntry?
  ) {
    let lettersCount = sequence.letters.count - Int(lettersStart)
    var traits = traits.union(entry?.traits ?? [])
    if traits.contains(.dateInCapitals) {
      // May I? At the start of a sentence the capital says nothing.
      let isDate = traits.contains(.capitalized) && !traits.contains(.sentenceStart)
      traits.subtract(isDate ? [.modal, .function, .auxiliary] : [.month, .weekday])
    }
    // A word in capitals throughout, for weight, is no name.
    if traits.contains(.allCapitals), lettersCount > (entry?.bits ?? 0 > 0 ? 3 : 5) {
      traits.remove(.capitalized)
    }
    let print = sequence.prints[sequence.prints.count - 1]
    let bits = entry.map { $0.bits == 0 ? Self.rareBits : $0.bits } ?? Self.rareBits
    sequence.words.append(
      .init(
        key: key, traits: traits, print: 0, lettersStart: lettersStart,
        lettersCount: UInt16(clamping: lettersCount),
        bits: bits, bitsInContext: bits, letterSet: letterSet,
        signature: entry?.signature ?? 0, start: print.start, end: print.end, piece: piece))
    numbers.append(ReadNumber(entry?.number))
  }

  /// The longest printed word that is taken apart, in bytes.
  static let longestWord = 256

  /// The bits of a word that the data do not count.
  static let rareBits: UInt8 = 18
}
