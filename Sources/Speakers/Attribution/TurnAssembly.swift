import Prose
import Quotations

/// Makes the final answer of the decisions on the single marked spans: joins the pieces of one
/// turn, tells direct from mixed, and lists the speakers.
struct TurnAssembly {
  let article: Article
  let quotations: [Quotation]
  let driver: SpanAttributor
  let decisions: [SpanDecision]
  let candidates: [Int: [Candidate]]
  let options: SpeakerAttributor.Options
  let lexicon: Lexicon

  /// The most tokens between two pieces of one turn.
  private static let longestInterruption = 25

  /// A quotation of the answer with what belongs to it.
  private struct Item {
    var quotation: Quotation
    var attribution: Attribution
    var candidates: [Candidate]
    /// The indices of the quotations that were found and that this one joins.
    var found: [Int]
  }

  /// Joins and lists everything; the quotations come in the order of the text.
  func assemble(_ diagnostics: [Diagnostic]) -> AttributedArticle {
    let groups = groupSpans()
    let spansOf = spansByQuotation()
    var speakers: [Speaker] = []
    var speakerOfEntity: [Int: Int] = [:]
    var result: [Item] = []
    for group in groups {
      let spans = group.flatMap { spansOf[$0] }
      let quotation = quotation(of: group, spans)
      guard let best = spans.max(by: { weight($0) < weight($1) }) else { continue }
      var attribution = Attribution()
      if quotation.speech == .speech {
        attribution = self.attribution(of: best)
        if let entity = attribution.speaker {
          if speakerOfEntity[entity] == nil {
            speakerOfEntity[entity] = speakers.count
            speakers.append(speaker(entity))
          }
          attribution.speaker = speakerOfEntity[entity]
        }
      }
      result.append(
        Item(
          quotation: quotation, attribution: attribution, candidates: candidates[best] ?? [],
          found: group))
    }
    for (index, quotation) in quotations.enumerated() where quotation.parent != nil {
      result.append(
        Item(quotation: quotation, attribution: Attribution(), candidates: [], found: [index]))
    }
    result.sort { $0.quotation.span < $1.quotation.span }
    var newIndex: [Int: Int] = [:]
    for (index, item) in result.enumerated() {
      for found in item.found { newIndex[found] = index }
    }
    return AttributedArticle(
      article: article,
      quotations: result.map { item in
        var quotation = item.quotation
        quotation.parent = quotation.parent.flatMap { newIndex[$0] }
        return quotation
      },
      attributions: result.map(\.attribution),
      candidates: options.keepsCandidates ? result.map(\.candidates) : [],
      speakers: speakers, diagnostics: diagnostics)
  }

  /// The marked spans of each outermost quotation.
  private func spansByQuotation() -> [[Int]] {
    var result = [[Int]](repeating: [], count: quotations.count)
    for (index, span) in driver.scene.spans.enumerated() { result[span.quotation].append(index) }
    return result
  }

  /// How much a span's decision counts when the spans of one turn disagree.
  private func weight(_ span: Int) -> Double {
    decisions[span].probability + (decisions[span].cue >= 0 ? 1 : 0)
  }

  /// The outermost quotations, those of one turn together.
  private func groupSpans() -> [[Int]] {
    var groups: [[Int]] = []
    var lastSpan = -1
    for (index, span) in driver.scene.spans.enumerated() {
      if span.piece > 0 {
        lastSpan = index
        continue
      }
      if lastSpan >= 0, continuesTurn(from: lastSpan, to: index) {
        groups[groups.count - 1].append(span.quotation)
      } else {
        groups.append([span.quotation])
      }
      lastSpan = index
    }
    return groups
  }

