import Speakers

/// Weights and the sums of their squared gradients, by feature.
struct WeightTable {
  private var indices: [UInt32: Int32] = [:]
  private var keys: [UInt32] = []
  private var values: [Float] = []
  private var squares: [Float] = []
  /// In how many articles each feature was learnt from, and the last of them.
  private var articleCounts: [Int32] = []
  private var lastArticles: [Int32] = []

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
      if let index = indices[feature.key] { sum += values[Int(index)] }
    }
    return sum
  }

  mutating func update(_ features: [Feature], gradient: Float, _ settings: Learner.Settings) {
    for feature in features {
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

  private mutating func index(of feature: Feature) -> Int {
    if let known = indices[feature.key] { return Int(known) }
    indices[feature.key] = Int32(values.count)
    keys.append(feature.key)
    values.append(0)
    squares.append(0.1)
    articleCounts.append(0)
    lastArticles.append(-1)
    return values.count - 1
  }
}
