import Prose

/// Print that differs where the words are the same.
extension DifferenceFinder {
  /// Compares the print of equal words, and the marks between them.
  mutating func comparePrint() {
    let links = alignment.links
    var index = 0
    while index < links.count {
      if let end = printGroup(from: index) {
        comparePrints(index..<end)
        if end < links.count { compareGap(links[end - 1], links[end]) }
        index = end
      } else {
        if index + 1 < links.count { compareGap(links[index], links[index + 1]) }
        index += 1
      }
    }
    compareEnds()
  }

  /// The links from one on that make up whole printed words on both sides; nil when a printed word
  /// begins or ends in a zone.
  private func printGroup(from start: Int) -> Int? {
    let links = alignment.links
    guard links[start].isEqual, startsPrint(a, links[start].a), startsPrint(b, links[start].b)
    else { return nil }
    var end = start + 1
    while !startsPrint(a, links[end - 1].aEnd) || !startsPrint(b, links[end - 1].bEnd) {
      guard end < links.count, links[end].isEqual, links[end].a == links[end - 1].aEnd,
        links[end].b == links[end - 1].bEnd
      else { return nil }
      end += 1
    }
    return end
  }

  private func startsPrint(_ side: WordSequence, _ word: Int) -> Bool {
    word >= side.words.count
      || side.prints[Int(side.words[word].print)].firstWord == Int32(word)
  }

  // MARK: Printed words

  private mutating func comparePrints(_ group: Range<Int>) {
    let first = alignment.links[group.lowerBound]
    let last = alignment.links[group.upperBound - 1]
    let aPrints = Int(a.words[first.a].print)...Int(a.words[last.aEnd - 1].print)
    let bPrints = Int(b.words[first.b].print)...Int(b.words[last.bEnd - 1].print)
    let aSpan = TextSpan(
      a.prints[aPrints.lowerBound].span.start, a.prints[aPrints.upperBound].span.end)
    let bSpan = TextSpan(
      b.prints[bPrints.lowerBound].span.start, b.prints[bPrints.upperBound].span.end)
    if a.text.bytes[aSpan.range] != b.text.bytes[bSpan.range] {
      let isFirst = group.lowerBound == 0
      for differenceClass in printClasses(first, last, aPrints, bPrints, isFirst: isFirst) {
        add(differenceClass, .substitution, aSpan, bSpan)
      }
    }
    compareBrackets(first, aSpan, bSpan)
  }

  /// Words in square brackets on one side that the other has without.
  private mutating func compareBrackets(
    _ link: Alignment.Link, _ aSpan: TextSpan, _ bSpan: TextSpan
  ) {
    let x = a.words[link.a].traits
    let y = b.words[link.b].traits
    let isSquare =
      x.symmetricDifference(y).contains(.bracketed)
      && x.union(y).isDisjoint(with: .parenthesized)
    guard isSquare else { return }
    let marksBefore =
      link.a > 0 && link.b > 0
      && a.words[link.a - 1].traits.contains(.bracketed) == x.contains(.bracketed)
      && b.words[link.b - 1].traits.contains(.bracketed) == y.contains(.bracketed)
      && alignment.links.first != link
    if !marksBefore { add(.bracketInsertion, .substitution, aSpan, bSpan) }
  }

