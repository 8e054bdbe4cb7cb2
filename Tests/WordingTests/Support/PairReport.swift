import Prose
import Wording

/// How the engine's answer for a pair departs from the table's.
struct PairReport {
  /// The deviations, one a line; empty when the answer is as it should be.
  private(set) var deviations: [String] = []
  private let pair: PairCase

  init(_ pair: PairCase) {
    self.pair = pair
    let tokenizer = Tokenizer()
    let comparer = WordingComparer()
    let a = comparer.read(pair.a.rendering(with: tokenizer))
    let b = comparer.read(pair.b.rendering(with: tokenizer))
    check(comparer.compare(a, b, bIsSource: pair.bIsSource), a: a, b: b)

    let comparison = comparer.compare(a, b)
    let mirrored = comparer.compare(b, a)
    if mirrored.judgement != comparison.judgement || mirrored.relation != comparison.relation {
      deviations.append("mirrored  \(mirrored.judgement) \(mirrored.relation?.rawValue ?? "-")")
    }
    let found = Set(comparison.differences)
    let foundMirrored = Set(mirrored.differences.map(\.mirrored))
    for difference in found.symmetricDifference(foundMirrored) {
      let side = found.contains(difference) ? "A to B only" : "B to A only"
      let words = ExpectedDifference(difference, a: a.text, b: b.text)
      deviations.append("mirrored  \(side): \(words) \(difference.edit)")
    }
  }

  private mutating func check(_ comparison: Comparison, a: WordSequence, b: WordSequence) {
    if comparison.judgement != pair.judgement {
      deviations.append("judgement \(comparison.judgement), not \(pair.judgement)")
    }
    guard pair.judgement == .same, comparison.judgement == .same else { return }
    if pair.asksForNoAlarmOnly {
      for difference in comparison.differences where difference.severity == .meaning {
        deviations.append("alarm     \(ExpectedDifference(difference, a: a.text, b: b.text))")
      }
      return
    }
    if comparison.relation != pair.relation {
      deviations.append(
        "relation  \(comparison.relation?.rawValue ?? "-"), not \(pair.relation?.rawValue ?? "-")")
    }
    var missing = pair.expected.sorted { $0.words != nil && $1.words == nil }
    var surplus: [ExpectedDifference] = []
    for difference in comparison.differences {
      let found = ExpectedDifference(difference, a: a.text, b: b.text)
      if let index = missing.firstIndex(where: { $0.matches(found) }) {
        missing.remove(at: index)
      } else {
        surplus.append(found)
      }
    }
    deviations += missing.map { "missing   \($0)" }
    deviations += surplus.map { "surplus   \($0)" }
    let verdict = Profile.neutral.verdict(of: comparison)
    // Of a difference in style that may have several classes, only some show in words.
    let isOpen = pair.expected.contains { $0.kind == .severity(.style) } && verdict == .verbatim
    if verdict != pair.verdict && !(isOpen && pair.verdict == .styled) {
      deviations.append("verdict   \(verdict.rawValue), not \(pair.verdict.rawValue)")
    }
  }
}

extension PairReport: CustomStringConvertible {
  var description: String {
    (["\(pair.name)", "A  \(pair.a.text)", "B  \(pair.b.text)"] + deviations)
      .joined(separator: "\n    ")
  }
}
