import Testing

@testable import Speakers

/// The sums over all sequences of speakers, held to their definition.
@Suite struct SpeakerChainTests {
  /// A small generator, for the same chains every time (xorshift, Marsaglia 2003).
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private func turns(_ count: Int, _ random: inout Random) -> [SpeakerChain.Turn] {
    var result: [SpeakerChain.Turn] = []
    for index in 0..<count {
      let candidates = Array(
        (0..<5).shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)))
      result.append(
        SpeakerChain.Turn(
          candidates: candidates,
          scores: candidates.map { _ in Float.random(in: -2...2, using: &random) },
          steps: index == 0 ? [] : (0..<6).map { _ in Float.random(in: -2...2, using: &random) },
          namesPrevious: (result.last?.candidates ?? []).map { _ in Bool.random(using: &random) }))
    }
    return result
  }

  /// The marginals by adding up every sequence.
  private func enumerated(
    _ turns: [SpeakerChain.Turn], _ allowed: [[Bool]?]
  ) -> [SpeakerChain.Marginal] {
    var sums = turns.map { turn in
      SpeakerChain.Marginal(
        candidates: turn.candidates.map { _ in 0 }, steps: turn.steps.map { _ in 0 })
    }
    var choice = turns.map { _ in 0 }
    func visit(_ index: Int, _ score: Double) {
      guard index < turns.count else {
        for (turn, position) in choice.enumerated() {
          sums[turn].candidates[position] += exponential(score)
          if turn > 0 { sums[turn].steps[step(turn)] += exponential(score) }
        }
        return
      }
      for position in turns[index].candidates.indices where allowed[index]?[position] ?? true {
        choice[index] = position
        var sum = score + Double(turns[index].scores[position])
        if index > 0 { sum += Double(turns[index].steps[step(index)]) }
        visit(index + 1, sum)
      }
    }
    func step(_ index: Int) -> Int {
      let speaker = turns[index].candidates[choice[index]]
      let isNamed = turns[index].namesPrevious[choice[index - 1]]
      let kind: SpeakerChain.Step =
        turns[index - 1].candidates[choice[index - 1]] == speaker
        ? .same
        : index > 1 && turns[index - 2].candidates[choice[index - 2]] == speaker ? .back : .other
      return SpeakerChain.stepIndex(kind, isNamed: isNamed)
    }
    visit(0, 0)
    return sums.map { sum in
      let all = sum.candidates.reduce(0, +)
      return SpeakerChain.Marginal(
        candidates: sum.candidates.map { $0 / all }, steps: sum.steps.map { $0 / all })
    }
  }

  @Test(arguments: 1...40) func marginalsAreThoseOfAllSequences(seed: UInt64) {
    var random = Random(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let turns = turns(Int.random(in: 1...6, using: &random), &random)
    let allowed = turns.map { turn -> [Bool]? in
      guard Bool.random(using: &random) else { return nil }
      let right = Int.random(in: 0..<turn.candidates.count, using: &random)
      return turn.candidates.indices.map { $0 == right || Bool.random(using: &random) }
    }
    for mask in [turns.map { _ in nil }, allowed] {
      let found = SpeakerChain(turns).marginals(allowed: mask)
      for (a, b) in zip(found, enumerated(turns, mask)) {
        #expect(zip(a.candidates, b.candidates).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(zip(a.steps, b.steps).allSatisfy { abs($0 - $1) < 1e-9 })
      }
    }
  }

  @Test func nothingIsFoundInNothing() {
    #expect(SpeakerChain([]).marginals().isEmpty)
  }
}
