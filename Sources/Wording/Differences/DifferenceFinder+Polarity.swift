/// Whether a statement was turned into its opposite, or only said otherwise.
extension DifferenceFinder {
  /// How many words around a denial can bear on it.
  private static let reach = 10

  /// Takes the alarm from denials that both renderings have, in other words or at another place, and
  /// from two turns that cancel each other: `no longer`, `not … any more`; `not impossible`,
  /// `possible`; `not …, unlike`, `not …, like`.
  mutating func weighPolarity() {
    for index in findings.indices
    where findings[index].differenceClass == .negation && findings[index].edit != .reorder {
      // What nearly denies, *hardly*, nothing answers.
      let finding = findings[index]
      guard negations(a, finding.a) + negations(b, finding.b) > 0 else { continue }
      let (x, y) = around(findings[index])
      let turns = opposites(in: x, y, near: index)
      // Two denials that both are gone do not answer each other.
      let (aDenials, bDenials) = (negations(a, x), negations(b, y))
      let isAnswered =
        turns.isEmpty ? aDenials == bDenials : (aDenials + bDenials + turns.count) % 2 == 0
      if isAnswered {
        findings[index].differenceClass = .functionWord
        for turn in turns { findings[turn].differenceClass = .nearSynonym }
      }
    }
    for index in findings.indices where isOpposition(findings[index]) {
      let finding = findings[index]
      guard finding.differenceClass.severity == .meaning, impliesDenial(finding) else { continue }
      let (x, y) = around(finding)
      if negations(a, x) > 0, negations(b, y) > 0 {
        findings[index].differenceClass = .functionWord
      }
    }
  }

  /// Whether both sides have a denial near words that differ, besides those themselves.
  func bothDeny(_ i: Int, _ j: Int) -> Bool {
    let (x, y) = (sentence(a, aShared, around: i..<i + 1), sentence(b, bShared, around: j..<j + 1))
    return negations(a, x, except: i) > 0 && negations(b, y, except: j) > 0
  }

  private func around(_ finding: Finding) -> (Range<Int>, Range<Int>) {
    (sentence(a, aShared, around: finding.a), sentence(b, bShared, around: finding.b))
  }

  /// The words of the sentence around words, as far as they can bear on them.
  private func sentence(
    _ side: WordSequence, _ shared: Range<Int>, around words: Range<Int>
  ) -> Range<Int> {
    var start = min(max(words.lowerBound, shared.lowerBound), shared.upperBound)
    var end = min(max(words.upperBound, start), shared.upperBound)
    while start > shared.lowerBound, words.lowerBound - start < Self.reach,
      start >= side.words.count || !side.words[start].traits.contains(.sentenceStart)
    {
      start -= 1
    }
    while end < shared.upperBound, end - words.upperBound < Self.reach,
      !side.words[end].traits.contains(.sentenceStart)
    {
      end += 1
    }
    return start..<end
  }

  private func negations(_ side: WordSequence, _ words: Range<Int>, except: Int = -1) -> Int {
    words.filter { $0 != except && side.words[$0].traits.contains(.negation) }.count
  }

  /// The other findings beside a denial that turn the sense. *never* for *always* is a denial
  /// itself, and does not cancel itself.
  private func opposites(in x: Range<Int>, _ y: Range<Int>, near index: Int) -> [Int] {
    // Findings stand nearly in the order of the text, so that those of a sentence are neighbours.
    let neighbours = max(0, index - Self.reach)..<min(findings.count, index + Self.reach + 1)
    return neighbours.filter {
      let finding = findings[$0]
      return $0 != index && isOpposition(finding) && finding.differenceClass.severity == .meaning
        && x.overlaps(finding.a) && y.overlaps(finding.b)
    }
  }

  private func isOpposition(_ finding: Finding) -> Bool {
    guard finding.a.count == 1, finding.b.count == 1 else { return false }
    return lexicon.areAntonyms(
      a.words[finding.a.lowerBound].key, b.words[finding.b.lowerBound].key) != nil
  }

  /// Whether one of two opposite words denies the other: *unlike*.
  private func impliesDenial(_ finding: Finding) -> Bool {
    a.words[finding.a.lowerBound].traits.contains(.impliedNegation)
      != b.words[finding.b.lowerBound].traits.contains(.impliedNegation)
  }
}
