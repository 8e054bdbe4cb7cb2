import Speakers

/// Weights and the sums of their squared gradients, by feature.
struct WeightTable {
  /// For each slot of a table of keys, a power of two in size, the index of the key; -1 when free.
  private var slots = [Int32](repeating: -1, count: 1 << 17)
  private var keys: [UInt32] = []
  private var values: [Float] = []
  private var squares: [Float] = []
  /// In how many articles each feature was learnt from, and the last of them.
  private var articleCounts: [Int32] = []
  private var lastArticles: [Int32] = []
  /// The sums of the values at the times that ``rememberValues()`` was called.
  private var sums: [Double] = []
  private var timesRemembered = 0
  /// Kinds of facts that have no weight.
  private var leftOut: Set<Feature.Template> = []

  /// The number of the article that is being learnt from; nil once all have been counted.
  var article: Int32?

  /// A model of all weights as they stand.
  var model: LinearModel { LinearModel(keys: keys, values: values) }

  /// The weights that are worth keeping: those of features that occur in several articles and
  /// count for something.
  func kept(articles minimum: Int32, weight least: Float) -> [UInt32: Float] {
    var result: [UInt32: Float] = [:]
    for index in keys.indices where articleCounts[index] >= minimum && abs(values[index]) >= least {
      result[keys[index]] = values[index]
    }
    return result
  }

  func score(_ features: [Feature]) -> Float {
    var sum: Float = 0
    for feature in features {
      let index = slots[slot(of: feature.key)]
      if index >= 0 { sum += values[Int(index)] }
    }
    return sum
  }

  mutating func update(_ features: [Feature], gradient: Float, _ settings: Learner.Settings) {
    for feature in features {
      if !leftOut.isEmpty, let template = feature.template, leftOut.contains(template) { continue }
      let index = index(of: feature)
      if let article, lastArticles[index] != article {
        lastArticles[index] = article
        articleCounts[index] += 1
      }
      let step = gradient - settings.decay * values[index]
      squares[index] += step * step
      values[index] += settings.rate * step / squares[index].squareRoot()
    }
  }

  /// Remembers the values as they stand, see ``takeMeans()``.
  mutating func rememberValues() {
    for index in values.indices { sums[index] += Double(values[index]) }
    timesRemembered += 1
  }

  /// Replaces each value by the mean of those remembered: single steps follow the last articles,
  /// their mean does not (Polyak and Juditsky 1992).
  mutating func takeMeans() {
    guard timesRemembered > 0 else { return }
    for index in values.indices {
      values[index] = Float(sums[index] / Double(timesRemembered))
      sums[index] = 0
    }
    timesRemembered = 0
  }

  /// Learns nothing more about some kinds of facts.
  mutating func leaveOut(_ templates: Set<Feature.Template>) { leftOut.formUnion(templates) }

  /// Multiplies all values by a factor.
  mutating func scale(by factor: Float) {
    for index in values.indices { values[index] *= factor }
  }

  /// Gives a feature a weight that was not learnt from articles.
  mutating func set(_ feature: Feature, to value: Float) {
    let index = index(of: feature)
    values[index] = value
    articleCounts[index] = .max
  }

  private mutating func index(of feature: Feature) -> Int {
    let slot = slot(of: feature.key)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(values.count)
    keys.append(feature.key)
    values.append(0)
    squares.append(0.1)
    articleCounts.append(0)
    lastArticles.append(-1)
    sums.append(0)
    if keys.count * 2 > slots.count { grow() }
    return values.count - 1
  }

  /// The slot that holds a key, or the free one where it would stand.
  private func slot(of key: UInt32) -> Int {
    let mask = slots.count - 1
    let hash = key &* 0x9E37_79B1
    var slot = Int(hash ^ hash >> 15) & mask
    while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, key) in keys.enumerated() { slots[slot(of: key)] = Int32(index) }
  }
}
