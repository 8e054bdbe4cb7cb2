public import Quotations
public import Wording

/// A place of a corpus at which words that were searched for stand.
public struct SearchHit: Sendable {
  /// The place, who says it there, and how it differs from what was searched for.
  public var found: FoundPassage
  /// The quotation that it lies in; nil where the article says it in its own words.
  public var quotation: EnclosingQuotation?

  public init(found: FoundPassage, quotation: EnclosingQuotation?) {
    self.found = found
    self.quotation = quotation
  }

  /// What the differences amount to.
  public var verdict: Verdict { found.pair.verdict }

  /// The quotation of an article that a passage lies in.
  public struct EnclosingQuotation: Hashable, Sendable {
    /// What names it; see ``QuotationIdentifiers``.
    public var id: String
    public var kind: Quotation.Kind

    public init(id: String, kind: Quotation.Kind) {
      self.id = id
      self.kind = kind
    }
  }
}
