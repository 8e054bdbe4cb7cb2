/// A chain of turns of which each has one speaker, with the probability of every choice.
///
/// A conditional random field over the turns (Lafferty, McCallum and Pereira 2001). The score of a
/// sequence is the sum of what speaks for each speaker and of what speaks for each step: that a turn
/// is said by the speaker of the turn before, of the turn before that, or by another. Because only
/// these three are told apart, the exact sums over all sequences of two steps take no more work
/// than those of one.
package struct SpeakerChain {
  /// What a step from turn to turn does.
  package enum Step: Int, CaseIterable {
    /// The speaker goes on.
    case same
    /// The speaker of the turn before the last answers.
    case back
    /// Somebody else speaks.
    case other
  }

  /// One turn of the chain.
  package struct Turn {
    /// Who may have said it, as numbers without repetition; never empty.
    package var candidates: [Int]
    /// What speaks for each of them, in log-odds.
    package var scores: [Float]
    /// What speaks for each step to this turn, see ``stepIndex(_:isNamed:)``.
    package var steps: [Float]
    /// Whether each candidate of the turn before is named in this one.
    package var namesPrevious: [Bool]

    package init(candidates: [Int], scores: [Float], steps: [Float], namesPrevious: [Bool]) {
      self.candidates = candidates
      self.scores = scores
      self.steps = steps
      self.namesPrevious = namesPrevious
    }
  }

  /// The probabilities of one turn.
  package struct Marginal {
    /// Of each candidate.
    package var candidates: [Double]
    /// Of each step to it, see ``stepIndex(_:isNamed:)``; nothing for the first turn.
    package var steps: [Double]
  }

  /// The place of a step among the steps’ scores.
  ///
  /// - Parameter isNamed: Whether the turn names the speaker of the turn before.
  package static func stepIndex(_ step: Step, isNamed: Bool) -> Int {
    step.rawValue * 2 + (isNamed ? 1 : 0)
  }

  private let turns: [Turn]
  /// The factors of candidates and of steps; powers of their scores.
  private var factors: [[Double]] = []
  private var stepFactors: [[Double]] = []
  /// For each turn and each of its candidates the same one's place in the turn before and in the
  /// one before that; -1 when it is no candidate there.
  private var before: [[Int]] = []
  private var secondBefore: [[Int]] = []

  package init(_ turns: [Turn]) {
    self.turns = turns
    for (index, turn) in turns.enumerated() {
      factors.append(Self.powers(turn.scores))
      stepFactors.append(Self.powers(turn.steps))
      before.append(places(of: turn.candidates, in: index - 1))
      secondBefore.append(places(of: turn.candidates, in: index - 2))
    }
  }

  private func places(of candidates: [Int], in turn: Int) -> [Int] {
    guard turn >= 0 else { return candidates.map { _ in -1 } }
    return candidates.map { turns[turn].candidates.firstIndex(of: $0) ?? -1 }
  }

  private static func powers(_ scores: [Float]) -> [Double] {
    let highest = scores.max() ?? 0
    return scores.map { exponential(Double($0 - highest)) }
  }

  /// The factor of a step from candidate `b` of the turn before to candidate `c`, when it is not
  /// a step back.
  private func factor(_ turn: Int, _ b: Int, _ c: Int) -> Double {
    let step: Step = before[turn][c] == b ? .same : .other
    return stepFactors[turn][Self.stepIndex(step, isNamed: turns[turn].namesPrevious[b])]
  }

  private func backFactor(_ turn: Int, _ b: Int) -> Double {
    stepFactors[turn][Self.stepIndex(.back, isNamed: turns[turn].namesPrevious[b])]
  }

  /// The probabilities of every turn's candidates and steps.
  ///
  /// - Parameter allowed: For each turn the candidates that may be chosen; nil where all may.
  /// - Complexity: O(*n* *k*²) for *n* turns of at most *k* candidates.
  package func marginals(allowed: [[Bool]?]? = nil) -> [Marginal] {
    guard !turns.isEmpty else { return [] }
    let factors = zip(self.factors, turns.indices).map { values, turn in
      guard let mask = allowed?[turn] else { return values }
      return zip(values, mask).map { $1 ? $0 : 0 }
    }
    // forward[i][b * k + c]: all sequences up to turn i that end with b, c.
    var forward: [[Double]] = [Self.normalized(factors[0])]
    for turn in turns.indices.dropFirst() {
      forward.append(forwardStep(turn, factors[turn], forward[turn - 1]))
    }
    var backward = [Double](repeating: 1, count: forward[turns.count - 1].count)
    var result: [Marginal] = []
    result.reserveCapacity(turns.count)
    for turn in turns.indices.reversed() {
      let size = turns[turn].candidates.count
      var marginal = [Double](repeating: 0, count: size)
      for index in backward.indices {
        marginal[index % size] += forward[turn][index] * backward[index]
      }
      let sum = marginal.reduce(0, +)
      if sum > 0 { for index in marginal.indices { marginal[index] /= sum } }
      var steps: [Double] = []
      if turn > 0 {
        steps = stepMarginals(turn, factors[turn], forward[turn - 1], backward)
        backward = backwardStep(turn, factors[turn], backward)
      }
      result.append(Marginal(candidates: marginal, steps: steps))
    }
    return result.reversed()
  }

  private func forwardStep(_ turn: Int, _ factors: [Double], _ last: [Double]) -> [Double] {
    let size = turns[turn].candidates.count
    let previous = turns[turn - 1].candidates.count
    var sums = [Double](repeating: 0, count: previous)
    for index in last.indices { sums[index % previous] += last[index] }
    var result = [Double](repeating: 0, count: previous * size)
    for b in 0..<previous {
      let back = backFactor(turn, b)
      for c in 0..<size {
        var sum = sums[b] * factor(turn, b, c)
        let a = secondBefore[turn][c]
        if a >= 0, before[turn][c] != b {
          sum += last[a * previous + b] * (back - factor(turn, b, c))
        }
        result[b * size + c] = max(0, sum) * factors[c]
      }
    }
    return Self.normalized(result)
  }

  private func backwardStep(_ turn: Int, _ factors: [Double], _ next: [Double]) -> [Double] {
    let size = turns[turn].candidates.count
    let previous = turns[turn - 1].candidates.count
    let first = turn > 1 ? turns[turn - 2].candidates.count : 1
    var result = [Double](repeating: 0, count: first * previous)
    for b in 0..<previous {
      let back = backFactor(turn, b)
      var sum = 0.0
      for c in 0..<size { sum += factor(turn, b, c) * factors[c] * next[b * size + c] }
      for a in 0..<first { result[a * previous + b] = sum }
      for c in 0..<size where before[turn][c] != b {
        let a = secondBefore[turn][c]
        guard a >= 0 else { continue }
        let change = (back - factor(turn, b, c)) * factors[c] * next[b * size + c]
        result[a * previous + b] = max(0, result[a * previous + b] + change)
      }
    }
    return Self.normalized(result)
  }

  private func stepMarginals(
    _ turn: Int, _ factors: [Double], _ last: [Double], _ next: [Double]
  ) -> [Double] {
    let size = turns[turn].candidates.count
    let previous = turns[turn - 1].candidates.count
    var sums = [Double](repeating: 0, count: previous)
    for index in last.indices { sums[index % previous] += last[index] }
    var steps = [Double](repeating: 0, count: Step.allCases.count * 2)
    for b in 0..<previous {
      let isNamed = turns[turn].namesPrevious[b]
      for c in 0..<size {
        let rest = factors[c] * next[b * size + c]
        let isSame = before[turn][c] == b
        let a = secondBefore[turn][c]
        let answering = !isSame && a >= 0 ? last[a * previous + b] : 0
        steps[Self.stepIndex(isSame ? .same : .other, isNamed: isNamed)] +=
          max(0, sums[b] - answering) * factor(turn, b, c) * rest
        steps[Self.stepIndex(.back, isNamed: isNamed)] += answering * backFactor(turn, b) * rest
      }
    }
    return Self.normalized(steps)
  }

  private static func normalized(_ values: [Double]) -> [Double] {
    let sum = values.reduce(0, +)
    return sum > 0 ? values.map { $0 / sum } : values
  }
}
