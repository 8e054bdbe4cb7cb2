internal import Prose
internal import Wording

/// Finds where a passage goes over from one speaker of its source to another.
struct SpeakerChanges {
  let speech: SourceSpeech
  let sequence: WordSequence

  /// The places where the quotation goes on as one speech though somebody else speaks.
  func differences(in passage: Passage, of quotation: WordSequence) -> [Difference] {
    var result: [Difference] = []
    for (number, part) in passage.parts.enumerated() {
      let span = sequence.span(of: part.source)
      if let change = speech.changes(in: span).first {
        result.append(
          difference(
            at: change.span.start, upTo: min(change.span.end, span.end), in: passage,
            orFor: quotation.span(of: part.quotation)))
      }
      if number > 0, isChange(from: passage.parts[number - 1], to: part) {
        result.append(
          Difference(
            .hiddenSpeakerChange, .insertion,
            a: .init(span: quotation.span(of: part.quotation)), b: .init(span: span)))
      }
    }
    return result
  }

  /// A change of speaker inside of a part: at the edit that leaves the words around it out, if there
  /// is one.
  private func difference(
    at start: Int, upTo end: Int, in passage: Passage, orFor part: TextSpan
  ) -> Difference {
    let edit = passage.comparison.differences.first { difference in
      let span = difference.b.span
      guard !span.isEmpty, span.start < end else { return false }
      // What is left out ends at the change, or reaches beyond it.
      return span.end > start || isEmpty(TextSpan(span.end, max(span.end, start)))
    }
    return Difference(
      .hiddenSpeakerChange, .insertion, a: edit?.a ?? .init(span: part),
      b: .init(span: TextSpan(start, max(start, end))))
  }

  /// Whether no word begins inside of a span.
  private func isEmpty(_ span: TextSpan) -> Bool {
    var low = 0
    var high = sequence.words.count
    while low < high {
      let middle = (low + high) / 2
      if sequence.words[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    return low == sequence.words.count || sequence.words[low].span.start >= span.end
  }

  private func isChange(from first: Passage.Part, to second: Passage.Part) -> Bool {
    let (before, after) = (sequence.span(of: first.source), sequence.span(of: second.source))
    if let speaker = speech.speaker(of: before), let other = speech.speaker(of: after),
      speaker != other
    {
      return true
    }
    guard before.end <= after.start else { return false }
    let between = TextSpan(before.end, after.start)
    return speech.changes(in: TextSpan(before.start, after.end)).contains {
      $0.span.overlaps(between)
    }
  }
}
