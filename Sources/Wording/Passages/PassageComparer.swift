internal import Prose

/// Compares a quotation with the stretches of a source that it was found at.
struct PassageComparer {
  let comparer: WordingComparer
  let quotation: WordSequence
  let source: WordSequence

  /// How many words may lie between two parts for one comparison to reach over both.
  private static let bridge = 40
  /// How many words at an end of a quotation may be others than the source's.
  private static let slips = 1...4
  /// The words of context on either side of a passage: what comes next may be a condition.
  private static let context = 8

  /// Words of the quotation that are compared with one stretch of the source.
  private struct Group {
    var quotation: Range<Int>
    /// The words of the source that the parts cover.
    var core: Range<Int>
    var parts: [Passage.Part]
  }

  /// A group after its comparison.
  private struct Compared {
    var group: Group
    var comparison: Comparison
    /// The words that both share, from the first to the last.
    var part: Passage.Part
  }

  /// - Parameter parts: In the order of the quotation; at least one.
  func passage(_ parts: [Passage.Part]) -> Passage? {
    var compared: [Compared] = []
    for group in groups(of: parts, joins: true) {
      let whole = compare(group)
      // Where one comparison does not reach over all parts, each part has its own.
      if group.parts.count > 1,
        !group.parts.allSatisfy({ part in
          whole.map { $0.part.quotation.overlaps(part.quotation) } ?? false
        })
      {
        compared += groups(of: group.parts, joins: false, inside: group.quotation)
          .compactMap(compare)
      } else if let whole {
        compared.append(whole)
      }
    }
    guard !compared.isEmpty else { return nil }
    return joined(compared)
  }

  private func joined(_ compared: [Compared]) -> Passage {
    var differences: [Difference] = []
    var evidence = Evidence()
    for (number, one) in compared.enumerated() {
      if number > 0 {
        // Both parts are cut at the gap; what it hides has been said.
        let found = junction(compared[number - 1].part, one.part)
        if found.count > 1 {
          differences.removeAll { $0.differenceClass == .cutCondition }
        }
        differences += found
      }
      differences += edge(one.group.quotation.lowerBound..<one.part.quotation.lowerBound, one)
      differences += one.comparison.differences
      differences += edge(one.part.quotation.upperBound..<one.group.quotation.upperBound, one)
      evidence.add(part: one.comparison.evidence)
    }
    let parts = compared.map(\.part)
    let total = Double(quotation.bits(quotation.words.indices))
    let isWhole = compared.allSatisfy { $0.part.quotation == $0.group.quotation }
    evidence.shorter = total
    let sourceIsWhole = parts.count == 1 && parts[0].source.count == source.words.count
    let comparison = Comparison(
      judgement: judgement(compared, evidence),
      relation: isWhole ? (sourceIsWhole ? .full : .contained) : .overlap,
      similarity: total > 0
        ? min(1, evidence.matched / max(total, evidence.matched + evidence.unmatched)) : 0,
      differences: differences,
      shared: .init(
        a: quotation.span(
          of: parts[0].quotation.lowerBound..<parts[parts.count - 1].quotation.upperBound),
        b: source.span(of: Passage.stretch(of: parts))), evidence: evidence,
      unpaired: compared.flatMap(\.comparison.unpaired))
    let splices = Double(parts.count - 1) * 8
    return Passage(
      parts: parts, comparison: comparison,
      score: evidence.matched - evidence.unmatched - splices)
  }

  private func judgement(
    _ compared: [Compared], _ evidence: Evidence
  ) -> Comparison.Judgement {
    // Of an utterance a source must have more than a few words, and if these are words that anybody
    // may say, nearly all of it.
    let least = evidence.matched < Evidence.leastBits ? 0.75 : 0.5
    guard evidence.coverage >= least else { return .different }
    // Scraps of any source make any quotation. Where the print does not show where they were joined,
    // nearly all of it must be there, and word for word.
    let isShown = zip(compared, compared.dropFirst()).allSatisfy { one, next in
      boundary(one.part.quotation.upperBound, next.part.quotation.lowerBound) != nil
    }
    guard isShown || evidence.coverage >= 0.75 && evidence.purity >= 0.8 else { return .different }
    if compared.contains(where: { $0.comparison.judgement == .same }) { return .same }
    return isShown ? evidence.judgement(.contained, daysApart: 0) : .different
  }
}

extension Evidence {
  /// Adds what another part of the same quotation tells.
  fileprivate mutating func add(part: Evidence) {
    matched += part.matched
    unmatched += part.unmatched
    contentWords += part.contentWords
    longestRun = max(longestRun, part.longestRun)
  }
}

// MARK: Groups

extension PassageComparer {
  /// The parts that one comparison can reach over together; all words of the quotation are in one.
  private func groups(
    of parts: [Passage.Part], joins: Bool, inside words: Range<Int>? = nil
  ) -> [Group] {
    let words = words ?? quotation.words.indices
    var groups: [Group] = []
    for part in parts {
      if joins, let last = groups.last, part.source.lowerBound >= last.core.upperBound,
        part.source.lowerBound - last.core.upperBound
          <= Self.bridge
      {
        groups[groups.count - 1].core = last.core.lowerBound..<part.source.upperBound
        groups[groups.count - 1].quotation =
          last.quotation.lowerBound..<part.quotation.upperBound
        groups[groups.count - 1].parts.append(part)
      } else {
        groups.append(Group(quotation: part.quotation, core: part.source, parts: [part]))
      }
    }
    // Words between two groups belong to the first up to the mark that something is left out.
    for number in groups.indices {
      let start = number == 0 ? words.lowerBound : groups[number - 1].quotation.upperBound
      let end =
        number + 1 == groups.count
        ? words.upperBound
        : boundary(groups[number].quotation.upperBound, groups[number + 1].quotation.lowerBound)
          ?? groups[number + 1].quotation.lowerBound
      groups[number].quotation = start..<max(start, end)
    }
    return groups
  }

