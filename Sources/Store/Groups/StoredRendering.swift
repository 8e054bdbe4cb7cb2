public import Prose
public import Speakers
public import Wording

/// A passage that comparisons look at, and the group of renderings that it belongs to.
public struct StoredRendering: Hashable, Sendable {
  /// The article's number.
  public var article: Int64
  /// The passage's place among those of the article.
  public var passage: Int
  /// The place of its quotation among the article's compared ones.
  public var quotation: Int
  /// From the first to the last of its pieces.
  public var span: TextSpan
  /// The number of the group. It tells groups of one moment apart and means nothing else.
  public var group: Int64

  public init(article: Int64, passage: Int, quotation: Int, span: TextSpan, group: Int64) {
    self.article = article
    self.passage = passage
    self.quotation = quotation
    self.span = span
    self.group = group
  }
}

/// What a transaction took from groups.
public struct RemovedRenderings: Sendable {
  /// The article as it was.
  public var article: AttributedArticle
  /// What it had in groups, by passage.
  public var renderings: [StoredRendering]
}

/// What a store keeps of how its renderings were grouped.
public struct StoredGrouping: Hashable, Sendable {
  /// A hash of the rules; groups that were made by others are of no use.
  public var rules: [UInt8]
  /// How common words are among the renderings.
  public var corpus: WordingCorpus
  /// How many renderings there were when all were grouped together last.
  public var renderingCount: Int

  public init(rules: [UInt8], corpus: WordingCorpus, renderingCount: Int) {
    self.rules = rules
    self.corpus = corpus
    self.renderingCount = renderingCount
  }
}
