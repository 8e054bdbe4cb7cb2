/// One rendering among those of a corpus: its words, and what is known of where they stand.
///
/// Article, outlet, speaker and day are numbers that the caller gives; equal numbers mean the same
/// thing, and nothing else is known of them.
public struct Witness: Sendable {
  public var words: WordDigest
  /// The article that prints it.
  public var article: Int
  /// Whether it stands in the article's headline, which repeats and shortens what the text has.
  public var isHeadline: Bool
  /// Who published the article; nil when unknown.
  public var outlet: Int?
  /// Who is said to have said it; nil when unknown.
  public var speaker: Int?
  /// Whether another speaker is another person; not so where only a surname or a description is
  /// known.
  public var isSpeakerCertain: Bool
  /// The day of publication, counted from any day; nil when unknown.
  public var day: Int?

  public init(
    words: WordDigest, article: Int, isHeadline: Bool = false, outlet: Int? = nil,
    speaker: Int? = nil, isSpeakerCertain: Bool = true, day: Int? = nil
  ) {
    self.words = words
    self.article = article
    self.isHeadline = isHeadline
    self.outlet = outlet
    self.speaker = speaker
    self.isSpeakerCertain = isSpeakerCertain
    self.day = day
  }
}
