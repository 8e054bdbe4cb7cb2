import Prose

/// What one paragraph of a told conversation says: in fiction a new speaker begins a new paragraph.
struct ConversationTurn {
  /// The indices of its marked spans.
  var spans: [Int]
  var paragraph: Int
  /// The mention in the paragraph's narration that cues tie to the words; -1 when none.
  var anchor = -1
  var anchorKind = AnchorKind.none
  /// How sure the choice of the anchor is, in classes from 0 to 4.
  var anchorShare = 0
  private var bestShare = 0.0
  private var isFirm = false
  /// How much each entity got of the probability when the spans were judged one by one.
  var shares: [Int: Double] = [:]
  /// The entities whose names stand inside the words, and whether as an address.
  var named: [Int: Bool] = [:]
  /// The entities that the words call the speaker’s own name.
  var ownNames: Set<Int> = []
  /// The gender that the anchor shows.
  var anchorGender = Gender.unknown
  /// The words of the anchor when it is a description, as a number.
  var description: UInt64?
  /// Who is addressed by a noun.
  var addressee: Addressee = []
  /// Paragraphs since the turn before, in classes; 0 for the next paragraph.
  var gap = 7
  /// The words of the turn before run on into this paragraph.
  var continuesOpen = false
  var isAllQuotation = false
  var endsWithQuestion = false
  /// The number of words, in classes.
  var length = 0

  init(spans: [Int], paragraph: Int) {
    self.spans = spans
    self.paragraph = paragraph
  }

  /// How the narration of the paragraph names who speaks.
  enum AnchorKind: Int {
    /// The paragraph has no narration.
    case none
    /// It has narration without a cue for the words.
    case narration
    case name
    case pronoun
    case description
    case firstPerson
    /// A mention far from the words or its cue.
    case weak
    /// A plural, a body.
    case other
  }

  /// Whether somebody is addressed by name.
  var hasAddress: Bool { named.values.contains(true) }
}

/// What was decided about one span on its own, as a conversation sees it.
package struct SpanReading {
  package var decision: SpanDecision
  /// The mentions with their probabilities, without those that hardly count.
  package var candidates: [(mention: Int, probability: Double)] = []
  /// The mention near the words that shows best who says them; -1 when none does.
  package var anchor = -1
  package var anchorProbability = 0.0
  var isFirm = false

  /// The probability from which a mention shows the speaker without a cue of the words’ sentence.
  private static let sure = 0.6

  package init(
    _ decision: SpanDecision, _ gathered: SpanCandidates, _ probabilities: [Double], _ scene: Scene
  ) {
    self.decision = decision
    for (index, mention) in gathered.mentions.enumerated() {
      let probability = probabilities[index]
      if probability >= 0.005 { candidates.append((mention, probability)) }
      let grip = CandidateFeatures.grip(gathered.geometries[index])
      guard probability > anchorProbability,
        grip != .none
          || (probability >= Self.sure && introduces(gathered.geometries[index], mention, scene))
      else { continue }
      anchor = mention
      anchorProbability = probability
      isFirm = grip == .firm || probability >= Self.sure
    }
  }

  /// Whether a mention stands in the words’ paragraph, or with a cue in narration before it.
  private func introduces(
    _ geometry: CandidateFeatures.Geometry, _ mention: Int, _ scene: Scene
  ) -> Bool {
    switch geometry.place {
    case .after, .laterSentence, .before, .sentenceBefore, .earlierSentence: true
    case .paragraphBefore:
      geometry.cue >= 0 && !scene.hasSpans(paragraph: scene.mentions[mention].paragraph)
    default: false
    }
  }
}

