import Prose

/// Reads the words of a rendering: folds them, spells them out, and notes the print around them.
///
/// What a word stands for is the language data's business (``WordingLexicon``); the reader knows only
/// how print puts words together: hyphens, apostrophes, full stops, brackets, digits.
struct SequenceReader {
  private let shared: SharedLexicon
  var sequence: WordSequence
  /// The tokens and bytes of the text.
  let tokens: UnsafeBufferPointer<Token>
  let bytes: UnsafeBufferPointer<UInt8>
  /// What is known of the numbers among the words, by the index of the word, as far as the last that
  /// is one: most texts have none.
  var numbers: [ReadNumber] = []
  /// The folded letters of the token that is being read.
  var buffer: [UInt8] = []
  /// What the print before the next word says of it.
  var pending: WordTraits = []
  /// How many brackets are open.
  private var squareDepth = 0
  private var roundDepth = 0
  var piece: Int32 = 0

  /// The words of a text's pieces.
  ///
  /// - Complexity: O(*n*).
  static func read(shared: SharedLexicon, text: TokenizedText, pieces: [TextSpan]) -> WordSequence {
    text.tokens.withUnsafeBufferPointer { tokens in
      text.bytes.withUnsafeBufferPointer { bytes in
        var reader = SequenceReader(
          shared: shared, sequence: WordSequence(text: text, pieces: pieces), tokens: tokens,
          bytes: bytes)
        reader.read()
        return reader.sequence
      }
    }
  }

  private init(
    shared: SharedLexicon, sequence: WordSequence, tokens: UnsafeBufferPointer<Token>,
    bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.shared = shared
    self.sequence = sequence
    self.tokens = tokens
    self.bytes = bytes
    buffer.reserveCapacity(64)
  }

  var lexicon: WordingLexicon {
    _read { yield shared.lexicon }
  }

  private mutating func read() {
    let ranges = sequence.pieces.map { sequence.text.tokens(in: $0) }
    let count = ranges.reduce(0) { $0 + $1.count }
    sequence.words.reserveCapacity(count + 8)
    sequence.prints.reserveCapacity(count)
    sequence.letters.reserveCapacity(8 * count)
    for (index, range) in ranges.enumerated() {
      piece = Int32(index)
      pending = [.afterSkip, .pieceStart, .sentenceStart]
      squareDepth = 0
      roundDepth = 0
      readTokens(range)
    }
    combineNumbers()
    readContext()
  }