  private func printClasses(
    _ first: Alignment.Link, _ last: Alignment.Link, _ aPrints: ClosedRange<Int>,
    _ bPrints: ClosedRange<Int>, isFirst: Bool
  ) -> [DifferenceClass] {
    let words = a.words[first.a..<last.aEnd]
    let traits = words.reduce(into: WordTraits()) { $0.formUnion($1.traits) }
      .union(b.words[first.b..<last.bEnd].reduce(into: WordTraits()) { $0.formUnion($1.traits) })
    guard aPrints.count == 1, bPrints.count == 1 else {
      return [wordsClass(first, last, aPrints, bPrints, traits)]
    }
    let x = PrintedWord(a.printed(aPrints.lowerBound))
    let y = PrintedWord(b.printed(bPrints.lowerBound))
    var classes: [DifferenceClass] = []
    if x.hasBracket != y.hasBracket {
      return x.plain.lowercased == y.plain.lowercased
        ? [x.bracketedCount + y.bracketedCount == 1 ? .bracketCase : .bracketInsertion]
        : [.bracketReplacement]
    }
    if x.apostropheGlyphs != y.apostropheGlyphs, x.plain.lowercased == y.plain.lowercased {
      classes.append(.apostrophe)
    }
    if x.plain.letters == y.plain.letters {
      // Another hyphen, or an invisible character.
      return classes.isEmpty ? [.unicodeForm] : classes
    }
    if x.bareLetters == y.bareLetters, x.hyphenCount == y.hyphenCount, x.hasSpace == y.hasSpace {
      return classes + [.whiteSpace]
    }
    if x.plain.lowercased == y.plain.lowercased {
      return classes + [caseClass(first, x.plain, y.plain, isFirst: isFirst)]
    }
    if x.isSameCharacters(as: y) {
      return classes + [.unicodeForm]
    }
    if x.isSameCharactersFolded(as: y) {
      return classes + [.unicodeForm, caseClass(first, x.plain, y.plain, isFirst: isFirst)]
    }
    classes.append(wordsClass(first, last, aPrints, bPrints, traits))
    return classes
  }

  /// The class of a capital or small letter.
  private func caseClass(
    _ link: Alignment.Link, _ x: PrintedWord.Letters, _ y: PrintedWord.Letters, isFirst: Bool
  ) -> DifferenceClass {
    let rest = x.letters.dropFirst() == y.letters.dropFirst()
    let atStart =
      isFirst || a.words[link.a].traits.contains(.sentenceStart)
      || b.words[link.b].traits.contains(.sentenceStart)
    return rest && atStart ? .initialCase : .letterCase
  }

  /// The class of the same words in printed words that are spelled or divided otherwise.
  private func wordsClass(
    _ first: Alignment.Link, _ last: Alignment.Link, _ aPrints: ClosedRange<Int>,
    _ bPrints: ClosedRange<Int>, _ traits: WordTraits
  ) -> DifferenceClass {
    if traits.contains(.masked) { return .maskedWord }
    let x = aPrints.map { PrintedWord(a.printed($0)) }
    let y = bPrints.map { PrintedWord(b.printed($0)) }
    let (xLetters, yLetters) = (x.flatMap(\.bareLetters), y.flatMap(\.bareLetters))
    let hyphens = x.map(\.hyphenCount).reduce(0, +) != y.map(\.hyphenCount).reduce(0, +)
    if xLetters.lowercased == yLetters.lowercased {
      let isDivided =
        aPrints.count != bPrints.count
        || x.contains(where: \.hasSpace) != y.contains(where: \.hasSpace)
      if hyphens { return .hyphenation }
      let isMeasure =
        traits.contains(.number)
        || (a.words[first.a..<last.aEnd].allSatisfy { $0.traits.contains(.unit) }
          && b.words[first.b..<last.bEnd].allSatisfy { $0.traits.contains(.unit) })
      if isDivided { return isMeasure ? .numberForm : .hyphenation }
      return xLetters == yLetters ? .whiteSpace : .letterCase
    }
    if !traits.isDisjoint(with: [.number, .unit]) { return .numberForm }
    let count = max(last.aEnd - first.a, last.bEnd - first.b)
    let isJoined = first.aCount + first.bCount > 2 || last.aCount + last.bCount > 2
    if isJoined || hyphens { return .hyphenation }
    if traits.contains(.abbreviated) || (x + y).contains(where: \.hasFullStop) {
      return .abbreviation
    }
    if (x + y).contains(where: { !$0.apostropheGlyphs.isEmpty }) {
      return count > 1 || aPrints.count + bPrints.count > 2 || !isPossessive(last)
        ? .contraction : .spellingVariant
    }
    if count > 1 { return .contraction }
    return isAbbreviated(x[0], y[0]) ? .abbreviation : .spellingVariant
  }

  private func isPossessive(_ link: Alignment.Link) -> Bool {
    a.words[link.a].traits.contains(.clitic) || b.words[link.b].traits.contains(.clitic)
  }

  /// Whether one of two words is much shorter than the other: `pct`, `percent`.
  private func isAbbreviated(_ x: PrintedWord, _ y: PrintedWord) -> Bool {
    let (m, n) = (x.plain.letters.count, y.plain.letters.count)
    return min(m, n) * 2 <= max(m, n)
  }
}
