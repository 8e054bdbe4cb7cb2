import Quotations
import Speakers

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Learns weights by walking through the articles as the program does.
///
/// The choice of a speaker is a softmax over a span's candidates and "none of them", learnt by
/// gradient ascent on the likelihood of all right candidates together; speech or not is a logistic
/// regression, and so is what it leans on, whether a place belongs to reported speech. Steps are
/// scaled for each feature (AdaGrad, Duchi et al. 2011). Earlier decisions are those of the model
/// itself, so that it learns to live with its own errors.
struct Learner {
  struct Settings {
    var epochs = 6
    var rate: Float = 0.15
    var decay: Float = 0.0002
    /// How much unmarked words teach about speakers, beside marked ones.
    var placeWeight: Float = 0.5
    /// The first walk whose weights count for the mean that is kept.
    var firstOfMean = 2
    /// After how many articles the weights are remembered for the mean.
    var stepOfMean = 50
    /// Into how many parts told conversations are divided for learning, see
    /// ``Learner/judgedConversations(_:)``.
    var parts = 3
    /// How often the articles are walked through for one of these parts.
    var epochsOfParts = 3
    /// How often the conversations are walked through.
    var rounds = 8
    var turnRate: Float = 0.07
    var turnDecay: Float = 0.0002
  }

  let settings: Settings
  /// The weights of the first stage, span by span.
  var table = WeightTable()
  /// The weights of the second stage, for the turns of told conversations.
  var turnTable = WeightTable()
  /// The weights of its second reading.
  var secondTurnTable = WeightTable()
  private(set) var leftOut: [FeatureGroup] = []

  init(settings: Settings) { self.settings = settings }

  /// The weights that the program would use.
  ///
  /// A feature must have been seen in several articles: one that occurs in a single text says
  /// something about that text, and the weights are to hold no trace of one.
  var weights: [UInt32: Float] {
    table.kept(articles: 5, weight: 0.03)
      .merging(turnTable.kept(articles: 5, weight: 0.03)) { $1 }
      .merging(secondTurnTable.kept(articles: 5, weight: 0.03)) { $1 }
  }

  /// Learns nothing from some facts.
  mutating func leaveOut(_ group: FeatureGroup) {
    table.leaveOut(group.templates)
    turnTable.leaveOut(group.templates)
    leftOut.append(group)
  }

  mutating func train(_ articles: [TrainingArticle]) {
    learnSpans(articles)
    learnConversations(judgedConversations(articles))
  }

  /// Learns the first stage: what is decided span by span.
  mutating func learnSpans(_ articles: [TrainingArticle]) {
    var random = SplitMix64(state: 20_240_229)
    var visited = 0
    for epoch in 0..<settings.epochs {
      for index in articles.indices.shuffled(using: &random) {
        table.article = epoch == 0 ? Int32(index) : nil
        visit(articles[index], epoch: epoch)
        visited += 1
        if epoch >= settings.firstOfMean, visited % settings.stepOfMean == 0 {
          table.rememberValues()
        }
      }
    }
    table.takeMeans()
  }

  private mutating func visit(_ article: TrainingArticle, epoch: Int) {
    let gold = GoldSpeakers(article)
    let current = table.model
    var driver = SpanAttributor(
      text: article.text, quotations: article.quotations, lexicon: .english, scorer: current,
      keepsReferences: true)
    learnReportedPlaces(article, driver.scene, epoch: epoch)
    // Where only direct speech is annotated, marked words inside of reported speech count as none;
    // dialogue has hardly any.
    let teachesSpeech = article.reported != nil || driver.scene.isDialogue
    var referencesSeen = 0
    var places = article.reportedWords(in: driver.scene, walk: epoch)[...]
    for index in driver.scene.spans.indices {
      while let place = places.first,
        place.tokens.upperBound <= driver.scene.spans[index].tokens.lowerBound
      {
        learn(place, gold, &driver)
        places.removeFirst()
      }
      let candidates = driver.candidates(ofSpan: index)
      for reference in driver.references[referencesSeen...] {
        let right = gold.rightAntecedents(reference, in: article, driver)
        if !right.isEmpty {
          learn(
            reference.features, scores: reference.features.map { table.score($0) }, right: right)
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
      if teachesSpeech {
        table.update(speech, gradient: Float((answer.isSpeech ? 1 : 0) - probability), settings)
      }
      if probability >= 0.5 {
        driver.record(mention: decision.mention, ofSpan: index, isClosed: piece.closing != nil)
      }
    }
  }

  /// Learns from unmarked words inside of reported speech whose speech it is.
  private mutating func learn(
    _ place: TrainingArticle.ReportedWords, _ gold: GoldSpeakers, _ driver: inout SpanAttributor
  ) {
    let candidates = driver.candidates(ofPlace: place.tokens)
    let right = gold.rightCandidates(candidates, place.answer, driver)
    guard !right.isEmpty else { return }
    learn(
      candidates.features, scores: candidates.features.map { table.score($0) }, right: right,
      weight: settings.placeWeight)
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
  private mutating func learn(
    _ features: [[Feature]], scores: [Float], right: [Int], weight: Float = 1
  ) {
    let probabilities = softmax(scores)
    let rightSum = right.reduce(0) { $0 + probabilities[$1] }
    let isRight = Set(right)
    for index in features.indices {
      let target = isRight.contains(index) ? probabilities[index] / max(rightSum, 1e-9) : 0
      let gradient = weight * Float(target - probabilities[index])
      if abs(gradient) > 0.001 { table.update(features[index], gradient: gradient, settings) }
    }
  }

  /// Writes the weights as text, and beside it their image, which the program uses in place.
  func write(to path: String) throws {
    let header = """
      # The weights of speaker attribution, in thousandths of log-odds.
      # Made by the project's own trainer; see Documentation/ModelCard.md. Do not edit by hand.

      """
    let text = header + Weights.write(weights, lexicon: .english)
    let url = URL(filePath: path)
    try Data(text.utf8).write(to: url)
    try Data(Weights.image(of: weights, textCount: text.utf8.count))
      .write(to: url.deletingPathExtension().appendingPathExtension("weights"))
  }
}
