import Quotations
import Speakers

/// A walk through an annotated article that decides span by span, as the program does.
struct ArticleWalk {
  private(set) var driver: SpanAttributor
  private(set) var decisions: [SpanDecision] = []
  private(set) var readings: [SpanReading] = []
  private(set) var isSpeech: [Bool] = []
  /// For each span the candidates with their features.
  private(set) var candidates: [SpanCandidates] = []

  init(_ article: TrainingArticle, model: LinearModel, known: [KnownPerson] = []) {
    driver = SpanAttributor(
      text: article.text, quotations: article.quotations, lexicon: .english, scorer: model,
      known: known)
    let judge = SpanJudge(scorer: model)
    for index in driver.scene.spans.indices {
      let gathered = driver.candidates(ofSpan: index)
      var (decision, probabilities) = judge.decide(gathered, driver.scene)
      let span = driver.scene.spans[index]
      let quotation = article.quotations[span.quotation]
      decision.speech = judge.speechProbability(
        gathered, decision, driver.scene, quotation.style)
      decisions.append(decision)
      readings.append(SpanReading(decision, gathered, probabilities, driver.scene))
      isSpeech.append(decision.speech >= 0.5)
      candidates.append(gathered)
      if decision.speech >= 0.5 {
        driver.record(
          mention: decision.mention, ofSpan: index,
          isClosed: quotation.pieces[span.piece].closing != nil)
      }
    }
  }

  /// Settles told conversations, see ``ConversationDecoder``.
  mutating func settle(model: LinearModel) {
    guard driver.scene.isDialogue else { return }
    ConversationDecoder(scorer: model).settle(
      &decisions, readings, &driver, isSpeech: { isSpeech[$0] }, explain: { _, _ in })
  }
}
