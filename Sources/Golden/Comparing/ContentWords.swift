internal import Prose
internal import Wording

/// The words of an entry's content as the wording engine compares them.
struct ContentWords {
  let sequence: WordSequence
  let keys: [UInt64]

  init(_ pieces: [String], comparer: WordingComparer, tokenizer: Tokenizer) {
    sequence = comparer.read(Rendering(pieces: pieces, tokenizer: tokenizer))
    keys = sequence.words.map(\.key)
  }

  /// Whether the words stand here one after the other, whatever marks and pieces lie between them.
  func contains(_ other: ContentWords) -> Bool {
    guard !other.keys.isEmpty, other.keys.count <= keys.count else { return false }
    return (0...keys.count - other.keys.count).contains { start in
      keys[start...].starts(with: other.keys)
    }
  }
}

extension GoldenEntry {
  /// The pieces of the content; of a pair those of both sides.
  var pieces: [String] { content.map(\.text) }
}
