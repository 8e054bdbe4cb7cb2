package import Prose
package import Quotations

/// The candidates of one marked span with their features.
package struct SpanCandidates {
  package var span: Int
  /// Indices of mentions.
  package var mentions: [Int]
  var geometries: [CandidateFeatures.Geometry]
  /// One list of features for each mention; the last list is that of "none of them".
  package var lists: FeatureLists
  /// The same as arrays.
  package var features: [[Feature]] { lists.arrays }
  /// The features of the question whether the span is speech; those of the best candidate are
  /// added when it is known.
  var context: QuotationContext
}

/// What was decided for one marked span.
package struct SpanDecision: Sendable {
  /// The index of the chosen mention; -1 for none.
  package var mention = -1
  package var cue = -1
  package var probability = 0.0
  /// The probability that the span is speech.
  package var speech = 1.0
  /// Whether that suffices.
  var isSpeech = true

  package init() {}
}

/// Walks through the marked spans of one article in order and gathers, for each, the candidates
/// with their features; whoever drives it decides, and later spans lean on that decision.
package struct SpanAttributor {
  package private(set) var scene: Scene
  package private(set) var entities: EntityTable
  private(set) var links: [CueLink]
  private let referenceFacts: [ReferenceFacts]
  private(set) var history: AttributionHistory
  private let namesInSpan: [Set<Int>]
  private let mentionsOfParagraph: [Range<Int>]
  /// The pronouns that were resolved, with their candidates; empty unless asked for.
  package private(set) var references: [ReferenceCandidates] = []
  /// In told conversations, whom each pronoun beside a cue may mean, with the probabilities.
  private(set) var referenceShares: [Int: [Int: Double]] = [:]
  private let keepsReferences: Bool
  private let scorer: any CandidateScorer
  private var resolvedParagraphs = 0
  private var secondLastMention = -1

  /// The most candidates on either side.
  private static let reach = (before: 24, after: 10)
  /// How many paragraphs back a speaker's mention may stand.
  private static let paragraphsBefore = 3

  /// No candidate has more features than this.
  private static let mostFeatures = 64

  /// How many mentions back a speaker's is looked for.
  private static let searched = 200

  package init(
    text: TokenizedText, quotations: [Quotation], lexicon: Lexicon, scorer: any CandidateScorer,
    known: [KnownPerson] = [], keepsReferences: Bool = false
  ) {
    self.scorer = scorer
    self.keepsReferences = keepsReferences
    var scene = Scene(text: text, quotations: quotations, lexicon: lexicon)
    entities = EntityTable(resolvingNamesOf: &scene, lexicon: lexicon, known: known)
    var cueAtToken = [Int32](repeating: -1, count: text.tokens.count)
    for (index, cue) in scene.cues.enumerated() {
      for token in cue.tokens { cueAtToken[token] = Int32(index) }
    }
    var mentionAtToken = [Int32](repeating: -1, count: text.tokens.count)
    for (index, mention) in scene.mentions.enumerated() {
      for token in mention.tokens { mentionAtToken[token] = Int32(index) }
    }
    links = scene.mentions.map {
      CueLink(scene, mention: $0, cueAtToken: cueAtToken, mentionAtToken: mentionAtToken)
    }
    referenceFacts = ReferenceFacts.all(scene, links)
    var namesInSpan = [Set<Int>](repeating: [], count: scene.spans.count)
    for mention in scene.mentions where mention.isQuoted && mention.entity >= 0 {
      namesInSpan[Int(scene.spanOfToken[mention.head])].insert(mention.entity)
    }
    self.namesInSpan = namesInSpan
    mentionsOfParagraph = Self.mentionsByParagraph(scene)
    history = AttributionHistory(entityCount: entities.entities.count)
    self.scene = scene
  }

  private static func mentionsByParagraph(_ scene: Scene) -> [Range<Int>] {
    var result: [Range<Int>] = []
    result.reserveCapacity(scene.text.paragraphs.count)
    var start = 0
    for paragraph in scene.text.paragraphs.indices {
      var end = start
      while end < scene.mentions.count, scene.mentions[end].paragraph == paragraph { end += 1 }
      result.append(start..<end)
      start = end
    }
    return result
  }

  /// Gathers the candidates of a span; spans are to be visited in order.
  package mutating func candidates(ofSpan index: Int) -> SpanCandidates {
    candidates(of: scene.spans[index], index, namedInside: namesInSpan[index])
  }

  /// Gathers the candidates of some unmarked words of the narration, as if they were marked;
  /// places are to be visited in order, together with the spans.
  package mutating func candidates(ofPlace tokens: Range<Int>) -> SpanCandidates {
    let place = Scene.MarkedSpan(
      quotation: -1, piece: 0, tokens: tokens,
      paragraph: Int(scene.paragraphOfToken[tokens.lowerBound]), isClosed: true)
    return candidates(of: place, -1, namedInside: [])
  }

  private mutating func candidates(
    of span: Scene.MarkedSpan, _ index: Int, namedInside: Set<Int>
  ) -> SpanCandidates {
    resolveReferences(through: min(span.paragraph + 1, scene.text.paragraphs.count - 1))
    let context = QuotationContext(scene, span)
    var mentions = mentionsAround(span)
    let ungripped = CandidateFeatures(
      scene: scene, links: links, context: context, span: span, history: history,
      namedInside: namedInside, bestGrip: .none)
    var geometries = mentions.map { ungripped.geometry(of: $0) }
    let patients = removePatients(of: span, from: &mentions, &geometries)
    var grips = (others: CandidateFeatures.Grip.none, outlets: CandidateFeatures.Grip.none)
    for (mention, geometry) in zip(mentions, geometries) {
      let grip = CandidateFeatures.grip(geometry)
      if scene.mentions[mention].isOutlet {
        grips.outlets = max(grips.outlets, grip)
      } else {
        grips.others = max(grips.others, grip)
      }
    }
    // Constant, so that nothing has to be copied for each candidate.
    let collector = CandidateFeatures(
      scene: scene, links: links, context: context, span: span, history: history,
      namedInside: namedInside, bestGrip: max(grips.others, grips.outlets),
      gripOfOthers: grips.others, gripOfOutlets: grips.outlets)
    let ranks = Self.ranks(mentions, geometries, before: span.tokens.lowerBound, scene)
    let none = Self.noneFeatures(
      context, bestGrip: collector.bestGrip, patients: patients, isDialogue: scene.isDialogue)
    let lists = FeatureLists(lists: mentions.count + 1, featuresOfEach: Self.mostFeatures) {
      lists in
      for (position, mention) in mentions.enumerated() {
        collector.forEach(
          mention: mention, geometry: geometries[position], rank: ranks[position].all,
          linkedRank: ranks[position].linked
        ) { lists.append($0) }
        lists.endList()
      }
      for feature in none { lists.append(feature) }
      lists.endList()
    }
    return SpanCandidates(
      span: index, mentions: mentions, geometries: geometries, lists: lists, context: context)
  }

  /// Takes out those of whom the words are said and who never say them: `Smith was called “a liar”`;
  /// of `Smith, who was called “a liar,” said so` both.
  ///
  /// - Returns: Whether there are any: 1, and 2 where the text tells who says it.
  private func removePatients(
    of span: Scene.MarkedSpan, from mentions: inout [Int],
    _ geometries: inout [CandidateFeatures.Geometry]
  ) -> Int {
    var cue = -1
    var entities: Set<Int> = []
    for (mention, geometry) in zip(mentions, geometries)
    where geometry.isPatientOfPassive && geometry.place == .before {
      cue = geometry.cue
      if scene.mentions[mention].entity >= 0 { entities.insert(scene.mentions[mention].entity) }
    }
    guard cue >= 0 else { return 0 }
    let hasAgent = mentions.contains { links[$0].agentOf == cue }
    let start = span.tokens.lowerBound
    let kept = mentions.indices.filter { index in
      let geometry = geometries[index]
      guard geometry.place == .before else { return true }
      let entity = scene.mentions[mentions[index]].entity
      let hasCueBefore = geometry.cue >= 0 && scene.cues[geometry.cue].tokens.lowerBound < start
      return !geometry.isPatientOfPassive && (hasCueBefore || !entities.contains(entity))
    }
    mentions = kept.map { mentions[$0] }
    geometries = kept.map { geometries[$0] }
    return hasAgent ? 2 : 1
  }

  private static func noneFeatures(
    _ context: QuotationContext, bestGrip: CandidateFeatures.Grip, patients: Int, isDialogue: Bool
  ) -> [Feature] {
    let register = isDialogue ? Feature.dialogue : 0
    return [
      Feature(.bias, Int(bestGrip.rawValue) + register, patients),
      Feature(.contextBoth, Int(context.before.rawValue), Int(context.after.rawValue), 0xFF),
      Feature(.quotationLength, distanceClass(context.wordCount), 0xFF),
    ]
  }

  /// How many candidates of the same side stand nearer to the quotation, all and those with a cue.
  private static func ranks(
    _ mentions: [Int], _ geometries: [CandidateFeatures.Geometry], before start: Int, _ scene: Scene
  ) -> [(all: Int, linked: Int)] {
    var result = [(all: Int, linked: Int)](repeating: (0, 0), count: mentions.count)
    var all = 0
    var linked = 0
    func visit(_ position: Int) {
      result[position] = (all, linked)
      all += 1
      if geometries[position].link != .none { linked += 1 }
    }
    let firstAfter =
      mentions.firstIndex { scene.mentions[$0].tokens.lowerBound >= start } ?? mentions.count
    for position in (0..<firstAfter).reversed() { visit(position) }
    (all, linked) = (0, 0)
    for position in firstAfter..<mentions.count { visit(position) }
    return result
  }

  /// The mentions that may be the span's speaker, in the order of the text.
  private func mentionsAround(_ span: Scene.MarkedSpan) -> [Int] {
    let last = min(scene.text.paragraphs.count - 1, span.paragraph + 1)
    let first = mentionsOfParagraph[max(0, span.paragraph - Self.paragraphsBefore)].lowerBound
    let end = mentionsOfParagraph[last].upperBound
    var before: [Int] = []
    var mention = scene.firstMention(startingAtOrAfter: span.tokens.lowerBound) - 1
    while mention >= first, before.count < Self.reach.before {
      let record = scene.mentions[mention]
      if record.canSpeak, record.head < span.tokens.lowerBound { before.append(mention) }
      mention -= 1
    }
    before.reverse()
    var after: [Int] = []
    mention = scene.firstMention(startingAtOrAfter: span.tokens.upperBound)
    while mention < end, after.count < Self.reach.after {
      if scene.mentions[mention].canSpeak { after.append(mention) }
      mention += 1
    }
    for earlier in [history.lastMention, secondLastMention] where earlier >= 0 {
      if earlier < (before.first ?? (after.first ?? Int.max)) { before.insert(earlier, at: 0) }
    }
    return before + after
  }

  private mutating func resolveReferences(through paragraph: Int) {
    while resolvedParagraphs <= paragraph {
      var observed: [(reference: ReferenceCandidates, scores: [Float])] = []
      let keeps = keepsReferences || scene.isDialogue
      ReferenceResolver(scorer: scorer).resolve(
        mentions: mentionsOfParagraph[resolvedParagraphs], scene: &scene, entities: &entities,
        facts: referenceFacts, history: history,
        observe: keeps ? { observed.append(($0, $1)) } : nil)
      if scene.isDialogue {
        for (reference, scores) in observed { noteShares(reference, scores) }
      }
      if keepsReferences { references += observed.map(\.reference) }
      resolvedParagraphs += 1
    }
    let missing = entities.entities.count - history.turns.count
    if missing > 0 { history.turns += [Int32](repeating: 0, count: missing) }
  }

  private mutating func noteShares(_ reference: ReferenceCandidates, _ scores: [Float]) {
    guard links[reference.pronoun].hasCue else { return }
    let probabilities = softmax(scores)
    var shares: [Int: Double] = [:]
    for (mention, probability) in zip(reference.mentions, probabilities) {
      shares[scene.mentions[mention].entity, default: 0] += probability
    }
    referenceShares[reference.pronoun] = shares
  }

  /// Says whom a mention means after all.
  mutating func setEntity(_ entity: Int, ofMention mention: Int) {
    scene.mentions[mention].entity = entity
  }

  /// The last mention of an entity outside of quotations before a token, else its first one; -1 when
  /// it has none.
  func lastMention(of entity: Int, before token: Int) -> Int {
    var mention = scene.firstMention(startingAtOrAfter: token) - 1
    let first = max(0, mention - Self.searched)
    while mention >= first {
      let record = scene.mentions[mention]
      if record.entity == entity, !record.isQuoted { return mention }
      mention -= 1
    }
    return entities.entities[entity].firstMention
  }

  /// Notes who said a span, for the spans after it.
  package mutating func record(mention: Int, ofSpan index: Int, isClosed: Bool) {
    let entity = mention >= 0 ? scene.mentions[mention].entity : -1
    if entity != history.lastEntity { secondLastMention = history.lastMention }
    history.record(
      mention: mention, entity: entity, paragraph: scene.spans[index].paragraph,
      isClosed: isClosed, asks: scene.endsWithQuestion(scene.spans[index].tokens))
  }
}
