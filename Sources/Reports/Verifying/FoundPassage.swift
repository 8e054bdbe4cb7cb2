public import Speakers
public import Wording

/// A place of a source at which a quotation was found, and how the two differ.
public struct FoundPassage: Sendable {
  /// The source.
  public var source: ArticleReference
  /// The passage, from its first to its last word; of a quotation that was put together from several
  /// places the first part.
  public var passage: Part
  /// All parts, in the order of the quotation, where there are several; otherwise empty.
  public var parts: [Part]
  /// Who says it in the source; nil when unknown.
  public var speaker: Speaker?
  /// Whether the source credits somebody else than the article does.
  public var hasSpeakerConflict: Bool
  /// The quotation (`a`) against the source (`b`).
  public var pair: CheckedPair

  public init(
    source: ArticleReference, passage: Part, parts: [Part] = [], speaker: Speaker? = nil,
    hasSpeakerConflict: Bool = false, pair: CheckedPair
  ) {
    self.source = source
    self.passage = passage
    self.parts = parts
    self.speaker = speaker
    self.hasSpeakerConflict = hasSpeakerConflict
    self.pair = pair
  }

  /// A stretch of a source with its place.
  public struct Part: Hashable, Sendable {
    public var place: WordingPlace
    /// The line of the first word, from 1.
    public var line: Int
    /// When the words are heard, in milliseconds from the start; nil where the source has no times.
    public var time: Int?

    public init(place: WordingPlace, line: Int, time: Int? = nil) {
      self.place = place
      self.line = line
      self.time = time
    }

    /// The time as SubRip and WebVTT write it: `00:01:02.345`.
    public var timeText: String? {
      guard let time else { return nil }
      func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
      }
      let seconds = time / 1000
      return "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):"
        + "\(padded(seconds % 60, 2)).\(padded(time % 1000, 3))"
    }
  }
}

extension CheckedPair {
  /// A quotation against a passage of a source, both inside long texts whose places are known.
  public init(
    quotation: Rendering, _ aPlaces: WordingPlaces, passage: Rendering, _ bPlaces: WordingPlaces,
    comparison: Comparison, profile: Profile, medium: Profile.Medium?
  ) {
    id = nil
    a = quotation
    b = passage
    self.comparison = comparison
    self.profile = profile
    self.medium = medium
    verdict = profile.verdict(of: comparison, medium: medium)
    breaches = profile.breaches(in: comparison, medium: medium)
    relation = comparison.relation
    similarity = comparison.similarity
    warnings = Self.warnings(of: comparison, quotation, passage)
    differences = comparison.differences.map { LocatedDifference($0, a: aPlaces, b: bPlaces) }
  }
}
