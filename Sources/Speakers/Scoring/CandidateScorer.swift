/// Judges features: the one place where attribution weighs anything.
///
/// Candidates and features stay the same whoever judges them, so a scorer can be exchanged for a
/// better one.
package protocol CandidateScorer: Sendable {
  /// What one feature adds to a candidate's score, in log-odds.
  func weight(of feature: Feature) -> Float
}

/// A scorer whose score is the sum of the features' weights.
package struct LinearModel: CandidateScorer, Sendable {
  private var keys: [UInt32]
  private var values: [Float]

  /// Creates a model from feature keys and their weights, in the same order.
  package init(keys: [UInt32], values: [Float]) {
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    self.keys = [UInt32](repeating: 0, count: size)
    self.values = [Float](repeating: 0, count: size)
    for (index, key) in keys.enumerated() {
      let slot = slot(of: key)
      self.keys[slot] = key
      self.values[slot] = values[index]
    }
  }

  /// Creates a model from weights by feature key.
  package init(_ weights: [UInt32: Float]) {
    self.init(keys: Array(weights.keys), values: Array(weights.values))
  }

  package func weight(of feature: Feature) -> Float { values[slot(of: feature.key)] }

  /// The slot that holds a key, or the free one where it would stand, whose value is 0.
  private func slot(of key: UInt32) -> Int {
    let mask = keys.count - 1
    let hash = key &* 0x9E37_79B1
    var slot = Int(hash ^ hash >> 15) & mask
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }
}