  private mutating func readTokens(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      switch token.kind {
      case .word where readPlainWord(at: index, end: range.upperBound): break
      case .word where isElision(index, index + 1, end: range.upperBound):
        index = readPrint(at: index, end: index + 2, isWhole: true)
        continue
      case .word, .number, .reference:
        index = readPrint(at: index, end: range.upperBound)
        continue
      case .dash where isMinus(at: index, end: range.upperBound),
        .symbol where isMinus(at: index, end: range.upperBound):
        index = readPrint(at: index, end: index + 2, isWhole: true)
        continue
      case .symbol: readSymbol(at: index)
      case .ellipsis: pending.formUnion([.afterSkip, .afterEllipsis, .sentenceStart])
      case .fullStop, .questionMark, .exclamationMark: pending.insert(.sentenceStart)
      case .openBracket:
        if let end = printWithBrackets(from: index, end: range.upperBound) {
          index = readPrint(at: index, end: end)
          continue
        }
        if bytes[token.start] == 0x5B { squareDepth += 1 } else { roundDepth += 1 }
      case .mark where isElidedAnd(at: index, end: range.upperBound):
        index = readPrint(at: index, end: index + 3, isWhole: true)
        continue
      case .mark where isElision(index, index + 1, end: range.upperBound):
        index = readPrint(at: index, end: index + 2, isWhole: true)
        continue
      case .closeBracket:
        if bytes[token.start] == 0x5D {
          squareDepth = max(0, squareDepth - 1)
        } else {
          roundDepth = max(0, roundDepth - 1)
        }
      default: break
      }
      index += 1
    }
  }

  /// Whether a sign is the minus of the number behind it: it touches the number, and nothing before it.
  private func isMinus(at index: Int, end: Int) -> Bool {
    let tokens = sequence.text.tokens
    guard index + 1 < end, tokens[index + 1].kind == .number,
      tokens[index].end == tokens[index + 1].start,
      tokens[index].traits.contains(.spaceBefore) || index == 0
        || tokens[index - 1].kind == .openBracket || tokens[index - 1].kind == .mark
    else { return false }
    let bytes = sequence.text.bytes[tokens[index].span.range]
    return bytes.elementsEqual([0x2D]) || bytes.elementsEqual([0xE2, 0x88, 0x92])
      || bytes.elementsEqual([0xEF, 0xBC, 0x8D])
  }

  /// Whether a mark is the first apostrophe of `’n’`.
  private func isElidedAnd(at index: Int, end: Int) -> Bool {
    guard index + 2 < end, tokens[index + 2].kind == .mark, tokens[index + 1].span.count == 1,
      tokens[index].end == tokens[index + 1].start, tokens[index + 1].end == tokens[index + 2].start
    else { return false }
    return bytes[tokens[index + 1].start] | 0x20 == UInt8(ascii: "n")
  }

  /// Whether an apostrophe and letters beside it are a form that the language data spell out: `’em`,
  /// `goin’`.
  private mutating func isElision(_ first: Int, _ second: Int, end: Int) -> Bool {
    guard second < end, tokens[first].end == tokens[second].start,
      (tokens[first].kind == .mark) != (tokens[second].kind == .mark),
      tokens[first].kind == .word || tokens[second].kind == .word
    else { return false }
    buffer.removeAll(keepingCapacity: true)
    fold(tokens[first].span)
    fold(tokens[second].span)
    guard buffer.contains(0x27), let entry = lexicon.entry(WordKey.of(buffer)) else { return false }
    return entry.expansion != nil
  }

  /// Whether a number follows the printed word that is being read.
  var isBeforeNumber: Bool {
    guard let print = sequence.prints.last else { return false }
    let next = Int(print.endToken)
    return next < tokens.count && tokens[next].kind == .number
  }

  // MARK: Printed words

  /// Reads a printed word, with brackets or asterisks inside it, and returns the index behind it.
  ///
  /// - Parameter isWhole: Whether all tokens up to `end` are the word, as the caller has found.
  private mutating func readPrint(at first: Int, end: Int, isWhole: Bool = false) -> Int {
    var last = isWhole ? end - 1 : first
    var traits = pending
    // `f***`, `s--t`: letters with a mask behind, without a space.
    var bracketed = tokens[first].kind == .openBracket
    while last + 1 < end, tokens[last].end == tokens[last + 1].start {
      let next = tokens[last + 1]
      if isMask(last + 1) {
        traits.insert(.masked)
      } else if isApostropheLike(next), last + 2 < end, tokens[last + 2].kind == .word,
        next.end == tokens[last + 2].start, tokens[last + 2].span.count <= 2
      {
        // A prime or an accent in the place of an apostrophe.
        last += 1
      } else if next.kind == .openBracket && closesInside(from: last + 1, end: end) != nil {
        bracketed = true
      } else if !(bracketed && (next.kind == .word || next.kind == .closeBracket))
        && !(traits.contains(.masked) && next.kind == .word)
      {
        break
      }
      last += 1
    }
    if bracketed { traits.insert(.innerBracket) }
    pending = []
    let print = sequence.prints.count
    let start = tokens[first].start
    let firstWord = sequence.words.count
    sequence.prints.append(
      .init(
        start: UInt32(start), end: UInt32(tokens[last].end), firstToken: Int32(first),
        endToken: Int32(last + 1), firstWord: Int32(firstWord), wordCount: 0))
    traits.formUnion(
      printTraits(of: tokens[first...last].first { $0.kind == .word } ?? tokens[first]))
    buffer.removeAll(keepingCapacity: true)
    for token in tokens[first...last]
    where token.kind != .openBracket && token.kind != .closeBracket {
      if traits.contains(.masked), isMaskToken(token) {
        // However long: it stands for letters, not for so many.
        buffer.append(0x2A)
      } else {
        fold(token.span)
      }
    }
    appendLetters(0..<buffer.count, traits, isNumber: tokens[first].kind == .number)
    if sequence.words.count == firstWord {
      // Nothing but invisible characters: no word.
      sequence.prints.removeLast()
      pending = traits.intersection([.afterSkip, .afterEllipsis, .pieceStart, .sentenceStart])
      return last + 1
    }
    for word in sequence.words.indices[firstWord...].dropFirst() {
      sequence.words[word].traits.subtract([
        .afterSkip, .afterEllipsis, .pieceStart, .sentenceStart,
      ])
    }
    sequence.prints[print].wordCount = Int32(sequence.words.count - firstWord)
    return last + 1
  }

  /// What the print of a token, and the brackets around it, say of its words.
  @inline(__always)
  func printTraits(of token: Token) -> WordTraits {
    var traits: WordTraits = []
    if token.traits.contains(.capitalized) { traits.insert(.capitalized) }
    if token.traits.contains(.allCapitals) { traits.insert(.allCapitals) }
    if squareDepth > 0 { traits.insert(.bracketed) }
    if roundDepth > 0 { traits.formUnion([.bracketed, .parenthesized]) }
    return traits
  }

  /// Whether a token is a sign that print uses for an apostrophe: `´`, `` ` ``, `′`.
  private func isApostropheLike(_ token: Token) -> Bool {
    let bytes = bytes[token.span.range]
    return bytes.elementsEqual([0x60]) || bytes.elementsEqual([0xC2, 0xB4])
      || bytes.elementsEqual([0xE2, 0x80, 0xB2])
  }

  /// Whether a token is asterisks or hyphens in the place of letters. Two hyphens between words are
  /// a dash, unless what stands before them can hardly be a word.
  private func isMask(_ index: Int) -> Bool {
    let token = tokens[index]
    let bytes = bytes[token.span.range]
    switch token.kind {
    case .symbol: return bytes.allSatisfy { $0 == 0x2A || $0 == 0x5F }
    case .dash:
      return bytes.count >= 2 && bytes.allSatisfy { $0 == 0x2D }
        && (bytes.count >= 3 || tokens[index - 1].span.count == 1)
    default: return false
    }
  }

  private func isMaskToken(_ token: Token) -> Bool { token.kind == .symbol || token.kind == .dash }

  /// The end of a printed word that starts with brackets inside it, `[T]he`; nil when the bracket
  /// holds words of its own.
  private func printWithBrackets(from first: Int, end: Int) -> Int? {
    guard let close = closesInside(from: first, end: end) else { return nil }
    guard close + 1 < end, tokens[close + 1].kind == .word,
      tokens[close].end == tokens[close + 1].start
    else { return nil }
    return end
  }

  /// The closing bracket of a pair that holds one word and touches it.
  private func closesInside(from open: Int, end: Int) -> Int? {
    // [sic] and [expletive] are words of the editor's.
    guard open + 2 < end, bytes[tokens[open].start] == 0x5B,
      tokens[open + 1].kind == .word, tokens[open + 2].kind == .closeBracket,
      tokens[open].end == tokens[open + 1].start, tokens[open + 1].end == tokens[open + 2].start,
      lexicon.entry(WordKey.of(bytes[tokens[open + 1].span.range]))?.traits
        .isDisjoint(with: [.sic, .mask, .noise]) ?? true
    else { return nil }
    return open + 2
  }

  /// Reads `&`, `%`, `$` and their like, which stand for words.
  private mutating func readSymbol(at index: Int) {
    let token = tokens[index]
    buffer.removeAll(keepingCapacity: true)
    fold(token.span)
    let key = WordKey.of(buffer)
    guard let entry = lexicon.entry(key), let expansion = entry.expansion else { return }
    let isUnit = entry.traits.contains(.unit)
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    let isPrefix = isUnit && next?.kind == .number && next?.start == token.end
    let firstWord = sequence.words.count
    sequence.prints.append(
      .init(
        start: UInt32(token.start), end: UInt32(token.end), firstToken: Int32(index),
        endToken: Int32(index + 1), firstWord: Int32(firstWord), wordCount: 0))
    for place in expansion.words {
      append(lexicon.letters[lexicon.expansions[place]], pending)
      if isPrefix { note(ReadNumber(kind: .prefixUnit, value: 0)) }
      if isUnit { sequence.words[sequence.words.count - 1].traits.insert(.unit) }
    }
    pending = []
    sequence.prints[sequence.prints.count - 1].wordCount = Int32(sequence.words.count - firstWord)
  }
}
