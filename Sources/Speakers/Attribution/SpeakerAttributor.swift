public import Prose
public import Quotations

/// Links the quotations of an article to their speakers.
///
/// For each marked span it gathers the mentions around it with the facts that speak for and
/// against each (``Feature``), lets a scorer weigh them, and takes the best one, or none when
/// nothing is convincing. Earlier decisions are facts for later ones.
public struct SpeakerAttributor: Sendable {
  /// How to attribute.
  public struct Options: Sendable {
    /// People whom the user knows; they win over what is guessed.
    public var knownPeople: [KnownPerson] = []
    /// The least confidence with which a speaker is named; below it the speaker is unknown.
    public var minimumConfidence = 0.3
    /// The least probability with which marked words count as speech.
    public var minimumSpeechProbability = 0.5
    /// The same for outermost single marks in a headline. There they are not the mark of a term
    /// but the ordinary form of quotation marks, so less is asked of them.
    public var minimumHeadlineProbability = 0.2
    /// Whether to keep every candidate with its evidence, for explanations.
    public var keepsCandidates = false

    public init() {}
  }

  public var options: Options
  private let lexicon: Lexicon
  private let scorer: any CandidateScorer

  public init(options: Options = Options()) {
    self.options = options
    lexicon = .english
    scorer = Weights.embedded
  }

  /// Attributes the quotations of an article.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - text: Its tokens.
  ///   - found: Its quotations, outermost and nested, in the order of the text.
  /// - Complexity: Linear in the length of the text.
  public func attribute(
    _ article: Article, text: TokenizedText, quotations found: [Quotation],
    diagnostics: [Diagnostic] = []
  ) -> AttributedArticle {
    var driver = SpanAttributor(
      text: text, quotations: found, lexicon: lexicon, scorer: scorer, known: options.knownPeople)
    let judge = SpanJudge(scorer: scorer)
    var decisions: [SpanDecision] = []
    var readings: [SpanReading] = []
    var candidates: [Int: [Candidate]] = [:]
    decisions.reserveCapacity(driver.scene.spans.count)
    for index in driver.scene.spans.indices {
      let gathered = driver.candidates(ofSpan: index)
      var (decision, probabilities) = judge.decide(gathered, driver.scene)
      let span = driver.scene.spans[index]
      let quotation = found[span.quotation]
      decision.speech = judge.speechProbability(gathered, decision, driver.scene, quotation.style)
      decision.isSpeech =
        decision.speech
        >= leastProbability(gathered.context, driver.scene.rank(of: quotation.style))
        && !NonSpeechReader(scene: driver.scene, entities: driver.entities).isSurelyNoSpeech(index)
      decisions.append(decision)
      if driver.scene.isDialogue {
        readings.append(SpanReading(decision, gathered, probabilities, driver.scene))
      }
      if options.keepsCandidates || decision.mention >= 0 {
        candidates[index] = Explanation(scorer: scorer).candidates(
          gathered, probabilities, driver, keepsAll: options.keepsCandidates)
      }
      if decision.isSpeech {
        driver.record(
          mention: decision.mention, ofSpan: index,
          isClosed: quotation.pieces[span.piece].closing != nil)
      }
    }
    if driver.scene.isDialogue { settle(&decisions, readings, &driver, &candidates) }
    let explanation = Explanation(scorer: scorer)
    CreditLine(scene: driver.scene).settle(
      &decisions, &candidates, candidate: { explanation.candidate($0, [], driver) })
    HeadlineEcho(scene: driver.scene).settle(&decisions, &candidates)
    var attributed = TurnAssembly(
      article: article, quotations: found, driver: driver, decisions: decisions,
      candidates: candidates, options: options, lexicon: lexicon
    ).assemble(diagnostics)
    TranscriptTurns(scene: driver.scene).add(to: &attributed, entities: driver.entities)
    return attributed
  }

  /// Decides the turns of a told conversation all together.
  private func settle(
    _ decisions: inout [SpanDecision], _ readings: [SpanReading], _ driver: inout SpanAttributor,
    _ candidates: inout [Int: [Candidate]]
  ) {
    let isSpeech = decisions.map(\.isSpeech)
    var explained: [(span: Int, choices: [(choice: SpanDecision, facts: [Feature])])] = []
    ConversationDecoder(scorer: scorer).settle(
      &decisions, readings, &driver, isSpeech: { isSpeech[$0] },
      explainsAll: options.keepsCandidates, explain: { explained.append(($0, $1)) })
    let explanation = Explanation(scorer: scorer)
    for (span, choices) in explained {
      candidates[span] = choices.filter { $0.choice.mention >= 0 }.map { choice, facts in
        explanation.candidate(choice, facts, driver)
      }
    }
  }

  private func leastProbability(_ context: QuotationContext, _ rank: MarkRank) -> Double {
    rank == .inner && context.headline != .none
      ? min(options.minimumHeadlineProbability, options.minimumSpeechProbability)
      : options.minimumSpeechProbability
  }
}