  /// Whether only the attribution stands between two spans: `“…,” she said, “…”` or
  /// `“…,” she said. “…”`.
  private func continuesTurn(from first: Int, to second: Int) -> Bool {
    let scene = driver.scene
    let a = scene.spans[first]
    let b = scene.spans[second]
    let mention = decisions[first].mention
    guard a.paragraph == b.paragraph, mention >= 0, isSpeech(first), isSpeech(second),
      isSameSpeaker(mention, decisions[second].mention, before: b.tokens.upperBound)
    else { return false }
    let between = a.tokens.upperBound..<b.tokens.lowerBound
    let record = scene.mentions[mention]
    guard between.count <= Self.longestInterruption, between.contains(record.head),
      isInterrupted(a, by: record, cue: decisions[first].cue),
      decisions[first].cue >= 0,
      between.contains(scene.cues[decisions[first].cue].tokens.lowerBound)
    else { return false }
    var stops = 0
    for index in between {
      switch scene.text.tokens[index].kind {
      case .fullStop, .questionMark, .exclamationMark: stops += 1
      default: break
      }
    }
    switch scene.text.tokens[between.upperBound - 1].kind {
    case .comma, .dash, .semicolon: return stops == 0
    case .fullStop: return stops == 1
    case .colon: return false
    default: return stops == 0 && startsMidSentence(b)
    }
  }

  /// Whether print breaks a quotation off at the end of a span: a comma or another point stands
  /// there, or the attribution itself. `The word “rust” himself, Ruiz said, “…”` quotes twice.
  private func isInterrupted(_ span: Scene.MarkedSpan, by mention: MentionRecord, cue: Int) -> Bool
  {
    let scene = driver.scene
    let next = span.tokens.upperBound
    guard scene.text.tokens[next].kind == .word, span.isClosed else { return true }
    if cue >= 0, scene.cues[cue].tokens.contains(next) { return true }
    if mention.tokens.contains(next) || scene.entry(next).traits.contains(.adverb) { return true }
    let last = scene.text.tokens[max(span.tokens.lowerBound, next - 2)]
    return last.kind != .word && last.kind != .number && last.kind != .mark
  }

  /// Whether the second span has no attribution of its own after it and the same speaker.
  private func isSameSpeaker(_ first: Int, _ second: Int, before end: Int) -> Bool {
    guard second >= 0, first != second else { return first == second }
    guard driver.scene.mentions[second].tokens.lowerBound < end else { return false }
    let entity = driver.scene.mentions[first].entity
    return entity >= 0 && entity == driver.scene.mentions[second].entity
  }

  private func startsMidSentence(_ span: Scene.MarkedSpan) -> Bool {
    for index in span.tokens where driver.scene.text.tokens[index].kind == .word {
      return !driver.scene.text.tokens[index].traits.contains(.capitalized)
    }
    return false
  }

  private func isSpeech(_ span: Int) -> Bool {
    decisions[span].isSpeech
  }

  private func quotation(of group: [Int], _ spans: [Int]) -> Quotation {
    var quotation = quotations[group[0]]
    for other in group.dropFirst() { quotation.pieces += quotations[other].pieces }
    if !spans.contains(where: isSpeech) {
      quotation.speech = .notSpeech(
        NonSpeechReader(scene: driver.scene, entities: driver.entities).reason(
          spans[0], style: quotation.style))
    }
    if let first = spans.first, quotation.kind == .direct {
      quotation.kind =
        isMixed(QuotationContext(driver.scene, driver.scene.spans[first])) ? .mixed : .direct
    }
    return quotation
  }

  /// Whether the sentence around runs on into the marks.
  private func isMixed(_ context: QuotationContext) -> Bool {
    switch context.before {
    case .that, .determiner, .preposition, .auxiliary, .name, .word: return true
    case .cue, .comma, .dash, .bracket: return context.startsLowerCase
    case .paragraphStart, .sentenceEnd, .colon, .quotation: return false
    }
  }

  private func attribution(of span: Int) -> Attribution {
    let decision = decisions[span]
    guard decision.mention >= 0, decision.probability >= options.minimumConfidence else {
      return Attribution(confidence: max(0, 1 - decision.probability))
    }
    let mention = driver.scene.mentions[decision.mention]
    return Attribution(
      speaker: mention.entity >= 0 ? mention.entity : nil, mention: driver.scene.mention(mention),
      cue: decision.cue >= 0 ? driver.scene.cue(driver.scene.cues[decision.cue]) : nil,
      confidence: min(1, decision.probability), evidence: candidates[span]?.first?.evidence ?? [])
  }

  private func speaker(_ entity: Int) -> Speaker {
    let value = driver.entities.entities[entity]
    return Speaker(
      name: value.display, aliases: value.forms.byFrequency, kind: value.kind, gender: value.gender,
      identifier: value.identifier, roles: value.roles.all.sorted())
  }
}
