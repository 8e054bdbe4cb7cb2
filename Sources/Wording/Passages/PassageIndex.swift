/// The words of a text in an order in which any of them is found at once.
///
/// Build it once per source, however many quotations are looked for. It takes four bytes a word and
/// twelve a distinct one.
public struct PassageIndex: Sendable {
  /// The words of the text.
  public let sequence: WordSequence
  /// The distinct words' keys, sorted.
  private let keys: [UInt64]
  /// Where the positions of each key begin, and at the end their number.
  private let starts: [UInt32]
  /// The positions in the sequence: those of one key together, in the order of the text.
  private let positions: [UInt32]

  /// - Complexity: O(*n* log *n*) in the number of words.
  public init(_ sequence: WordSequence) {
    self.sequence = sequence
    let words = sequence.words
    let order = words.indices.lazy.map { (key: words[$0].key, position: UInt32($0)) }
      .sorted { $0.key != $1.key ? $0.key < $1.key : $0.position < $1.position }
    var keys: [UInt64] = []
    var starts: [UInt32] = []
    for (index, entry) in order.enumerated() where keys.last != entry.key {
      keys.append(entry.key)
      starts.append(UInt32(index))
    }
    starts.append(UInt32(order.count))
    self.keys = keys
    self.starts = starts
    positions = order.map(\.position)
  }

  /// Where a word stands, in the order of the text.
  ///
  /// - Complexity: O(log *n*) in the number of distinct words.
  func positions(of key: UInt64) -> ArraySlice<UInt32> {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    guard low < keys.count, keys[low] == key else { return [] }
    return positions[Int(starts[low])..<Int(starts[low + 1])]
  }
}
