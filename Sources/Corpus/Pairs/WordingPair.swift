/// Two wordings to compare, as they were given.
public struct WordingPair: Hashable, Sendable {
  /// What names the pair in the output.
  public var id: String
  public var a: Side
  public var b: Side
  /// When each was published, as it was given: two reports of one week are rather of one utterance
  /// than two that lie years apart.
  public var aDate: String?
  public var bDate: String?

  public init(id: String, a: Side, b: Side, aDate: String? = nil, bDate: String? = nil) {
    self.id = id
    self.a = a
    self.b = b
    self.aDate = aDate
    self.bDate = bDate
  }

  /// One of the two wordings.
  public enum Side: Hashable, Sendable {
    /// A text.
    case text(String)
    /// The pieces of a quotation that narration interrupts.
    case pieces([String])

    /// The texts, of which there may be one.
    public var pieces: [String] {
      switch self {
      case .text(let text): [text]
      case .pieces(let pieces): pieces
      }
    }
  }
}
