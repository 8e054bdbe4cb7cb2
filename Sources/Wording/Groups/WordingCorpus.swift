/// How common words are among the wordings of a corpus: what all speak of tells little there, however
/// rare it is elsewhere.
///
/// Keep it with the groups of a corpus, so that later renderings can be grouped with those that concern
/// them by the same measure.
public struct WordingCorpus: Hashable, Sendable {
  /// The number of different wordings.
  public var wordingCount: Int
  /// What the words tell that are common, in bits, by ``WordDigest/Word/key``. A word that tells
  /// less by itself tells no more here.
  public var bits: [UInt32: UInt8]

  public init(wordingCount: Int = 0, bits: [UInt32: UInt8] = [:]) {
    self.wordingCount = wordingCount
    self.bits = bits
  }

  /// - Complexity: O(*n*) in the words.
  init(_ entries: [WordingTable.Entry]) {
    var counts: [UInt32: Int] = [:]
    for entry in entries { for word in entry.words { counts[word.key, default: 0] += 1 } }
    let all = Self.doublings(entries.reduce(Self.unseenWords) { $0 + $1.words.count })
    wordingCount = entries.count
    bits = counts.compactMapValues { count -> UInt8? in
      count > Self.ownRenderings
        ? UInt8(max(0, all - Self.doublings(count - Self.ownRenderings))) : nil
    }
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
