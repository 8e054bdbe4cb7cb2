/// Two wordings to compare, as they were given.
public struct WordingPair: Hashable, Sendable {
  /// What names the pair in the output.
  public var id: String
  public var a: Side
  public var b: Side

  public init(id: String, a: Side, b: Side) {
    self.id = id
    self.a = a
    self.b = b
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