  /// The first word from one place to another, both included, before which an ellipsis stands or a
  /// piece begins.
  private func boundary(_ first: Int, _ last: Int) -> Int? {
    guard first <= last else { return nil }
    return (first...last).first {
      $0 < quotation.words.count && quotation.words[$0].traits.contains(.afterSkip)
    }
  }

  private func compare(_ group: Group) -> Compared? {
    let first = group.parts[0].quotation.lowerBound - group.quotation.lowerBound
    let last = group.quotation.upperBound - group.parts[group.parts.count - 1].quotation.upperBound
    let window =
      max(
        0, group.core.lowerBound - first - first / 4 - Self.context)..<min(
        source.words.count, group.core.upperBound + last + last / 4 + Self.context)
    guard var best = compare(group, window) else { return nil }
    // A word at an end of the quotation that is another than the source's answers it only where both
    // end. Across the end of a sentence no word answers another.
    let (sourceStart, sourceEnd) = (best.part.source.lowerBound, best.part.source.upperBound)
    let head =
      startsSentence(sourceStart) ? 0 : best.part.quotation.lowerBound - group.quotation.lowerBound
    let tail =
      startsSentence(sourceEnd) ? 0 : group.quotation.upperBound - best.part.quotation.upperBound
    guard Self.slips.contains(head) || Self.slips.contains(tail) else { return best }
    let start =
      Self.slips.contains(head) ? max(window.lowerBound, sourceStart - head) : window.lowerBound
    let end =
      Self.slips.contains(tail) ? min(window.upperBound, sourceEnd + tail) : window.upperBound
    if let tight = compare(group, start..<end),
      tight.part.quotation.count > best.part.quotation.count
    {
      best = tight
    }
    return best
  }

  private func startsSentence(_ word: Int) -> Bool {
    word >= source.words.count || source.words[word].traits.contains(.sentenceStart)
  }

  private func compare(_ group: Group, _ window: Range<Int>) -> Compared? {
    let comparison = comparer.compare(
      quotation, source, aWords: group.quotation, bWords: window, bIsSource: true, daysApart: 0)
    guard let shared = comparison.shared else { return nil }
    return Compared(
      group: group, comparison: comparison,
      part: .init(
        quotation: quotation.words(in: shared.a, group.quotation),
        source: source.words(in: shared.b, window)))
  }
}

// MARK: Differences that only a source shows

extension PassageComparer {
  /// Words at an end of the quotation that the passage does not have.
  private func edge(_ words: Range<Int>, _ one: Compared) -> [Difference] {
    guard !words.isEmpty else { return [] }
    let isHead = words.upperBound == one.part.quotation.lowerBound
    let shared = source.span(of: one.part.source)
    let place = isHead ? shared.start : shared.end
    let finder = DifferenceFinder(
      WordAffinity(shared: comparer.shared), quotation, words, source, one.part.source,
      Alignment(links: [], score: 0))
    return [
      Difference(
        finder.runClass(quotation, words, .omission), .omission,
        a: .init(span: quotation.span(of: words)), b: .init(span: TextSpan(place, place)))
    ]
  }

  /// What lies between two parts that were found apart.
  private func junction(_ first: Passage.Part, _ second: Passage.Part) -> [Difference] {
    let a = Difference.Side(span: quotation.span(of: second.quotation))
    let b = Difference.Side(span: source.span(of: second.source))
    guard second.source.lowerBound >= first.source.upperBound else {
      return [Difference(.piecesReordered, .reorder, a: a, b: b)]
    }
    let skipped = first.source.upperBound..<second.source.lowerBound
    let mark = boundary(first.quotation.upperBound, second.quotation.lowerBound)
    let isEllipsis = mark.map { quotation.words[$0].traits.contains(.afterEllipsis) } ?? false
    let between = Difference.Side(
      span: TextSpan(
        quotation.span(of: first.quotation).end,
        max(quotation.span(of: first.quotation).end, a.span.start)))
    guard skipped.count > WordSequence.farApart else {
      guard !skipped.isEmpty else { return [] }
      let differenceClass =
        mark == nil
        ? DifferenceClass.insertion : source.turn(hiddenIn: skipped) ?? .ellipsisOmission
      return [
        Difference(
          differenceClass, .insertion, a: between, b: .init(span: source.span(of: skipped)))
      ]
    }
    var result = [Difference(isEllipsis ? .distance : .splice, .insertion, a: a, b: b)]
    if mark != nil, let hidden = source.turn(hiddenIn: skipped) {
      result.append(Difference(hidden, .insertion, a: a, b: b))
    }
    return result
  }
}

extension WordSequence {
  /// The words of a range whose places begin inside a span.
  fileprivate func words(in span: TextSpan, _ range: Range<Int>) -> Range<Int> {
    func first(from offset: Int) -> Int {
      range.partitioningIndex { words[$0].span.start >= offset }
    }
    let start = first(from: span.start)
    return start..<max(start, first(from: span.end))
  }
}
