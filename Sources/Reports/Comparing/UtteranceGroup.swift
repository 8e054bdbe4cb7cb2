public import Speakers
public import Wording

/// One utterance as several articles print it, ready to be written.
public struct UtteranceGroup: Hashable, Sendable {
  /// `u-` and the digits of the first rendering's identifier, so that later articles change none.
  public var id: String
  /// The worst verdict of the renderings.
  public var verdict: Verdict
  /// The renderings, by date, outlet and article; never empty.
  public var renderings: [ComparedRendering]
  /// The index of the rendering that the others are told from.
  public var base: Int
  /// Why that one is the base.
  public var choice: Apparatus.Choice
  /// Those who are said to have said it, each with the indices of the renderings that say so.
  public var speakers: [CreditedSpeaker]
  /// Whether articles credit different people or bodies.
  public var hasSpeakerConflict: Bool
  /// The places at which not all renderings agree.
  public var differences: [ReadingPlace]
  /// What was left undone, for people, each with its place.
  public var warnings: [String]

  public init(
    id: String, verdict: Verdict, renderings: [ComparedRendering], base: Int,
    choice: Apparatus.Choice, speakers: [CreditedSpeaker], hasSpeakerConflict: Bool,
    differences: [ReadingPlace], warnings: [String] = []
  ) {
    precondition(renderings.indices.contains(base), "the base is one of the renderings")
    self.id = id
    self.verdict = verdict
    self.renderings = renderings
    self.base = base
    self.choice = choice
    self.speakers = speakers
    self.hasSpeakerConflict = hasSpeakerConflict
    self.differences = differences
    self.warnings = warnings
  }

  /// The number of articles.
  public var articleCount: Int { Set(renderings.map(\.article)).count }

  /// The number of outlets; articles that name none count as one outlet each.
  public var outletCount: Int {
    let nameless = Set(renderings.lazy.map(\.article).filter { $0.outlet == nil })
    return Set(renderings.compactMap(\.article.outlet)).count + nameless.count
  }

  /// The greatest severity of the differences.
  public var severity: Severity { differences.map(\.severity).max() ?? .identical }

  /// Whether a word differs that turns the sense by itself.
  private var hasAlarm: Bool { differences.contains { $0.differenceClass.turnsSense } }

  /// Whether the group is for `other` to follow when an editor has little time: the worse verdict
  /// first, then a conflict of speakers, then a word that
  /// turns the sense, such as a lost *not*, before words that were replaced, then the number of outlets.
  public func precedes(_ other: UtteranceGroup) -> Bool {
    if verdict != other.verdict { return verdict > other.verdict }
    if hasSpeakerConflict != other.hasSpeakerConflict { return hasSpeakerConflict }
    if hasAlarm != other.hasAlarm { return hasAlarm }
    let (own, others) = (outletCount, other.outletCount)
    if own != others { return own > others }
    // Of two alarms the one that fewer other readings explain.
    if hasAlarm, differences.count != other.differences.count {
      return differences.count < other.differences.count
    }
    if renderings.count != other.renderings.count {
      return renderings.count > other.renderings.count
    }
    return id < other.id
  }
}

/// A speaker of an utterance, by the word of some of its renderings.
public struct CreditedSpeaker: Hashable, Sendable {
  /// The speaker, with the fullest name that the run gives.
  public var speaker: Speaker
  /// The indices of the renderings that credit the speaker, ascending.
  public var renderings: [Int]

  public init(speaker: Speaker, renderings: [Int]) {
    self.speaker = speaker
    self.renderings = renderings
  }
}

/// One article's rendering of an utterance.
public struct ComparedRendering: Hashable, Sendable {
  public var article: ArticleReference
  /// The quotation's identifier; see ``QuotationIdentifiers``.
  public var id: String
  /// The pieces with their marks; never empty.
  public var pieces: [LocatedText]
  /// Whether words that are not quoted stand before each piece but the first.
  public var isInterrupted: [Bool]
  /// Who said it by this article; nil when unknown.
  public var speaker: Speaker?
  /// How it was aligned; nil for the base, and where there was nothing to align.
  public var alignment: Alignment?

  public init(
    article: ArticleReference, id: String, pieces: [LocatedText], isInterrupted: [Bool] = [],
    speaker: Speaker? = nil, alignment: Alignment? = nil
  ) {
    precondition(!pieces.isEmpty, "a rendering has at least one piece")
    self.article = article
    self.id = id
    self.pieces = pieces
    self.isInterrupted = isInterrupted
    self.speaker = speaker
    self.alignment = alignment
  }

  /// How a rendering lies to the one that it was aligned with.
  public struct Alignment: Hashable, Sendable {
    /// The index of the other rendering: the base, or one that has what the base lacks.
    public var reference: Int
    /// How the stretches lie to each other, this rendering's being the second.
    public var relation: Comparison.Relation?
    /// From 0 to 1.
    public var similarity: Double
    public var verdict: Verdict

    public init(
      reference: Int, relation: Comparison.Relation?, similarity: Double, verdict: Verdict
    ) {
      self.reference = reference
      self.relation = relation
      self.similarity = similarity
      self.verdict = verdict
    }
  }
}

/// One place at which not all renderings agree.
public struct ReadingPlace: Hashable, Sendable {
  /// The worst class of the readings.
  public var differenceClass: DifferenceClass
  public var edit: Difference.Edit
  /// The index of the rendering that the readings are told from.
  public var reference: Int
  /// The readings, the reference's first.
  public var readings: [Reading]

  public init(
    _ differenceClass: DifferenceClass, _ edit: Difference.Edit, reference: Int,
    readings: [Reading]
  ) {
    precondition(readings.count > 1, "at one reading there is no difference")
    self.differenceClass = differenceClass
    self.edit = edit
    self.reference = reference
    self.readings = readings
  }

  /// How much the place matters.
  public var severity: Severity { differenceClass.severity }

  /// What some of the renderings have at the place.
  public struct Reading: Hashable, Sendable {
    /// The words as printed; empty where these renderings have nothing.
    public var text: String
    /// The classes of its differences from the reference, the worst first; empty for that one.
    public var classes: [DifferenceClass]
    /// The renderings that have it.
    public var witnesses: [Attestation]

    public init(text: String, classes: [DifferenceClass], witnesses: [Attestation]) {
      self.text = text
      self.classes = classes
      self.witnesses = witnesses
    }
  }

  /// A rendering that has a reading.
  public struct Attestation: Hashable, Sendable {
    /// The index of the rendering.
    public var rendering: Int
    /// Where in the article its words stand; nil for one that agrees with the reference.
    public var place: WordingPlace?

    public init(rendering: Int, place: WordingPlace?) {
      self.rendering = rendering
      self.place = place
    }
  }
}
