public import Prose

/// A place of a document at which words of a quotation stand in their order.
public struct PassagePlace: Hashable, Sendable {
  /// The document's number.
  public var document: Int64
  /// The words from the first to the last that is shared, counted as the index counts them: from the
  /// document's start, a contraction as the words that it stands for.
  public var words: Range<Int>
  /// A stretch of the document's text that holds these words, and at most
  /// ``PassageSegment/wordsPerSample`` more on either side. It begins and ends where a word or the
  /// text does.
  public var bytes: TextSpan
  /// The evidence, in bits: those of the shared words, less those that breaks between them cost.
  public var evidence: Double
  /// The share of the quotation's bits that the evidence is, from 0 to 1.
  public var coverage: Double

  public init(
    document: Int64, words: Range<Int>, bytes: TextSpan, evidence: Double, coverage: Double
  ) {
    self.document = document
    self.words = words
    self.bytes = bytes
    self.evidence = evidence
    self.coverage = coverage
  }
}

/// The places that a search found.
public struct PassageResult: Hashable, Sendable {
  /// The places, those with most evidence first; of equals, in the order of the documents.
  public var places: [PassagePlace]
  /// How many bits the whole quotation has.
  public var bits: Double
  /// Whether no place with more evidence can have been missed. False only when so many places are
  /// nearly alike that not all of them were looked at.
  public var isExact: Bool
}
