/// Who said a quotation, by which words of the text, and why we think so.
public struct Attribution: Hashable, Sendable {
  /// The index of the speaker in ``AttributedArticle/speakers``; nil when unknown.
  public var speaker: Int?
  /// The words that name the speaker; nil when the text has none for this quotation.
  public var mention: Mention?
  /// The reporting words; nil when there are none.
  public var cue: Cue?
  /// The probability that speaker and mention are right, from 0 to 1.
  public var confidence: Double
  /// The reasons, the weightiest first.
  public var evidence: [Evidence]

  public init(
    speaker: Int? = nil, mention: Mention? = nil, cue: Cue? = nil, confidence: Double = 0,
    evidence: [Evidence] = []
  ) {
    self.speaker = speaker
    self.mention = mention
    self.cue = cue
    self.confidence = confidence
    self.evidence = evidence
  }
}

/// One reason for or against a candidate.
public struct Evidence: Hashable, Sendable {
  /// What was seen, in a few words, such as `subject of the cue`.
  public var name: String
  /// How much it counted, in log-odds; negative when it spoke against.
  public var weight: Double

  public init(name: String, weight: Double) {
    self.name = name
    self.weight = weight
  }
}

/// A mention that was considered for a quotation.
public struct Candidate: Hashable, Sendable {
  public var mention: Mention
  public var cue: Cue?
  /// The name of whom the mention means, whether or not they speak in the article; nil when
  /// unresolved.
  public var name: String?
  /// The candidate's share of the probability, from 0 to 1.
  public var probability: Double
  public var evidence: [Evidence]

  public init(
    mention: Mention, cue: Cue? = nil, name: String? = nil, probability: Double,
    evidence: [Evidence]
  ) {
    self.mention = mention
    self.cue = cue
    self.name = name
    self.probability = probability
    self.evidence = evidence
  }
}
