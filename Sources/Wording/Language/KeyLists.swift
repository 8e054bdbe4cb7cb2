/// Lists of small values by ``WordKey``, built once and then only read.
///
/// All values lie in one array, each with the place of the next one of its list, so that a list costs
/// no allocation of its own: nearly all of them are short, and there are thousands.
struct KeyLists<Value: BitwiseCopyable & Sendable>: Sendable {
  private struct Ends: BitwiseCopyable, Sendable {
    var first: Int32
    var last: Int32
  }

  fileprivate struct Node: BitwiseCopyable, Sendable {
    var value: Value
    /// The place of the next value; negative behind the last one.
    var next: Int32 = -1
  }

  private var ends: KeyTable<Ends>
  private var nodes: [Node] = []

  /// Creates lists with room for about `capacity` keys.
  init(capacity: Int) { ends = KeyTable(capacity: capacity, filler: Ends(first: -1, last: -1)) }

  /// Puts a value at the end of a key's list.
  mutating func append(_ value: Value, to key: UInt64) {
    let place = Int32(nodes.count)
    nodes.append(Node(value: value))
    if let known = ends[key] {
      nodes[Int(known.last)].next = place
      ends[key] = Ends(first: known.first, last: place)
    } else {
      ends[key] = Ends(first: place, last: place)
    }
  }

  /// The values of a key, in the order in which they came; none for a key without a list.
  subscript(key: UInt64) -> Values { Values(nodes: nodes, place: ends[key]?.first ?? -1) }

  struct Values: Sequence, IteratorProtocol {
    fileprivate let nodes: [Node]
    fileprivate var place: Int32

    mutating func next() -> Value? {
      guard place >= 0 else { return nil }
      let node = nodes[Int(place)]
      place = node.next
      return node.value
    }
  }
}
