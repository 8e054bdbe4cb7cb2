/// How many answers of one kind are right, text by text.
struct Score {
  private(set) var texts: [(right: Int, all: Int)] = []
  /// The confidence of each answer, and whether it is right.
  private(set) var answers: [(confidence: Double, isRight: Bool)] = []

  var right: Int { texts.reduce(0) { $0 + $1.right } }
  var all: Int { texts.reduce(0) { $0 + $1.all } }
  var share: Double { all == 0 ? 0 : Double(right) / Double(all) }

  mutating func add(_ answers: [(confidence: Double, isRight: Bool)]) {
    texts.append((answers.count { $0.isRight }, answers.count))
    self.answers += answers
  }

  /// The middle 95 % of the share when the texts are drawn anew a thousand times (percentile
  /// bootstrap).
  var interval: (low: Double, high: Double) {
    var random = SplitMix64(state: 1)
    var shares: [Double] = []
    for _ in 0..<1000 {
      var right = 0
      var all = 0
      for _ in texts.indices {
        let text = texts[Int(random.next() % UInt64(texts.count))]
        right += text.right
        all += text.all
      }
      shares.append(all == 0 ? 0 : Double(right) / Double(all))
    }
    shares.sort()
    return (shares[25], shares[974])
  }

  /// The expected calibration error: how far confidence and share of right answers are apart, in ten
  /// classes of confidence of equal width, weighted by their sizes (Guo et al. 2017).
  var calibrationError: Double {
    var classes = [(count: Int, confidence: Double, right: Int)](repeating: (0, 0, 0), count: 10)
    for answer in answers {
      let index = min(9, Int(answer.confidence * 10))
      classes[index].count += 1
      classes[index].confidence += answer.confidence
      classes[index].right += answer.isRight ? 1 : 0
    }
    let sum = classes.reduce(0) { $0 + abs($1.confidence - Double($1.right)) }
    return answers.isEmpty ? 0 : sum / Double(answers.count)
  }

  /// The share of answers with at least a confidence, and how many of these are right.
  func answered(from confidence: Double) -> (share: Double, precision: Double) {
    let given = answers.filter { $0.confidence >= confidence }
    let right = given.count { $0.isRight }
    return (
      answers.isEmpty ? 0 : Double(given.count) / Double(answers.count),
      given.isEmpty ? 0 : Double(right) / Double(given.count)
    )
  }

  /// The least confidence from which on the answers are right as often as asked, and the share of
  /// the answers that reach it; nil when none is sure enough.
  func threshold(forPrecision least: Double) -> (confidence: Double, share: Double)? {
    let sorted = answers.sorted { $0.confidence > $1.confidence }
    var right = 0
    var best: (confidence: Double, share: Double)?
    for (index, answer) in sorted.enumerated() {
      right += answer.isRight ? 1 : 0
      // Answers of one confidence are given together or not at all.
      let isLast = index + 1 == sorted.count || sorted[index + 1].confidence < answer.confidence
      if isLast, Double(right) >= least * Double(index + 1) {
        best = (answer.confidence, Double(index + 1) / Double(sorted.count))
      }
    }
    return best
  }
}
