import Prose

/// Marks that differ between two equal words.
extension DifferenceFinder {
  /// Compares what stands between two links, when nothing but marks does on either side.
  mutating func compareGap(_ before: Alignment.Link, _ after: Alignment.Link) {
    guard before.aEnd == after.a, before.bEnd == after.b, before.isEqual, after.isEqual else {
      return
    }
    let aPieces = a.words[after.a].traits.contains(.pieceStart)
    let bPieces = b.words[after.b].traits.contains(.pieceStart)
    if aPieces || bPieces {
      if aPieces != bPieces {
        let aPlace = a.gap(before: after.a)
        let bPlace = b.gap(before: after.b)
        // Words between two pieces are the reporter's, where the other rendering reads on.
        add(
          .interruptingCue, .substitution, TextSpan(aPlace.start, aPlace.start),
          TextSpan(bPlace.start, bPlace.start))
      }
      return
    }
    if a.hasPlainGap(before: after.a), b.hasPlainGap(before: after.b) { return }
    let x = GapMarks(a, before: after.a)
    let y = GapMarks(b, before: after.b)
    guard x != y else { return }
    let aPlace = a.gap(before: after.a)
    let bPlace = b.gap(before: after.b)
    for differenceClass in x.classes(against: y) {
      add(differenceClass, .substitution, aPlace, bPlace)
    }
  }

  /// A question that the other rendering prints as a statement shows at the very end, where other
  /// marks do not count.
  mutating func compareEnds() {
    guard let last = alignment.links.last, last.isEqual, last.aEnd == a.words.count,
      last.bEnd == b.words.count
    else { return }
    let x = a.endMark
    let y = b.endMark
    guard x.isQuestion != y.isQuestion, x.isPrinted, y.isPrinted else { return }
    add(.mood, .substitution, x.span, y.span)
  }
}

extension WordSequence {
  /// The place between a word and the one before it; empty when nothing stands there.
  func gap(before word: Int) -> TextSpan {
    guard word > 0, word < words.count else { return TextSpan(0, 0) }
    let start = words[word - 1].span.end
    let end = words[word].span.start
    return start <= end ? TextSpan(start, end) : TextSpan(start, start)
  }

  /// Whether one plain space stands before a word, or nothing inside a printed word: no marks, as
  /// between nearly all words.
  func hasPlainGap(before word: Int) -> Bool {
    let print = Int(words[word].print)
    guard word > 0, Int(words[word - 1].print) != print else { return true }
    let previous = prints[Int(words[word - 1].print)]
    let next = prints[print]
    return previous.endToken == next.firstToken && previous.end + 1 == next.start
      && text.bytes[Int(previous.end)] == 0x20
      // A full stop of an abbreviation can end the sentence as well.
      && text.bytes[Int(previous.end) - 1] != 0x2E
  }

  /// Whether a single mark was opened in the words before a word, so that one behind it closes.
  func opensSingleMark(before word: Int) -> Bool {
    for index in stride(from: word - 1, to: max(0, word - 40), by: -1) {
      let print = prints[Int(words[index].print)]
      let before = Int(print.firstToken) - 1
      guard before >= 0 else { return false }
      let token = text.tokens[before]
      let isSingle =
        text.bytes[token.span.range].elementsEqual([0x27])
        || text.bytes[token.span.range].elementsEqual([0xE2, 0x80, 0x98])
      if token.kind == .mark, isSingle, token.end == Int(print.start) { return true }
    }
    return false
  }

  /// The marks behind the last word.
  var endMark: (isQuestion: Bool, isPrinted: Bool, span: TextSpan) {
    guard let last = words.last, let piece = pieces.last else {
      return (false, false, TextSpan(0, 0))
    }
    let first = Int(prints[Int(last.print)].endToken)
    var result = (isQuestion: false, isPrinted: false, span: TextSpan(last.span.end, last.span.end))
    for token in text.tokens[first...] {
      guard token.end <= piece.end, !token.traits.contains(.paragraphStart) else { break }
      switch token.kind {
      case .questionMark: result = (true, true, token.span)
      case .fullStop, .exclamationMark:
        if !result.isPrinted { result = (false, true, token.span) }
      case .closeBracket, .mark: continue
      default: return result
      }
    }
    return result
  }
}

/// What stands between two words of one piece: marks by kind, and how each is printed.
struct GapMarks: Equatable {
  private var quotation: [[UInt8]] = []
  private var apostrophes: [[UInt8]] = []
  private var ellipsis: [UInt8] = []
  private var dash: [UInt8] = []
  /// The mark that ends a sentence: `.`, `!` or `?`; 0 for none.
  private var sentenceEnd: UInt8 = 0
  /// Commas, colons, semicolons, brackets.
  private var inner: [UInt8] = []
  /// White space that is not one plain space.
  private var space: [UInt8] = []