extension ConversationTurn {
  /// The turns of a text: the spans that are speech, those of one paragraph together unless it
  /// names two speakers.
  static func turns(
    of scene: Scene, _ readings: [SpanReading], isSpeech: (Int) -> Bool
  ) -> [ConversationTurn] {
    var turns: [ConversationTurn] = []
    for index in scene.spans.indices where isSpeech(index) {
      let span = scene.spans[index]
      if let last = turns.last, last.paragraph == span.paragraph,
        !readings[index].namesAnother(than: last.anchor, scene)
      {
        turns[turns.count - 1].spans.append(index)
        turns[turns.count - 1].adopt(readings[index])
        continue
      }
      var turn = ConversationTurn(spans: [index], paragraph: span.paragraph)
      turn.isAllQuotation = !scene.hasNarration[span.paragraph]
      if let last = turns.last {
        turn.gap = distanceClass(span.paragraph - last.paragraph - 1)
        let isOpen = last.spans.last.map { !scene.spans[$0].isClosed } ?? false
        turn.continuesOpen = isOpen && span.paragraph - last.paragraph == 1
      }
      turn.adopt(readings[index])
      turns.append(turn)
    }
    for index in turns.indices { turns[index].finish(scene, readings) }
    return turns
  }

  private mutating func adopt(_ reading: SpanReading) {
    guard reading.anchor >= 0 else { return }
    let share = reading.anchorProbability
    let current = anchor < 0 ? 0 : bestShare
    if share > current {
      anchor = reading.anchor
      bestShare = share
      isFirm = reading.isFirm
    }
  }

  private mutating func finish(_ scene: Scene, _ readings: [SpanReading]) {
    anchorKind = Self.kind(ofAnchor: anchor, isFirm: isFirm, scene, isAllQuotation)
    if anchor >= 0 {
      anchorGender = scene.mentions[anchor].gender
      if anchorKind == .description {
        description = DescribedPeople.key(scene.mentions[anchor], scene)
      }
    }
    anchorShare = [0.2, 0.5, 0.8, 0.95].filter { bestShare >= $0 }.count
    var words = 0
    let introductions = SelfIntroductionReader(scene: scene)
    for span in spans {
      for candidate in readings[span].candidates {
        let entity = scene.mentions[candidate.mention].entity
        if entity >= 0 { shares[entity, default: 0] += candidate.probability / Double(spans.count) }
      }
      let tokens = scene.spans[span].tokens
      words += tokens.count
      addressee.formUnion(AddressReader(scene: scene).addressee(in: tokens))
      endsWithQuestion = scene.endsWithQuestion(tokens)
      var mention = scene.firstMention(startingAtOrAfter: tokens.lowerBound)
      while mention < scene.mentions.count,
        scene.mentions[mention].tokens.lowerBound < tokens.upperBound
      {
        let record = scene.mentions[mention]
        if record.entity >= 0, introductions.isOwnName(record, in: tokens) {
          ownNames.insert(record.entity)
        } else if record.entity >= 0, record.kind == .name {
          let isAddress = scene.isAddress(record)
          named[record.entity] = (named[record.entity] ?? false) || isAddress
        }
        mention += 1
      }
    }
    length = distanceClass(words / 4)
  }

  private static func kind(
    ofAnchor anchor: Int, isFirm: Bool, _ scene: Scene, _ isAllQuotation: Bool
  ) -> AnchorKind {
    guard anchor >= 0 else { return isAllQuotation ? .none : .narration }
    let record = scene.mentions[anchor]
    if !isFirm { return .weak }
    switch record.kind {
    case .name: return .name
    case .description: return record.isPlural ? .other : .description
    case .organization: return .other
    case .pronoun:
      if record.isPlural { return .other }
      if record.pronoun == .relative { return .name }
      if record.person == 1 { return .firstPerson }
      return record.gender == .unknown ? .other : .pronoun
    }
  }
}

extension SpanReading {
  /// Whether the span has a named speaker of its own who is not the turn's.
  fileprivate func namesAnother(than other: Int, _ scene: Scene) -> Bool {
    guard anchor >= 0, other >= 0, isFirm, anchorProbability >= 0.8 else { return false }
    let (a, b) = (scene.mentions[anchor], scene.mentions[other])
    func names(_ mention: MentionRecord) -> Bool {
      mention.entity >= 0
        && (mention.kind == .name || mention.kind == .description || mention.pronoun == .relative)
    }
    return names(a) && names(b) && a.entity != b.entity
  }
}
