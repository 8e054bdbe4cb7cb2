/// How common words are among the wordings of a corpus: what all speak of tells little there, however
/// rare it is elsewhere.
///
/// Keep it with the groups of a corpus, so that later renderings can be grouped with those that concern
/// them by the same measure; they are counted then as well.
public struct WordingCorpus: Hashable, Sendable {
  /// The number of different wordings.
  public private(set) var wordingCount: Int
  /// How often each word stands in them, by ``WordDigest/Word/key``.
  public private(set) var counts: [UInt32: UInt32]
  private var wordCount: Int

  public init(wordingCount: Int = 0, counts: [UInt32: UInt32] = [:]) {
    self.wordingCount = wordingCount
    self.counts = counts
    wordCount = counts.values.reduce(0) { $0 + Int($1) }
  }

  /// - Complexity: O(*n*) in the words.
  init(_ entries: [WordingTable.Entry]) {
    self.init()
    for entry in entries { add(entry) }
  }

  /// Counts the words of a wording that was not there.
  mutating func add(_ entry: WordingTable.Entry) {
    wordingCount += 1
    wordCount += entry.words.count
    for word in entry.words { counts[word.key, default: 0] += 1 }
  }

  /// Takes away the words of a wording that is there no more.
  public mutating func remove(_ wording: WordDigest) {
    guard wordingCount > 0, !wording.words.isEmpty else { return }
    wordingCount -= 1
    for word in wording.words {
      guard let count = counts[word.key] else { continue }
      counts[word.key] = count > 1 ? count - 1 : nil
      wordCount -= 1
    }
  }

  /// What a word tells, in bits, if it is common; nil for one that is as rare as it is elsewhere. A
  /// word that tells less by itself tells no more here.
  func bits(of key: UInt32) -> UInt8? {
    guard let count = counts[key].map({ Int($0) }), count > Self.ownRenderings else { return nil }
    return UInt8(
      clamping: Self.doublings(Self.unseenWords + wordCount)
        - Self.doublings(count - Self.ownRenderings))
  }

  /// How often one can be doubled before it is greater than a number.
  private static func doublings(_ number: Int) -> Int {
    Int.bitWidth - number.leadingZeroBitCount
  }

  /// So many wordings that have a word can be of one utterance, and make it no common word.
  private static let ownRenderings = 8
  /// What the language's frequencies are worth beside those of the wordings, in words: a few wordings
  /// say little of how common a word is.
  private static let unseenWords = 8192
}