  init(_ side: borrowing WordSequence, before word: Int) {
    let print = Int(side.words[word].print)
    guard word > 0, Int(side.words[word - 1].print) != print else { return }
    let previous = side.prints[Int(side.words[word - 1].print)]
    let next = side.prints[print]
    guard previous.endToken <= next.firstToken else { return }
    let bytes = side.text.bytes
    var offset = Int(previous.end)
    for token in side.text.tokens[Int(previous.endToken)..<Int(next.firstToken)] {
      addSpace(bytes[offset..<max(offset, token.start)])
      offset = max(offset, token.end)
      let printed = Array(bytes[token.span.range])
      switch token.kind {
      case .mark:
        if isApostrophe(token, side, word) {
          apostrophes.append(printed)
        } else {
          quotation.append(printed)
        }
      case .ellipsis: ellipsis = printed
      case .dash:
        dash = printed
        // A dash with spaces around it is another dash.
        if token.traits.contains(.spaceBefore) { dash.insert(0x20, at: 0) }
      case .questionMark: sentenceEnd = 0x3F
      case .exclamationMark: if sentenceEnd != 0x3F { sentenceEnd = 0x21 }
      case .openBracket where printed == [0x5B], .closeBracket where printed == [0x5D]: break
      case .fullStop: if sentenceEnd == 0 { sentenceEnd = 0x2E }
      default: inner.append(contentsOf: printed)
      }
    }
    addSpace(bytes[offset..<max(offset, Int(next.start))])
    // A full stop of an abbreviation can end the sentence as well.
    if sentenceEnd == 0, bytes[Int(previous.end) - 1] == 0x2E,
      side.words[word].traits.contains(.capitalized), !side.words[word].isNameLike
    {
      sentenceEnd = 0x2E
    }
  }

  /// Whether a mark is the apostrophe of a plural possessive or of a short year: `miners’`, `’90s`.
  private func isApostrophe(_ token: Token, _ side: WordSequence, _ word: Int) -> Bool {
    let bytes = side.text.bytes[token.span.range]
    guard
      bytes.elementsEqual([0x27]) || bytes.elementsEqual([0xE2, 0x80, 0x99])
        || bytes.elementsEqual([0xE2, 0x80, 0x98])
    else { return false }
    let before = side.words[word - 1]
    if token.start == before.span.end, side.letters(of: word - 1).last == UInt8(ascii: "s") {
      return !side.opensSingleMark(before: word)
    }
    return token.end == side.words[word].span.start && side.words[word].traits.contains(.number)
  }

  /// Whether no mark stands here but, perhaps, an ellipsis.
  private var isEmptyButEllipsis: Bool { dash.isEmpty && sentenceEnd == 0 && inner.isEmpty }

  private mutating func addSpace(_ bytes: ArraySlice<UInt8>) {
    if !bytes.isEmpty, bytes.elementsEqual([0x20]) == false { space.append(contentsOf: bytes) }
  }

  /// The classes of difference between these marks and others.
  func classes(against other: GapMarks) -> [DifferenceClass] {
    var classes: [DifferenceClass] = []
    // Dashes or commas in the place of a mark are no other form of it.
    let isReplaced =
      (quotation.isEmpty && !other.dash.isEmpty) || (other.quotation.isEmpty && !dash.isEmpty)
      || (quotation.isEmpty && !dash.isEmpty && other.dash.isEmpty)
      || (other.quotation.isEmpty && !other.dash.isEmpty && dash.isEmpty)
    if quotation != other.quotation, !isReplaced { classes.append(.marks) }
    if apostrophes != other.apostrophes, apostrophes.count == other.apostrophes.count {
      classes.append(.apostrophe)
    }
    let hasEllipsis = !ellipsis.isEmpty
    let otherHasEllipsis = !other.ellipsis.isEmpty
    if hasEllipsis, otherHasEllipsis, ellipsis != other.ellipsis { classes.append(.ellipsisGlyph) }
    let hasDash = !dash.isEmpty
    let otherHasDash = !other.dash.isEmpty
    if hasDash, otherHasDash, dash != other.dash { classes.append(.dash) }
    if sentenceEnd != other.sentenceEnd, !(hasEllipsis || otherHasEllipsis) {
      let isQuestion = sentenceEnd == 0x3F || other.sentenceEnd == 0x3F
      classes.append(
        isQuestion && sentenceEnd != 0 && other.sentenceEnd != 0 ? .mood : .endPunctuation)
    } else if hasEllipsis != otherHasEllipsis, isEmptyButEllipsis, other.isEmptyButEllipsis {
      classes.append(.ellipsisOmission)
    } else if inner != other.inner || hasDash != otherHasDash || hasEllipsis != otherHasEllipsis {
      classes.append(.innerPunctuation)
    }
    if classes.isEmpty, space != other.space { classes.append(.whiteSpace) }
    return classes
  }
}
