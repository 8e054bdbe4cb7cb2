/// What grouping keeps of a rendering's words: of each a short key and how much it tells.
///
/// It takes a tenth of the memory of a ``WordSequence`` and is enough to find candidates and to decide
/// on most of them; the words themselves are read again where an alignment is needed.
public struct WordDigest: Hashable, Sendable {
  /// The words, in the order of the text.
  public let words: [Word]

  /// One word.
  public struct Word: Hashable, Sendable, BitwiseCopyable {
    /// The same for equal words. Two others share it with a chance of one in four billion.
    public var key: UInt32
    /// How much the word tells, in bits.
    public var bits: UInt8
    /// How much the word tells behind the one before it, in bits.
    public var bitsInContext: UInt8
    /// Whether the word carries content, and is no number, month or weekday: these stand in all that
    /// is said of one event.
    public var isContent: Bool
    /// How much the word tells among the wordings that are grouped, in bits: what all speak of tells
    /// little there, however rare it is elsewhere.
    var bitsInCorpus: UInt8

    public init(key: UInt32, bits: UInt8, bitsInContext: UInt8, isContent: Bool) {
      self.key = key
      self.bits = bits
      self.bitsInContext = bitsInContext
      self.isContent = isContent
      bitsInCorpus = bits
    }
  }

  public init(words: [Word]) { self.words = words }

  /// - Complexity: O(*n*).
  public init(_ sequence: WordSequence) {
    words = sequence.words.map { word in
      Word(
        key: UInt32(truncatingIfNeeded: FeatureHash.mix(word.key, 0) >> 32), bits: word.bits,
        bitsInContext: word.bitsInContext,
        isContent: word.traits.isDisjoint(with: [.function, .number, .month, .weekday]))
    }
  }

  /// What all words tell together, in bits.
  var bits: Int32 {
    guard let first = words.first else { return 0 }
    return words.dropFirst().reduce(Int32(first.bits)) { $0 + Int32($1.bitsInContext) }
  }
}
