#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Quotations
import Speakers

/// Learns weights by walking through the articles as the program does.
///
/// The choice of a speaker is a softmax over a span's candidates and "none of them", learnt by
/// gradient ascent on the likelihood of all right candidates together; speech or not is a logistic
/// regression, and so is what it leans on, whether a place belongs to reported speech. Steps are scaled for each feature (AdaGrad, Duchi et al. 2011). Earlier decisions
/// are those of the model itself, so that it learns to live with its own errors.
struct Learner {
  struct Settings {
    var epochs = 6
    var rate: Float = 0.15
    var decay: Float = 0.0002
  }

  let settings: Settings
  private var table = WeightTable()

  init(settings: Settings) { self.settings = settings }

  var model: LinearModel { LinearModel(table.weights) }

  mutating func train(_ articles: [TrainingArticle]) {
    var random = SplitMix64(state: 20_240_229)
    for epoch in 0..<settings.epochs {
      for index in articles.indices.shuffled(using: &random) {
        visit(articles[index], epoch: epoch)
      }
    }
  }

  private mutating func visit(_ article: TrainingArticle, epoch: Int) {
    let gold = GoldSpeakers(article)
    let current = model
    var driver = SpanAttributor(
      text: article.text, quotations: article.quotations, lexicon: .english, scorer: current,
      keepsReferences: true)
    learnReportedPlaces(article, driver.scene, epoch: epoch)
    var referencesSeen = 0
    for index in driver.scene.spans.indices {
      let candidates = driver.candidates(ofSpan: index)
      for reference in driver.references[referencesSeen...] {
        let right = gold.rightAntecedents(reference, in: article, driver)
        if !right.isEmpty {
          learn(reference.features, scores: reference.features.map { table.score($0) }, right: right)
        }
      }
      referencesSeen = driver.references.count
      let span = driver.scene.spans[index]
      let quotation = article.quotations[span.quotation]
      let piece = quotation.pieces[span.piece]
      guard let answer = article.answer(for: piece.span) else { continue }
      var scores = candidates.features.map { table.score($0) }
      if answer.isSpeech {
        var right = gold.rightCandidates(candidates, answer, driver)
        if right.isEmpty, answer.entity == nil, answer.mentions.isEmpty {
          right = [candidates.mentions.count]
        }
        if !right.isEmpty, right.count <= candidates.mentions.count {
          learn(candidates.features, scores: scores, right: right)
          scores = candidates.features.map { table.score($0) }
        }
      }
      let decision = decide(candidates, softmax(scores), driver)
      let speech = SpanJudge(scorer: current).speechFeatures(
        candidates, decision, driver.scene, quotation.style)
      let probability = logistic(table.score(speech))
      table.update(speech, gradient: Float((answer.isSpeech ? 1 : 0) - probability), settings)
      if probability >= 0.5 {
        driver.record(mention: decision.mention, ofSpan: index, isClosed: piece.closing != nil)
      }
    }
  }

  /// Learns from unmarked words whether a place belongs to reported speech.
  private mutating func learnReportedPlaces(
    _ article: TrainingArticle, _ scene: Scene, epoch: Int
  ) {
    for place in article.places(in: scene, step: 5, from: epoch) {
      let features = ReportedPlace(scene).features(place.tokens)
      let probability = logistic(table.score(features))
      table.update(features, gradient: Float((place.isReported ? 1 : 0) - probability), settings)
    }
  }

  private func decide(
    _ candidates: SpanCandidates, _ probabilities: [Double], _ driver: SpanAttributor
  ) -> SpanDecision {
    var decision = SpanDecision()
    var best = 0.0
    for (index, mention) in candidates.mentions.enumerated() where probabilities[index] > best {
      best = probabilities[index]
      decision.mention = mention
    }
    decision.probability = best
    return decision
  }

  /// One step towards a higher likelihood of the right candidates.
  private mutating func learn(_ features: [[Feature]], scores: [Float], right: [Int]) {
    let probabilities = softmax(scores)
    let rightSum = right.reduce(0) { $0 + probabilities[$1] }
    let isRight = Set(right)
    for index in features.indices {
      let target = isRight.contains(index) ? probabilities[index] / max(rightSum, 1e-9) : 0
      let gradient = Float(target - probabilities[index])
      if abs(gradient) > 0.001 { table.update(features[index], gradient: gradient, settings) }
    }
  }

  /// Writes the weights.
  func write(to path: String) throws {
    let header = """
      # The weights of speaker attribution, in thousandths of log-odds.
      # Made by the project's own trainer; see Documentation/ModelCard.md. Do not edit by hand.

      """
    let text = header + Weights.write(table.weights.filter { abs($0.value) >= 0.02 }, lexicon: .english)
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}

/// Weights and the sums of their squared gradients, by feature.
struct WeightTable {
  private var indices: [UInt32: Int32] = [:]
  private var values: [Float] = []
  private var squares: [Float] = []
  private var keys: [UInt32] = []

  var weights: [UInt32: Float] {
    Dictionary(uniqueKeysWithValues: zip(keys, values))
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
      let index: Int
      if let known = indices[feature.key] {
        index = Int(known)
      } else {
        index = values.count
        indices[feature.key] = Int32(index)
        keys.append(feature.key)
        values.append(0)
        squares.append(0.1)
      }
      let step = gradient - settings.decay * values[index]
      squares[index] += step * step
      values[index] += settings.rate * step / squares[index].squareRoot()
    }
  }
}

/// A small random generator, for an order of articles that is the same every time
/// (Steele, Lea and Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
